package dev.holdfast.operation.adminmode;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.operation.OperationRules;
import java.util.List;
import java.util.Optional;

/** What is checked just before the call: whether there's still a mode to leave. */
final class LeaveAdminModeRules implements OperationRules<LeaveAdminModeSpec> {

  private static final String RULE = "R20";

  /** What was read just before the call. */
  private record Result(
      EnvironmentProfile affected,
      List<Finding> checks,
      Optional<TemporaryBlocker> obstacle,
      Optional<Message> doneAlready)
      implements PreflightResult {}

  @Override
  public PreflightResult beforeTheCall(LeaveAdminModeSpec spec, PreflightService preflight) {
    EnvironmentProfile target = preflight.readWithOperations(spec.target().id());
    EnvironmentObservation seen =
        new EnvironmentObservation(target.environment(), target.operations().orElseThrow());
    if (!preflight.capabilities().administrationMode()) {
      return impossible(target, Message.of("leaveAdminMode.notSupported"));
    }
    if (seen.enabled()) {
      Message already =
          Message.of(
              "leaveAdminMode.already",
              "environment",
              target.name(),
              "background",
              LeaveAdminModeExecution.background(target.environment()));
      return new Result(target, List.of(), Optional.empty(), Optional.of(already));
    }
    if (!target.environment().inAdministrationMode()) {
      return impossible(
          target,
          LeaveAdminModeExecution.withState("leaveAdminMode.otherState", target.environment()));
    }
    return new Result(
        target,
        List.of(),
        seen.busyWith().map(why -> new TemporaryBlocker(why, Optional.empty())),
        Optional.empty());
  }

  private static Result impossible(EnvironmentProfile target, Message why) {
    Finding red = Finding.of(RULE, Severity.RED, Message.plain(""), why);
    return new Result(target, List.of(red), Optional.empty(), Optional.empty());
  }
}
