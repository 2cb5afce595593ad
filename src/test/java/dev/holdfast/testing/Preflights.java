package dev.holdfast.testing;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.TargetNameRule;
import java.time.Clock;
import java.time.Duration;

/** A preflight with a catalog of its own that reads on the calling thread. */
public final class Preflights {

  private Preflights() {}

  public static PreflightService over(AdminApi api, Clock clock) {
    return over(api, new Rules(), new ServiceValidation(api), clock);
  }

  public static PreflightService over(
      AdminApi api, Rules rules, ServiceValidation opinion, Clock clock) {
    EnvironmentCatalog catalog =
        new EnvironmentCatalog(api, clock, Duration.ofMinutes(5), Runnable::run, Runnable::run);
    return new PreflightService(api, rules, opinion, new TargetNameRule(catalog, api), clock);
  }
}
