package dev.holdfast.testing;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.FreshReads;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.OverwriteCheck;
import dev.holdfast.environment.preflight.PreflightRule;
import dev.holdfast.environment.preflight.PreflightRules;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.TargetNameRule;
import dev.holdfast.environment.preflight.validation.ValidationFollower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A preflight with a catalog of its own that reads on the calling thread. */
public final class Preflights {

  /** The rules that hold whatever the type of operation. */
  public static final PreflightRules COMMON_RULES =
      new PreflightRules(Components.of(PreflightRule.class));

  private static final FinOpsAnswer<TenantCapacity> NOT_ASKED =
      new FinOpsAnswer.Unavailable<>(FinOpsAnswer.Reason.NOT_ASKED, "Nobody is asked.");

  private Preflights() {}

  /** A time at which nothing is known of the tenant's capacity. */
  public static OverwriteCheck.Situation at(Instant now) {
    return new OverwriteCheck.Situation(now, NOT_ASKED);
  }

  /** All rules, with the usual time until a backup can be restored. */
  public static Rules rules() {
    return new Rules(new RestoreWindow(RestoreWindow.USUAL_SETTLING), COMMON_RULES);
  }

  /** Reads of an admin API that tells nothing of the tenant's capacity. */
  public static FreshReads reads(AdminApi api, FinOpsApi finOps, Clock clock) {
    return new FreshReads(api, finOps, () -> NOT_ASKED, clock);
  }

  /** The same with nobody to ask of finance and operations. */
  public static FreshReads reads(AdminApi api, Clock clock) {
    return reads(api, new ToldFinOps(), clock);
  }

  /** The service's own check, followed without waiting. */
  public static ServiceValidation opinion(AdminApi api, Clock clock) {
    return new ServiceValidation(
        api, new ValidationFollower(api, clock, time -> {}, Duration.ofSeconds(10)));
  }

  public static PreflightService over(AdminApi api, Clock clock) {
    return over(api, rules(), opinion(api, clock), clock);
  }

  public static PreflightService over(
      AdminApi api, Rules rules, ServiceValidation opinion, Clock clock) {
    return over(api, reads(api, new ToldFinOps(), clock), rules, opinion, clock);
  }

  /** Over an admin API, and what is told of finance and operations. */
  public static PreflightService over(AdminApi api, FinOpsApi finOps, Clock clock) {
    return over(api, reads(api, finOps, clock), rules(), opinion(api, clock), clock);
  }

  private static PreflightService over(
      AdminApi api, FreshReads reads, Rules rules, ServiceValidation opinion, Clock clock) {
    EnvironmentCatalog catalog =
        new EnvironmentCatalog(reads, clock, Duration.ofMinutes(5), Runnable::run, Runnable::run);
    return new PreflightService(reads, rules, opinion, new TargetNameRule(catalog, api), clock);
  }
}
