package dev.holdfast.testing;

import dev.holdfast.environment.Catalogue;
import dev.holdfast.environment.Preflight;
import dev.holdfast.environment.Rules;
import dev.holdfast.environment.ServiceOpinion;
import dev.holdfast.environment.TargetNameRule;
import dev.holdfast.platform.AdminApi;
import java.time.Clock;
import java.time.Duration;

/** A preflight with a catalogue of its own that reads on the calling thread. */
public final class Preflights {

  private Preflights() {}

  public static Preflight over(AdminApi api, Clock clock) {
    return over(api, new Rules(), new ServiceOpinion(api), clock);
  }

  public static Preflight over(AdminApi api, Rules rules, ServiceOpinion opinion, Clock clock) {
    Catalogue catalogue =
        new Catalogue(api, clock, Duration.ofMinutes(5), Runnable::run, Runnable::run);
    return new Preflight(api, rules, opinion, new TargetNameRule(catalogue, api), clock);
  }
}
