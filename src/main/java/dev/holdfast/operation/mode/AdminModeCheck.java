package dev.holdfast.operation.mode;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.operation.CheckedOrder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Checks a change of administration mode against the environment as it is now. */
@Component
class AdminModeCheck {

  private final EnvironmentLabels labels;
  private final PreflightService preflight;
  private final Clock clock;

  AdminModeCheck(EnvironmentLabels labels, PreflightService preflight, Clock clock) {
    this.labels = labels;
    this.preflight = preflight;
    this.clock = clock;
  }

  /** Throws what the admin API throws. */
  CheckedOrder check(String environmentId, AdministrationMode mode) {
    EnvironmentProfile now = preflight.read(environmentId);
    return CheckedOrder.of(
        new AdminModeSpec(labels.name(now), mode, now.environment().inAdministrationMode()),
        AdminModeRules.reviewed(now, mode, isChangeable()),
        clock.instant());
  }

  /** Whether the admin API in use can change the mode. */
  boolean isChangeable() {
    return preflight.capabilities().administrationMode();
  }
}
