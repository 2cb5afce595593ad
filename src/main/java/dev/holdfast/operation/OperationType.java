package dev.holdfast.operation;

import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.OperationSpec;
import java.util.Map;
import java.util.Optional;

/**
 * A type of operation: all that differs between one and another. The parts know nothing of states,
 * queue, locks, approval, and cards, which are the same for every type.
 */
public interface OperationType<S extends OperationSpec> {

  /** Its name in documents, settings, and metrics; it stays. */
  String kind();

  Class<S> specType();

  /**
   * The roles in which it uses its environments, as {@code --policy-explain} asks for them. By the
   * name that it has there: its kind, unless the roles depend on what is asked for.
   */
  Map<String, Map<OperationSide, EnvironmentRole>> roles();

  /** Empty where it's asked for on the card of another request. */
  Optional<RequestForm<S>> form();

  OperationRules<S> rules();

  OperationExecution<S> execution();

  OperationPresenter<S> presenter();

  /** What takes the target of a request out of administration mode, if this type does that. */
  default Optional<OperationSpec> leaveAdminMode(EnvironmentRef target, String parent) {
    return Optional.empty();
  }
}
