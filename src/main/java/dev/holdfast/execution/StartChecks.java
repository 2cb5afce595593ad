package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import dev.holdfast.request.StepTransitions;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is checked of a request before anything is called; its type says what that is. */
@Component
class StartChecks {

  private final OperationCatalog operations;
  private final PreflightService preflight;
  private final AdminApi api;

  StartChecks(OperationCatalog operations, PreflightService preflight, AdminApi api) {
    this.api = api;
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

  /** The IDs of all operations that are listed for the environment. Throws the same. */
  Set<String> operationsBefore(StepTransitions call) {
    return api.operations(call.spec().affected().id()).stream()
        .map(AdminOperation::id)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
