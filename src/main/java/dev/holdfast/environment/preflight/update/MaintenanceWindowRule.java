package dev.holdfast.environment.preflight.update;

import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.message.Message;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether a day of the maintenance window falls into the time that an operation is expected to
 * take. A window has days and no hours, and nobody documents their time zone.
 */
@Component
@Order(70)
final class MaintenanceWindowRule extends UpdateRule {

  /** What the documentation says a restore or copy takes (rule R24). */
  private static final Duration EXPECTED = Duration.ofHours(8);

  @Override
  public Optional<Finding> used(EnvironmentProfile environment) {
    FinOpsAnswer<FinOpsMaintenance> answer = environment.facts().maintenance();
    if (!isUpdated(environment)) {
      return Optional.empty();
    }
    if (answer instanceof FinOpsAnswer.Unavailable<FinOpsMaintenance> none) {
      return none.reason() == Reason.NOT_ASKED
          ? Optional.empty()
          : Optional.of(told(unread(environment, none.why())));
    }
    return answer.known().map(window -> told(window(environment, window)));
  }

  private static Finding told(Finding finding) {
    return finding.toldBy(Finding.Teller.FINOPS_SETTINGS);
  }

  private Finding unread(EnvironmentProfile environment, String why) {
    return amber("rule.update.amber.unread", "environment", environment.name(), "reason", why);
  }

  private Finding window(EnvironmentProfile environment, FinOpsMaintenance window) {
    if (window.days().isEmpty()) {
      return amber("rule.update.amber.noDays", "environment", environment.name());
    }
    Instant now = environment.facts().readAt();
    Set<DayOfWeek> hit = EnumSet.copyOf(window.days());
    hit.retainAll(weekdays(now, now.plus(EXPECTED)));
    Message message =
        Message.of(
            hit.isEmpty() ? "rule.update.green.window" : "rule.update.amber.window",
            "environment",
            environment.name(),
            "days",
            sorted(hit.isEmpty() ? window.days() : hit));
    return hit.isEmpty() ? green(message) : amber(message.with("expected", EXPECTED));
  }
}
