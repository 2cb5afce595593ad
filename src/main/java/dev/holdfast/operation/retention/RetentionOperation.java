package dev.holdfast.operation.retention;

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

/** Change how long the backups of an environment are kept. */
public final class RetentionOperation implements OperationType<RetentionSpec> {

  private final Supplier<RetentionCheck> check;

  /**
   * @param check asked for when something is checked, because it reads requests, and whatever reads
   *     these needs the types of operations first
   */
  public RetentionOperation(Supplier<RetentionCheck> check) {
    this.check = check;
  }

  @Override
  public String kind() {
    return RetentionSpec.KIND;
  }

  @Override
  public Class<RetentionSpec> specType() {
    return RetentionSpec.class;
  }

  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of(kind(), Map.of(OperationSide.TARGET, EnvironmentRole.RECOVERY_CHANGED));
  }

  @Override
  public Optional<RequestForm<RetentionSpec>> form() {
    return Optional.of(new RetentionRequestForm());
  }

  @Override
  public OperationRules<RetentionSpec> rules() {
    return (spec, preflight) -> check.get().beforeTheCall(spec);
  }

  @Override
  public OperationExecution<RetentionSpec> execution() {
    return new RetentionExecution();
  }

  @Override
  public OperationPresenter<RetentionSpec> presenter() {
    return new RetentionPresenter();
  }
}
