package dev.holdfast.execution;

import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import org.springframework.stereotype.Component;

/** What is checked of a request before anything is called; its type says what that is. */
@Component
class StartChecks {

  private final OperationCatalog operations;
  private final PreflightService preflight;

  StartChecks(OperationCatalog operations, PreflightService preflight) {
    this.operations = operations;
    this.preflight = preflight;
  }

  /** Whether it may be ordered twice. */
  boolean ofRepeatable(Request request) {
    return operations.of(request.details().spec()).isIdempotent();
  }

  /** Throws what the admin API throws. */
  PreflightResult of(Request request) {
    return operations.of(request.details().spec()).beforeTheCall(preflight);
  }
}
