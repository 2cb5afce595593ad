package dev.holdfast.operation.adminmode;

import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.OperationRules;
import dev.holdfast.operation.OperationSide;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.OperationSpec;
import java.util.Map;
import java.util.Optional;

/** Take an environment out of the administration mode in which another request has left it. */
public final class LeaveAdminModeOperation implements OperationType<LeaveAdminModeSpec> {

  @Override
  public String kind() {
    return LeaveAdminModeSpec.KIND;
  }

  @Override
  public Class<LeaveAdminModeSpec> specType() {
    return LeaveAdminModeSpec.class;
  }

  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of(kind(), Map.of(OperationSide.TARGET, EnvironmentRole.OPENED));
  }

  @Override
  public OperationRules<LeaveAdminModeSpec> rules() {
    return new LeaveAdminModeRules();
  }

  @Override
  public OperationExecution<LeaveAdminModeSpec> execution() {
    return new LeaveAdminModeExecution();
  }

  @Override
  public OperationPresenter<LeaveAdminModeSpec> presenter() {
    return new LeaveAdminModePresenter();
  }

  @Override
  public Optional<RequestForm<LeaveAdminModeSpec>> form() {
    return Optional.empty();
  }

  @Override
  public Optional<OperationSpec> leaveAdminMode(EnvironmentRef target, String parent) {
    return Optional.of(new LeaveAdminModeSpec(target, parent));
  }
}
