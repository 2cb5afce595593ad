package dev.holdfast.operation.adminmode;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Take an environment out of administration mode.
 *
 * @param parent the number of the request that has left it in the mode
 */
@JsonTypeName(LeaveAdminModeSpec.KIND)
public record LeaveAdminModeSpec(EnvironmentRef target, String parent) implements OperationSpec {

  public static final String KIND = "leave-admin-mode";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<EnvironmentUse> environments() {
    return List.of(new EnvironmentUse(target, EnvironmentRole.OPENED));
  }

  @Override
  public List<String> digestParts() {
    return List.of(KIND, target.id(), parent);
  }

  @Override
  public OperationFacts facts() {
    return OperationFacts.of(Map.of("parent", parent));
  }

  @Override
  public Optional<String> followUpOf() {
    return Optional.of(parent);
  }

  @Override
  public boolean needsApproval() {
    return false;
  }
}
