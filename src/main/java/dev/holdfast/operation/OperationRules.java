package dev.holdfast.operation;

import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.request.step.OperationSpec;

/** What is checked before an operation of a type. */
public interface OperationRules<S extends OperationSpec> {

  /** Checks what is to be called now. Throws what the admin API throws. */
  PreflightResult beforeTheCall(S spec, PreflightService preflight);
}
