package dev.holdfast.operation.start;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.policy.calendar.PolicyCalendar;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.OperationSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says before something is submitted whether the policy's calendars would let it start now, or when
 * it's planned to, and if not, when. It may wait for a start; what has none within a year, or
 * within its grace period, can't be submitted.
 */
@Component
class StartWindows {

  static final String ID = "start-window";

  private final PolicyCalendar calendar;
  private final PermissionEvaluator permissions;
  private final Clock clock;

  StartWindows(PolicyCalendar calendar, PermissionEvaluator permissions, Clock clock) {
    this.calendar = calendar;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** Empty where no calendar is about it. */
  Optional<Finding> of(OperationSpec spec, Optional<PlannedStart> start, Person by) {
    if (!calendar.isAbout(spec)) {
      return Optional.empty();
    }
    Instant begin = start.map(PlannedStart::notBefore).orElseGet(clock::instant);
    return Optional.of(
        calendar
            .obstacle(spec, begin, false)
            .map(found -> finding(found, start, passes(spec, begin, by)))
            .orElseGet(() -> finding(Severity.GREEN, free(spec, begin, start.isPresent()))));
  }

  private boolean passes(OperationSpec spec, Instant begin, Person by) {
    return permissions.denialOfEmergency(by, spec).isEmpty()
        && calendar.obstacle(spec, begin, true).isEmpty();
  }

  private static Finding finding(
      StartObstacle found, Optional<PlannedStart> start, boolean emergencyPasses) {
    boolean waits = isInTime(found, start);
    Message words =
        waits
            ? found.reason().then(Message.of("startWindow.waits"))
            : start.map(planned -> found.reason().then(tooLate(planned))).orElseGet(found::reason);
    if (emergencyPasses) {
      return finding(Severity.AMBER, words.then(Message.of("startWindow.emergency")));
    }
    return finding(waits ? Severity.AMBER : Severity.RED, words);
  }

  private static boolean isInTime(StartObstacle found, Optional<PlannedStart> start) {
    return found
        .next()
        .filter(next -> start.filter(planned -> planned.isOver(next)).isEmpty())
        .isPresent();
  }

  private static Message tooLate(PlannedStart planned) {
    return Message.of("startWindow.tooLate", "time", planned.latest());
  }

  private Message free(OperationSpec spec, Instant begin, boolean planned) {
    Message words = Message.of(planned ? "startWindow.then" : "startWindow.now");
    return calendar
        .end(spec, begin)
        .map(end -> words.then(Message.of("startWindow.until", "time", end)))
        .orElse(words);
  }

  private static Finding finding(Severity severity, Message sentence) {
    return Finding.of(ID, severity, Message.of("startWindow.source"), sentence);
  }
}
