package dev.holdfast.operation.copy;

import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.OperationRules;
import dev.holdfast.operation.OperationSide;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Map;
import java.util.Optional;

/** Overwrite an environment with a copy of another one. */
public final class CopyOperation implements OperationType<CopySpec> {

  @Override
  public String kind() {
    return CopySpec.KIND;
  }

  @Override
  public Class<CopySpec> specType() {
    return CopySpec.class;
  }

  @Override
  public Optional<RequestForm<CopySpec>> form() {
    return Optional.of(new CopyRequestForm());
  }

  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of(kind(), OperationSide.OF_OVERWRITING);
  }

  @Override
  public OperationRules<CopySpec> rules() {
    return (spec, preflight) ->
        preflight.overwrite(CopyCheck.of(CopyExecution.order(spec), preflight));
  }

  @Override
  public OperationExecution<CopySpec> execution() {
    return new CopyExecution();
  }

  @Override
  public OperationPresenter<CopySpec> presenter() {
    return new CopyPresenter();
  }
}
