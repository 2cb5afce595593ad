package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.DeliveryException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Measures what goes out to Teams: {@code holdfast.teams.sends}, by kind and outcome, each call;
 * {@code holdfast.teams.paced} how long calls wait for their turn on the spot; {@code
 * holdfast.teams.held} those that are put off, by cause.
 */
@Component
public class OutboundMetrics {

  private final MeterRegistry meters;

  public OutboundMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** What a call is for. */
  enum Kind {
    OPEN,
    POST,
    TARGETED,
    UPDATE,
    TYPING,
    MEMBER,
    MEMBERS;

    /** Teams has a limit of its own for what only asks. */
    boolean asks() {
      return this == MEMBER || this == MEMBERS;
    }

    /** Whether a repetition would make another one. */
    private boolean creates() {
      return this == OPEN || this == POST || this == TARGETED;
    }

    private String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void waiting(Runnable turn) {
    var begun = Timer.start(meters);
    try {
      turn.run();
      begun.stop(meters.timer("holdfast.teams.paced"));
    } catch (DeliveryException e) {
      meters
          .counter("holdfast.teams.held", "cause", e.hindrance().name().toLowerCase(Locale.ROOT))
          .increment();
      throw e;
    }
  }

  <T> T timed(Kind kind, Supplier<T> call) {
    var begun = Timer.start(meters);
    var outcome = "failed";
    try {
      var result = call.get();
      outcome = "taken";
      return result;
    } catch (ConnectorException e) {
      outcome = outcome(kind, e);
      throw e;
    } finally {
      begun.stop(meters.timer("holdfast.teams.sends", "kind", kind.tag(), "outcome", outcome));
    }
  }

  /** Uncertain is a post that may have arrived: the repetition of an update does no harm. */
  private static String outcome(Kind kind, ConnectorException e) {
    if (e.status() >= 500) {
      return kind.creates() ? "uncertain" : "unavailable";
    }
    return switch (e.status()) {
      case ConnectorException.NOT_SENT -> "not_sent";
      case ConnectorException.NO_ANSWER, 408 -> kind.creates() ? "uncertain" : "unavailable";
      case 412, 429 -> "throttled";
      case 401, 403 -> "refused";
      case 404 -> "gone";
      default -> "not_taken";
    };
  }
}
