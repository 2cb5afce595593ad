package dev.holdfast.operation.mode;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.operation.OperationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is checked of a change of administration mode (rules R42 to R44). */
final class AdminModeRules implements OperationRules<AdminModeSpec> {

  private static final String ENVIRONMENT = "environment";

  /** What was read just before the call. */
  private record Result(
      EnvironmentProfile affected,
      List<Finding> checks,
      Optional<TemporaryBlocker> obstacle,
      Optional<Message> doneAlready)
      implements PreflightResult {}

  /**
   * What is said when it's requested. What is set already isn't requested.
   *
   * @param changeable whether the admin API in use can change the mode
   */
  static List<Finding> reviewed(
      EnvironmentProfile environment, AdministrationMode mode, boolean changeable) {
    List<Finding> found = new ArrayList<>(impossible(environment, changeable));
    Environment now = environment.environment();
    if (!found.isEmpty()) {
      return found;
    }
    if (mode.isFullySeenAt(now)) {
      return List.of(
          AdminModeRule.STATE.red(AdminModeExecution.withState("adminModeChange.already", now)));
    }
    if (mode.isOn() && !now.inAdministrationMode()) {
      found.add(about(AdminModeRule.R42, "adminModeChange.keepsOut", environment));
    }
    if (!mode.hasBackgroundOperations()) {
      found.add(about(AdminModeRule.R42, "adminModeChange.stopsBackground", environment));
    }
    if (mode == AdministrationMode.ON) {
      found.add(about(AdminModeRule.R44, "adminModeChange.mayStayOff", environment));
    }
    if (!mode.isOn() && environment.kind() == EnvironmentKind.UDE) {
      found.add(about(AdminModeRule.R43, "adminModeChange.mayHang", environment));
    }
    return found;
  }

  private static Finding about(AdminModeRule rule, String code, EnvironmentProfile environment) {
    return rule.amber(code, ENVIRONMENT, environment.name());
  }

  private static List<Finding> impossible(EnvironmentProfile environment, boolean changeable) {
    Environment now = environment.environment();
    if (!changeable) {
      return List.of(AdminModeRule.SERVICE.red("adminModeChange.notSupported"));
    }
    if (now.dataverse().isEmpty()) {
      return List.of(
          AdminModeRule.R42.red("adminModeChange.noDataverse", ENVIRONMENT, environment.name()));
    }
    return AdministrationMode.OFF.isSeenAt(now) || now.inAdministrationMode()
        ? List.of()
        : List.of(
            AdminModeRule.STATE.red(
                AdminModeExecution.withState("adminModeChange.otherState", now)));
  }

  @Override
  public PreflightResult beforeTheCall(AdminModeSpec spec, PreflightService preflight) {
    EnvironmentProfile environment = preflight.readWithOperations(spec.environment().id());
    Environment now = environment.environment();
    List<Finding> checks =
        new ArrayList<>(impossible(environment, preflight.capabilities().administrationMode()));
    if (checks.isEmpty() && spec.mode().isFullySeenAt(now)) {
      Message already = AdminModeExecution.withState("adminModeChange.done", now);
      return new Result(environment, checks, Optional.empty(), Optional.of(already));
    }
    if (checks.isEmpty() && isOtherwiseThanApproved(spec, now)) {
      checks.add(AdminModeRule.STATE.red("adminModeChange.left", ENVIRONMENT, environment.name()));
    }
    return new Result(
        environment,
        checks,
        new EnvironmentObservation(now, environment.operations().orElseThrow())
            .busyWith()
            .filter(why -> Finding.worst(checks) != Severity.RED)
            .map(why -> new TemporaryBlocker(why, Optional.empty())),
        Optional.empty());
  }

  /** People agreed to change background operations, not to keep everybody out. */
  private static boolean isOtherwiseThanApproved(AdminModeSpec spec, Environment now) {
    return spec.wasOn() && spec.mode().isOn() && !now.inAdministrationMode();
  }
}
