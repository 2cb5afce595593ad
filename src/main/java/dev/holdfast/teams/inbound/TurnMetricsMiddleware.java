package dev.holdfast.teams.inbound;

import com.microsoft.bot.builder.Middleware;
import com.microsoft.bot.builder.NextDelegate;
import com.microsoft.bot.builder.TurnContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Times each turn in {@code holdfast.teams.turns}, by the activity's type, an invoke's name and
 * whether it failed. Types and names that Holdfast does not know count as one, for they come from
 * outside.
 */
@Component
class TurnMetricsMiddleware implements Middleware {

  private static final String OTHER = "other";
  private static final Set<String> TYPES =
      Set.of(
          "message",
          "invoke",
          "conversationUpdate",
          "installationUpdate",
          "messageReaction",
          "messageUpdate",
          "messageDelete",
          "event",
          "typing");
  private static final Set<String> NAMES = Set.of("adaptiveCard/action", "application/search");

  private final MeterRegistry meters;

  TurnMetricsMiddleware(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public CompletableFuture<Void> onTurn(TurnContext turn, NextDelegate next) {
    var begun = Timer.start(meters);
    try {
      return next.next().whenComplete((done, failure) -> stop(begun, turn, failure != null));
    } catch (RuntimeException e) {
      stop(begun, turn, true);
      throw e;
    }
  }

  private void stop(Timer.Sample begun, TurnContext turn, boolean failed) {
    var activity = turn.getActivity();
    var type = known(TYPES, activity.getType());
    begun.stop(
        meters.timer(
            "holdfast.teams.turns",
            "type",
            type,
            "name",
            "invoke".equals(type) ? known(NAMES, activity.getName()) : "none",
            "outcome",
            failed ? "failed" : "done"));
  }

  private static String known(Set<String> all, String word) {
    return Optional.ofNullable(word).filter(all::contains).orElse(OTHER);
  }
}
