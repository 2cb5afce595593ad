package dev.holdfast.operation.restore;

import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.OperationRules;
import dev.holdfast.operation.OperationSide;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Map;
import java.util.Optional;

/** Overwrite an environment with what another one was at an instant. */
public final class RestoreOperation implements OperationType<RestoreSpec> {

  @Override
  public String kind() {
    return RestoreSpec.KIND;
  }

  @Override
  public Class<RestoreSpec> specType() {
    return RestoreSpec.class;
  }

  @Override
  public Optional<RequestForm<RestoreSpec>> form() {
    return Optional.of(new RestoreRequestForm());
  }

  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of(kind(), OperationSide.OF_OVERWRITING);
  }

  @Override
  public OperationRules<RestoreSpec> rules() {
    return (spec, preflight) -> preflight.beforeTheCall(RestoreExecution.order(spec));
  }

  @Override
  public OperationExecution<RestoreSpec> execution() {
    return new RestoreExecution();
  }

  @Override
  public OperationPresenter<RestoreSpec> presenter() {
    return new RestorePresenter();
  }
}
