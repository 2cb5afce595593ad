package dev.holdfast.operation.several;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.Verification;
import java.time.Instant;
import java.util.Set;

/** Nothing is ordered for all of them: each backup is a request of its own. */
final class SeveralBackupsExecution implements OperationExecution<SeveralBackupsSpec> {

  /**
   * @throws IllegalStateException always: nothing may be called for what has parts
   */
  @Override
  public OperationAccepted start(SeveralBackupsSpec spec, AdminApi api) {
    throw byItsParts(spec);
  }

  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.BACKUP;
  }

  /** No service lists such an operation, so none is ever taken for one of these requests. */
  @Override
  public Set<String> operationTypes() {
    return Set.of(SeveralBackupsSpec.KIND);
  }

  /** Its parts are. */
  @Override
  public boolean isListed() {
    return true;
  }

  /**
   * @throws IllegalStateException always: its parts are verified
   */
  @Override
  public Verification verify(SeveralBackupsSpec spec, Instant earliest, AdminApi api) {
    throw byItsParts(spec);
  }

  static IllegalStateException byItsParts(SeveralBackupsSpec spec) {
    return new IllegalStateException(
        "Backups of " + spec.sources().size() + " environments are carried out by their parts.");
  }
}
