package dev.holdfast.operation.mode;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Map;

/**
 * Set administration mode and background operations of an environment. One call sets both, and
 * background operations can be off only in the mode (rule R42), so people agree to both.
 *
 * @param mode what is set
 * @param wasOn whether the environment was in administration mode when it was requested; then the
 *     mode may be only kept
 */
@JsonTypeName(AdminModeSpec.KIND)
public record AdminModeSpec(EnvironmentRef environment, AdministrationMode mode, boolean wasOn)
    implements OperationSpec {

  public static final String KIND = "admin-mode";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<EnvironmentUse> environments() {
    return List.of(
        new EnvironmentUse(
            environment, mode.isOn() ? EnvironmentRole.RESTRICTED : EnvironmentRole.OPENED));
  }

  @Override
  public List<String> digestParts() {
    return List.of(KIND, environment.id(), mode.name(), String.valueOf(wasOn));
  }

  @Override
  public OperationFacts facts() {
    return OperationFacts.of(Map.of("mode", mode.name(), "wasOn", String.valueOf(wasOn)));
  }

  /** What it changes. */
  AdminModeChange change() {
    return switch (mode) {
      case OFF -> AdminModeChange.OFF;
      case ON -> wasOn ? AdminModeChange.BACKGROUND_ON : AdminModeChange.ON;
      case ON_WITHOUT_BACKGROUND_OPERATIONS ->
          wasOn ? AdminModeChange.BACKGROUND_OFF : AdminModeChange.ON_WITHOUT_BACKGROUND;
    };
  }

  /** What undoes it, as far as that is known: background operations as they usually are. */
  AdministrationMode opposite() {
    return switch (change()) {
      case ON, ON_WITHOUT_BACKGROUND -> AdministrationMode.OFF;
      case OFF, BACKGROUND_ON -> AdministrationMode.ON_WITHOUT_BACKGROUND_OPERATIONS;
      case BACKGROUND_OFF -> AdministrationMode.ON;
    };
  }
}
