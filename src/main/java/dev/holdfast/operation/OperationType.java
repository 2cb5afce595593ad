package dev.holdfast.operation;

import dev.holdfast.request.step.OperationSpec;

/**
 * A type of operation: all that differs between one and another. The parts know nothing of states,
 * queue, locks, approval, and cards, which are the same for every type.
 */
public interface OperationType<S extends OperationSpec> {

  /** Its name in documents, settings, and metrics; it stays. */
  String kind();

  Class<S> specType();

  OperationRules<S> rules();

  OperationExecution<S> execution();

  OperationPresenter<S> presenter();
}
