package dev.holdfast.notification.delivery;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.notification.store.OutboxBacklog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether notifications are delivered. */
@Component
class OutboxCheck implements DoctorCheck {

  static final Duration LATE = Duration.ofMinutes(15);

  private final OutboxBacklog backlog;
  private final Clock clock;

  OutboxCheck(OutboxBacklog backlog, Clock clock) {
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Deliveries";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    OutboxBacklog.Count found = backlog.count(clock.instant().minus(LATE));
    if (found.late() > 0) {
      return CheckResult.warning(
          "%d message(s) have waited for more than %d minutes%s."
              .formatted(
                  found.late(),
                  LATE.toMinutes(),
                  found.trouble().map(why -> ", the last trouble was: " + why).orElse("")),
          Remedy.of("They are tried further. Look at what Teams said; the log has each attempt."));
    }
    return CheckResult.ok(
        "%d message(s) wait, and %d were given up in the last week."
            .formatted(found.waiting(), found.givenUp()));
  }
}
