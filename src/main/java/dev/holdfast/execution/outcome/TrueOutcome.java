package dev.holdfast.execution.outcome;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.operation.Verification;
import java.util.function.Supplier;

/**
 * How an operation stands, from all sources together: the operation itself, its environment with
 * Dataverse, and the finance and operations apps there. The one place that says that it succeeded.
 */
public sealed interface TrueOutcome {

  /** All sources agree on it. */
  record Succeeded(Verification.Done environment, FinOpsFinding finOps) implements TrueOutcome {}

  /** The operation doesn't say that it succeeded. */
  record OperationOpen(AdminOperation.State state) implements TrueOutcome {}

  /** The environment with Dataverse doesn't show it. */
  record EnvironmentOpen(Verification environment) implements TrueOutcome {}

  /** The environment with Dataverse shows it, and finance and operations doesn't. */
  record FinOpsOpen(Verification.Done environment, FinOpsFinding.Open finOps)
      implements TrueOutcome {}

  /**
   * @param finOps asked only when everything else agrees
   */
  static TrueOutcome of(
      AdminOperation.State operation, Verification environment, Supplier<FinOpsFinding> finOps) {
    if (operation != AdminOperation.State.SUCCEEDED) {
      return new OperationOpen(operation);
    }
    if (!(environment instanceof Verification.Done done)) {
      return new EnvironmentOpen(environment);
    }
    FinOpsFinding found = finOps.get();
    return found instanceof FinOpsFinding.Open open
        ? new FinOpsOpen(done, open)
        : new Succeeded(done, found);
  }
}
