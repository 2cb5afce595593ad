package dev.holdfast.operation.retention;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Only the environment itself shows that its backups are kept as ordered. */
final class RetentionExecution implements OperationExecution<RetentionSpec> {

  @Override
  public OperationAccepted start(RetentionSpec spec, AdminApi api) {
    return api.setBackupRetention(spec.environment().id(), spec.period());
  }

  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.RETENTION;
  }

  /** INFERRED from other changes of an environment (facts 1.5). */
  @Override
  public Set<String> operationTypes() {
    return Set.of("edit");
  }

  @Override
  public boolean showsByItself() {
    return true;
  }

  @Override
  public Verification verify(RetentionSpec spec, Instant earliest, AdminApi api) {
    Environment now = api.environment(spec.environment().id());
    Optional<Long> kept = RetentionRules.days(now);
    Message about = Message.of("backupRetention.notReported", "environment", now.displayName());
    if (kept.isPresent()) {
      String code = kept.get() == spec.days() ? "backupRetention.done" : "backupRetention.notShown";
      about = Message.of(code, "environment", now.displayName(), "days", kept.get());
    }
    return kept.filter(days -> days == spec.days()).isPresent()
        ? new Verification.Done(about, Optional.empty())
        : new Verification.NotYet(about);
  }
}
