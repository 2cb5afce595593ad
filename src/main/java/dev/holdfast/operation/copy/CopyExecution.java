package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OverwriteResult;
import dev.holdfast.operation.Verification;
import java.time.Instant;
import java.util.Set;

/** A copy shows by the state of its target alone. */
final class CopyExecution implements OperationExecution<CopySpec> {

  @Override
  public OperationAccepted start(CopySpec spec, AdminApi api) {
    return api.copy(order(spec));
  }

  /** What is checked before the call and what is called are made in this one place. */
  static CopyOrder order(CopySpec spec) {
    return new CopyOrder(
        spec.source().id(),
        spec.target().id(),
        spec.newName().orElse(""),
        spec.type(),
        spec.skipAuditData(),
        spec.securityGroupId());
  }

  /** The word is INFERRED (facts 1.5); one that isn't known may be ours, and a person decides. */
  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.COPY;
  }

  @Override
  public Set<String> operationTypes() {
    return Set.of("copy");
  }

  @Override
  public Verification verify(CopySpec spec, Instant earliest, AdminApi api) {
    String target = spec.target().id();
    return OverwriteResult.of(spec.kind(), api.environment(target), () -> api.operations(target));
  }
}
