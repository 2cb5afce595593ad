package dev.holdfast.platform.http;

import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries a read up to three times, about half a second and a second apart, when the service
 * stumbles. For reads only. Whoever needs more patience than that has a durable task for it.
 *
 * @param random a number from 0 to 1 that spreads the waits, so that replicas do not knock in step
 */
record ReadRetry(Pause pause, DoubleSupplier random) {

  private static final int ATTEMPTS = 3;
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  interface Attempt {
    Reply make() throws IOException;
  }

  Reply run(Attempt attempt) throws IOException {
    for (int made = 1; ; made++) {
      try {
        Reply reply = attempt.make();
        if (!reply.passing() || made == ATTEMPTS || !waited(made, reply)) {
          return reply;
        }
      } catch (IOException e) {
        if (slow(e) || made == ATTEMPTS || !waited(made, null)) {
          throw e;
        }
      }
    }
  }

  /** A read that used up its whole time once would most likely do so again. */
  private static boolean slow(IOException e) {
    return e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
  }

  private boolean waited(int made, @Nullable Reply reply) {
    Duration wait = FIRST.multipliedBy(made).plusMillis((long) (random.getAsDouble() * 250));
    if (reply != null && reply.retryAfter().isPresent()) {
      wait = reply.retryAfter().get();
    }
    if (wait.compareTo(LONGEST) > 0) {
      return false;
    }
    try {
      pause.last(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
