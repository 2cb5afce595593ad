package dev.holdfast.operation.restore;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OverwriteResult;
import dev.holdfast.operation.Verification;
import java.time.Instant;
import java.util.Set;

/** A restore shows by the state of its target alone. */
final class RestoreExecution implements OperationExecution<RestoreSpec> {

  @Override
  public OperationAccepted start(RestoreSpec spec, AdminApi api) {
    return api.restore(order(spec));
  }

  /** What is checked before the call and what is called are made in this one place. */
  static RestoreOrder order(RestoreSpec spec) {
    return new RestoreOrder(
        spec.source().id(),
        spec.target().id(),
        spec.keepsName() ? "" : spec.targetName(),
        spec.point(),
        spec.skipAuditData(),
        spec.securityGroupId());
  }

  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.RESTORE;
  }

  @Override
  public Set<String> operationTypes() {
    return Set.of("restore");
  }

  @Override
  public Verification verify(RestoreSpec spec, Instant earliest, AdminApi api) {
    String target = spec.target().id();
    return OverwriteResult.of(spec.kind(), api.environment(target), () -> api.operations(target));
  }
}
