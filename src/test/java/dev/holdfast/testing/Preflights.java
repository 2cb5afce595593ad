package dev.holdfast.testing;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.PreflightRule;
import dev.holdfast.environment.preflight.PreflightRules;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.TargetNameRule;
import java.time.Clock;
import java.time.Duration;

/** A preflight with a catalog of its own that reads on the calling thread. */
public final class Preflights {

  /** The rules that hold whatever the type of operation. */
  public static final PreflightRules COMMON_RULES =
      new PreflightRules(Components.of(PreflightRule.class));

  private Preflights() {}

  /** All rules, with the usual time until a backup can be restored. */
  public static Rules rules() {
    return new Rules(new RestoreWindow(RestoreWindow.USUAL_SETTLING), COMMON_RULES);
  }

  public static PreflightService over(AdminApi api, Clock clock) {
    return over(api, rules(), new ServiceValidation(api), clock);
  }

  public static PreflightService over(
      AdminApi api, Rules rules, ServiceValidation opinion, Clock clock) {
    EnvironmentCatalog catalog =
        new EnvironmentCatalog(api, clock, Duration.ofMinutes(5), Runnable::run, Runnable::run);
    return new PreflightService(api, rules, opinion, new TargetNameRule(catalog, api), clock);
  }
}
