package dev.holdfast.environment.preflight.update;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The service has planned something for an environment; what and when isn't documented. */
@Component
@Order(60)
final class PlannedUpdateRule extends UpdateRule {

  @Override
  public Optional<Finding> used(EnvironmentProfile environment) {
    int planned = environment.facts().planned();
    return planned == 0
        ? Optional.empty()
        : Optional.of(
            amber("rule.update.amber.planned", "count", planned, "environment", environment.name())
                .toldBy(Finding.Teller.FINOPS_PROPERTIES));
  }
}
