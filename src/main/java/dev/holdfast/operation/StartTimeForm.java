package dev.holdfast.operation;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.policy.calendar.PolicyCalendar;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.step.OperationSpec;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says before something is submitted whether the policy's calendars would let it start now, and if
 * not, when. It may wait for a start; what has none for a year can't be submitted.
 */
@Component
public class StartTimeForm {

  private static final String ID = "start-time";

  private final PolicyCalendar calendar;
  private final PermissionEvaluator permissions;

  StartTimeForm(PolicyCalendar calendar, PermissionEvaluator permissions) {
    this.calendar = calendar;
    this.permissions = permissions;
  }

  /** Empty where no calendar is about it. */
  public Optional<Finding> check(OperationSpec work, Person by) {
    if (!calendar.isAbout(work)) {
      return Optional.empty();
    }
    return Optional.of(
        calendar
            .obstacle(work, false)
            .map(found -> finding(found, passes(work, by)))
            .orElseGet(() -> finding(Severity.GREEN, now(work))));
  }

  private boolean passes(OperationSpec work, Person by) {
    return permissions.denialOfEmergency(by, work).isEmpty()
        && calendar.obstacle(work, true).isEmpty();
  }

  private static Finding finding(StartObstacle found, boolean emergencyPasses) {
    Message waits =
        found.next().isPresent()
            ? found.reason().then(Message.of("startTime.waits"))
            : found.reason();
    if (emergencyPasses) {
      return finding(Severity.AMBER, waits.then(Message.of("startTime.emergency")));
    }
    return finding(found.next().isPresent() ? Severity.AMBER : Severity.RED, waits);
  }

  private Message now(OperationSpec work) {
    Message now = Message.of("startTime.now");
    return calendar
        .end(work)
        .map(end -> now.then(Message.of("startTime.until", "time", end)))
        .orElse(now);
  }

  private static Finding finding(Severity severity, Message sentence) {
    return Finding.of(ID, severity, Message.of("startTime.source"), sentence);
  }
}
