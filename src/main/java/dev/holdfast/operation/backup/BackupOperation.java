package dev.holdfast.operation.backup;

import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.OperationRules;
import dev.holdfast.operation.OperationSide;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Map;
import java.util.Optional;

/** Create a manual backup. */
public final class BackupOperation implements OperationType<BackupSpec> {

  @Override
  public String kind() {
    return BackupSpec.KIND;
  }

  @Override
  public Class<BackupSpec> specType() {
    return BackupSpec.class;
  }

  @Override
  public Optional<RequestForm<BackupSpec>> form() {
    return Optional.of(new BackupRequestForm());
  }

  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of(kind(), Map.of(OperationSide.SOURCE, EnvironmentRole.HELD));
  }

  @Override
  public OperationRules<BackupSpec> rules() {
    return (spec, preflight) -> preflight.backup(spec.source().id());
  }

  @Override
  public OperationExecution<BackupSpec> execution() {
    return new BackupExecution();
  }

  @Override
  public OperationPresenter<BackupSpec> presenter() {
    return new BackupPresenter();
  }
}
