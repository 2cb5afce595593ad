package dev.holdfast.operation.deletion;

import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.OperationRules;
import dev.holdfast.operation.OperationSide;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Delete a manual backup. */
public final class DeleteBackupOperation implements OperationType<DeleteBackupSpec> {

  private final Supplier<BackupDeletionCheck> check;

  /**
   * @param check asked for when something is checked, because it reads requests, and whatever reads
   *     these needs the types of operations first
   */
  public DeleteBackupOperation(Supplier<BackupDeletionCheck> check) {
    this.check = check;
  }

  @Override
  public String kind() {
    return DeleteBackupSpec.KIND;
  }

  @Override
  public Class<DeleteBackupSpec> specType() {
    return DeleteBackupSpec.class;
  }

  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of(kind(), Map.of(OperationSide.TARGET, EnvironmentRole.RECOVERY_CHANGED));
  }

  @Override
  public Optional<RequestForm<DeleteBackupSpec>> form() {
    return Optional.of(new DeleteBackupRequestForm());
  }

  @Override
  public OperationRules<DeleteBackupSpec> rules() {
    return (spec, preflight) -> check.get().beforeTheCall(spec);
  }

  @Override
  public OperationExecution<DeleteBackupSpec> execution() {
    return new DeleteBackupExecution();
  }

  @Override
  public OperationPresenter<DeleteBackupSpec> presenter() {
    return new DeleteBackupPresenter();
  }
}
