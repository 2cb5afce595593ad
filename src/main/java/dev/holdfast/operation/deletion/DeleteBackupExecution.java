package dev.holdfast.operation.deletion;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A deletion shows by the list of backups alone, and only where every row of it could be read. */
final class DeleteBackupExecution implements OperationExecution<DeleteBackupSpec> {

  /**
   * By the ID that the admin API gives it that takes the order. That it isn't listed any more is no
   * success: somebody else deleted it.
   */
  @Override
  public OperationAccepted start(DeleteBackupSpec spec, AdminApi api) {
    return api.deleteBackup(spec.target().id(), listed(spec, api).id());
  }

  /**
   * @throws AdminApiException that says that nothing was ordered
   */
  private static Backup listed(DeleteBackupSpec spec, AdminApi api) {
    List<Backup> backups;
    try {
      backups = api.backups(spec.target().id());
    } catch (AdminApiException e) {
      throw e.refused() ? e : new AdminApiException(Kind.UNREACHABLE, e.getMessage(), e.answer());
    }
    return BackupMatch.find(spec, backups)
        .orElseThrow(
            () ->
                new AdminApiException(
                    Kind.NOT_FOUND,
                    StoredMessage.english(about(spec, "deleteBackup.notListed")),
                    AdminApiException.Answer.NONE));
  }

  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.DELETE_BACKUP;
  }

  /** INFERRED: no operation of a deletion was seen (facts 1.9). */
  @Override
  public Set<String> operationTypes() {
    return Set.of("deletebackup");
  }

  @Override
  public boolean showsByItself() {
    return true;
  }

  @Override
  public Verification verify(DeleteBackupSpec spec, Instant earliest, AdminApi api) {
    ServiceList<Backup> backups = api.backups(spec.target().id());
    if (backups.unreadable() > 0) {
      return new Verification.NotYet(
          about(spec, "deleteBackup.unreadable").with("count", backups.unreadable()));
    }
    return BackupMatch.isGone(spec, backups)
        ? new Verification.Done(about(spec, "deleteBackup.gone"), Optional.empty())
        : new Verification.NotYet(about(spec, "deleteBackup.stillListed"));
  }

  private static Message about(DeleteBackupSpec spec, String code) {
    return Message.of(code, "label", spec.label(), "environment", spec.target().displayName());
  }
}
