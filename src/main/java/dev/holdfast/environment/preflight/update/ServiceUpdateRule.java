package dev.holdfast.environment.preflight.update;

import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An environment that is restored onto itself gets back the code of that time (rule R17), so a
 * service update since then is undone. Nobody tells which version it had at an instant, so this
 * goes by whether there was a day on which it may have been updated.
 */
@Component
@Order(80)
final class ServiceUpdateRule extends UpdateRule {

  @Override
  public Optional<Finding> ontoItself(EnvironmentProfile target, Instant point, Instant now) {
    if (!isUpdated(target)) {
      return Optional.empty();
    }
    Optional<Set<DayOfWeek>> days =
        target
            .facts()
            .maintenance()
            .known()
            .map(FinOpsMaintenance::days)
            .filter(known -> !known.isEmpty());
    return Optional.of(
        days.map(known -> since(target, point, now, known))
            .orElseGet(
                () ->
                    amber(
                        "rule.update.amber.itself.unknown",
                        "target",
                        target.name(),
                        "point",
                        point)));
  }

  private Finding since(
      EnvironmentProfile target, Instant point, Instant now, Set<DayOfWeek> window) {
    Set<DayOfWeek> hit = EnumSet.copyOf(window);
    hit.retainAll(weekdays(point, now));
    Finding found =
        hit.isEmpty()
            ? green(
                "rule.update.green.itself",
                "target",
                target.name(),
                "point",
                point,
                "days",
                sorted(window))
            : amber(
                "rule.update.amber.itself",
                "target",
                target.name(),
                "point",
                point,
                "days",
                sorted(hit));
    return found.toldBy(Finding.Teller.FINOPS_SETTINGS);
  }
}
