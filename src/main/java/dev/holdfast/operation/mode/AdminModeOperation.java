package dev.holdfast.operation.mode;

import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.OperationRules;
import dev.holdfast.operation.OperationSide;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Map;
import java.util.Optional;

/** Turn administration mode and background operations on or off. */
public final class AdminModeOperation implements OperationType<AdminModeSpec> {

  @Override
  public String kind() {
    return AdminModeSpec.KIND;
  }

  @Override
  public Class<AdminModeSpec> specType() {
    return AdminModeSpec.class;
  }

  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of(
        kind() + "-on", Map.of(OperationSide.TARGET, EnvironmentRole.RESTRICTED),
        kind() + "-off", Map.of(OperationSide.TARGET, EnvironmentRole.OPENED));
  }

  @Override
  public Optional<RequestForm<AdminModeSpec>> form() {
    return Optional.of(new AdminModeRequestForm());
  }

  @Override
  public OperationRules<AdminModeSpec> rules() {
    return new AdminModeRules();
  }

  @Override
  public OperationExecution<AdminModeSpec> execution() {
    return new AdminModeExecution();
  }

  @Override
  public OperationPresenter<AdminModeSpec> presenter() {
    return new AdminModePresenter();
  }
}
