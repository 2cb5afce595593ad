package dev.holdfast.adminapi.http;

import dev.holdfast.support.Sleeper;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a read again when the service stumbles or asks for patience: after half a second, then
 * twice as long each time, and never sooner than the service says. For reads only. Whoever needs
 * more patience than the budget has a durable task for it.
 *
 * @param random a number from 0 to 1 that spreads the waits, so that replicas do not knock in step
 * @param budget how long after the first attempt the last one may begin
 */
record ReadRetryPolicy(Sleeper pause, DoubleSupplier random, Clock clock, Duration budget) {

  private static final Logger log = LoggerFactory.getLogger(ReadRetryPolicy.class);
  private static final Duration FIRST = Duration.ofMillis(500);

  /** Enough for two more attempts. */
  private static final Duration BRIEF = Duration.ofSeconds(3);

  interface Attempt {
    HttpReply make() throws IOException;
  }

  ReadRetryPolicy brief() {
    return new ReadRetryPolicy(pause, random, clock, budget.compareTo(BRIEF) < 0 ? budget : BRIEF);
  }

  HttpReply run(HttpCall call, Attempt attempt) throws IOException {
    Patience patience = new Patience(call);
    while (true) {
      try {
        HttpReply reply = attempt.make();
        if (!reply.passing() || !patience.lasts(reply.retryAfter())) {
          return reply;
        }
      } catch (IOException e) {
        if (slow(e) || !patience.lasts(Optional.empty())) {
          throw e;
        }
      }
    }
  }

  /** A read that used up its whole time once would most likely do so again. */
  private static boolean slow(IOException e) {
    return e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
  }

  /** What is left of the budget for one call. */
  private final class Patience {

    private final HttpCall call;
    private final Instant began = clock.instant();
    private Duration backoff = FIRST;
    private Duration waited = Duration.ZERO;

    Patience(HttpCall call) {
      this.call = call;
    }

    /** Waits before another attempt, or says that there shall be none. */
    boolean lasts(Optional<Duration> asked) {
      Duration wait = longer(asked.orElse(Duration.ZERO), spread(backoff));
      if (longer(waited, Duration.between(began, clock.instant())).plus(wait).compareTo(budget)
          > 0) {
        return false;
      }
      log.info("Asked to {}, the service stumbled; it is asked again in {}", call.what(), wait);
      backoff = backoff.multipliedBy(2);
      waited = waited.plus(wait);
      try {
        pause.last(wait);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Up to half as long again. */
  private Duration spread(Duration backoff) {
    return backoff.plusMillis((long) (random.getAsDouble() * backoff.toMillis() / 2));
  }
}
