package dev.holdfast.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.notice.UndeliverableException.Reason;
import dev.holdfast.teams.gate.NanoTime;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps what the bot sends within Teams' published limits (facts B6), so that Teams refuses none of
 * it: in one conversation 7 a second, 8 in two, 60 in thirty and 1,800 an hour, and 50 a second
 * over all. Those are limits on any such stretch of time, and through any stretch a bucket lets
 * what it holds and what flows in meanwhile; so what it holds and its flow are chosen such that
 * their sum stays below each limit.
 *
 * <p>Each replica counts for itself. Several replicas that send much at once may be told 429, whose
 * {@code Retry-After} is then kept.
 */
final class Pacer {

  /** 4 and 3.7 in two seconds, 4 and 56 in thirty. */
  private static final int BURST = 4;

  private static final int IN_THIRTY_SECONDS = 56;
  private static final int HOURLY_BURST = 600;
  private static final int IN_AN_HOUR = 1200;

  /** What part of a second's limit may go out at one stroke. */
  private static final int STROKE = 10;

  private static final int CONVERSATIONS = 20_000;

  /** Waited on the spot; whatever is longer is for the durable task to come back for. */
  private static final Duration SHORT = Duration.ofMillis(200);

  private final Cache<String, Bucket> conversations =
      Caffeine.newBuilder().maximumSize(CONVERSATIONS).build();
  private final Bucket all;
  private final TimeMeter time;
  private final Pause pause;

  /**
   * @param perSecond Teams' limit over all conversations of the tenant
   * @param nanoTime as {@link System#nanoTime}
   */
  Pacer(int perSecond, LongSupplier nanoTime, Pause pause) {
    this.time = new NanoTime(nanoTime);
    this.pause = pause;
    int stroke = Math.max(1, perSecond / STROKE);
    int flow = Math.max(1, perSecond - stroke);
    this.all =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(stroke).refillGreedy(flow, Duration.ofSeconds(1)))
            .withCustomTimePrecision(time)
            .build();
  }

  /**
   * Returns when one more call may go out.
   *
   * @throws UndeliverableException with {@link Reason#NOT_YET} and the wait when it is long;
   *     nothing was sent
   */
  void turn(String conversation) {
    Bucket own = conversations.get(conversation, unseen -> bucket());
    var probe = own.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
      if (wait.compareTo(SHORT) > 0) {
        throw notYet(wait);
      }
      own.consumeIgnoringRateLimits(1);
      rest(wait);
    }
    rest(Duration.ofNanos(all.consumeIgnoringRateLimits(1)));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(BURST).refillGreedy(IN_THIRTY_SECONDS, Duration.ofSeconds(30)))
        .addLimit(
            limit -> limit.capacity(HOURLY_BURST).refillGreedy(IN_AN_HOUR, Duration.ofHours(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private void rest(Duration wait) {
    if (wait.isZero() || wait.isNegative()) {
      return;
    }
    try {
      pause.last(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notYet(wait);
    }
  }

  private static UndeliverableException notYet(Duration wait) {
    return new UndeliverableException(
        Reason.NOT_YET, "Teams' limit for this conversation is used up", Optional.of(wait));
  }
}
