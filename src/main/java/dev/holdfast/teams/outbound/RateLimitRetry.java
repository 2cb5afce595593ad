package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.support.Sleeper;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Waits here where Teams' limits are used up, for calls that no durable task comes back to; not
 * long, because somebody waits for the answer.
 */
@Component
public class RateLimitRetry {

  private static final int TRIES = 4;

  /** A check of the doctor has some fifteen seconds in all. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Sleeper pause;

  public RateLimitRetry(Sleeper pause) {
    this.pause = pause;
  }

  /** Calls once more after each wait, since nothing was sent before. */
  <T> T call(Supplier<T> call) {
    for (var tries = 1; ; tries++) {
      try {
        return call.get();
      } catch (DeliveryException e) {
        if (e.reason() != Reason.NOT_YET || tries == TRIES || !isShort(wait(e))) {
          throw e;
        }
        rest(e);
      }
    }
  }

  private void rest(DeliveryException heldBack) {
    try {
      pause.last(wait(heldBack));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw heldBack;
    }
  }

  private static Duration wait(DeliveryException heldBack) {
    return heldBack.retryAfter().orElse(Duration.ofSeconds(1));
  }

  private static boolean isShort(Duration wait) {
    return wait.compareTo(LONGEST) <= 0;
  }
}
