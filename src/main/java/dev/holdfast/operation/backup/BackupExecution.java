package dev.holdfast.operation.backup;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A backup is known by its label: the service's list shows it, with or without an operation. */
final class BackupExecution implements OperationExecution<BackupSpec> {

  @Override
  public OperationAccepted start(BackupSpec spec, AdminApi api) {
    return api.createBackup(new BackupOrder(spec.source().id(), spec.label(), spec.notes()));
  }

  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.BACKUP;
  }

  @Override
  public Set<String> operationTypes() {
    return Set.of("backup");
  }

  @Override
  public boolean isListed() {
    return true;
  }

  @Override
  public Optional<Backup> listed(BackupSpec spec, Instant earliest, AdminApi api) {
    return api.backups(spec.source().id()).stream()
        .filter(made -> made.label().equals(spec.label()))
        .filter(made -> !made.point().isBefore(earliest))
        .findFirst();
  }

  @Override
  public Verification verify(BackupSpec spec, Instant earliest, AdminApi api) {
    return listed(spec, earliest, api).isPresent()
        ? new Verification.Done(
            Message.of("backup.listed", "environment", spec.source().displayName()),
            Optional.empty())
        : new Verification.NotYet(Message.of("backup.notListed"));
  }
}
