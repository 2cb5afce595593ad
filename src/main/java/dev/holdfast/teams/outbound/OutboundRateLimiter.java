package dev.holdfast.teams.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.support.Sleeper;
import dev.holdfast.teams.auth.NanoClock;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps what the bot sends within Teams' published limits (facts B6), so that Teams refuses none of
 * it: in one conversation 7 a second, 8 in two, 60 in thirty and 1,800 an hour, twice as much of
 * what only asks, and 50 a second over all. Those are limits on any such stretch of time, and
 * through any stretch a bucket lets what it holds and what flows in meanwhile; so what it holds and
 * its flow are chosen such that their sum stays below each limit.
 *
 * <p>Each replica counts for itself. Several replicas that send much at once may be told 429, whose
 * {@code Retry-After} is then kept.
 */
public final class OutboundRateLimiter {

  /** What Teams limits by itself in one conversation. */
  enum Limit {
    /** 4 and 3.7 in two seconds, 4 and 56 in thirty. */
    SEND(4, 56, 600, 1200),
    /** 8 and 7.5 in two seconds, 8 and 112 in thirty: who is there. */
    ASK(8, 112, 1200, 2400);

    private final int burst;
    private final int inThirtySeconds;
    private final int hourlyBurst;
    private final int inAnHour;

    Limit(int burst, int inThirtySeconds, int hourlyBurst, int inAnHour) {
      this.burst = burst;
      this.inThirtySeconds = inThirtySeconds;
      this.hourlyBurst = hourlyBurst;
      this.inAnHour = inAnHour;
    }

    private Bucket bucket(TimeMeter time) {
      return Bucket.builder()
          .addLimit(
              limit -> limit.capacity(burst).refillGreedy(inThirtySeconds, Duration.ofSeconds(30)))
          .addLimit(
              limit -> limit.capacity(hourlyBurst).refillGreedy(inAnHour, Duration.ofHours(1)))
          .withCustomTimePrecision(time)
          .build();
    }
  }

  private record Own(Limit limit, String conversation) {}

  /** What part of a second's limit may go out at one stroke. */
  private static final int STROKE = 10;

  private static final int CONVERSATIONS = 20_000;

  /** Waited on the spot; whatever is longer is for the durable task to come back for. */
  private static final Duration SHORT = Duration.ofMillis(200);

  private final Cache<Own, Bucket> conversations =
      Caffeine.newBuilder().maximumSize(CONVERSATIONS).build();

  /** Until when what Teams has refused as too much is held back, in nanoseconds. */
  private final Map<String, Long> held = new ConcurrentHashMap<>();

  private final Bucket all;
  private final LongSupplier nanoTime;
  private final TimeMeter time;
  private final Sleeper pause;

  /** In place of a conversation: all of them. */
  private static final String EVERYTHING = "";

  /** Where Teams does not say how long. */
  private static final Duration UNSAID = Duration.ofSeconds(2);

  /**
   * @param perSecond Teams' limit over all conversations of the tenant
   * @param nanoTime as {@link System#nanoTime}
   */
  public OutboundRateLimiter(int perSecond, LongSupplier nanoTime, Sleeper pause) {
    this.nanoTime = nanoTime;
    this.time = new NanoClock(nanoTime);
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
   * @throws DeliveryException with {@link Reason#NOT_YET} and the wait when it is long; nothing was
   *     sent
   */
  void turn(Limit limit, String conversation) {
    waitWhileHeld(conversation);
    waitWhileHeld(EVERYTHING);
    Bucket own = conversations.get(new Own(limit, conversation), unseen -> limit.bucket(time));
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

  /**
   * Teams refused a call as one too many: nothing more goes to this conversation meanwhile. Teams
   * does not say whose limit it was. Where a second conversation is told so while the first still
   * waits, it is taken for the limit over all, and everything waits.
   */
  void hold(String conversation, Optional<Duration> retryAfter) {
    long now = nanoTime.getAsLong();
    held.values().removeIf(until -> until - now <= 0);
    long until = now + retryAfter.orElse(UNSAID).toNanos();
    held.put(conversation, until);
    if (held.keySet().stream()
        .anyMatch(other -> !other.equals(EVERYTHING) && !other.equals(conversation))) {
      held.put(EVERYTHING, until);
    }
  }

  private void waitWhileHeld(String what) {
    Long until = held.get(what);
    Duration wait = until == null ? Duration.ZERO : Duration.ofNanos(until - nanoTime.getAsLong());
    if (wait.compareTo(SHORT) > 0) {
      throw new DeliveryException(
          Reason.NOT_YET, "Teams has asked to wait before the next message", Optional.of(wait));
    }
    rest(wait);
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

  private static DeliveryException notYet(Duration wait) {
    return new DeliveryException(
        Reason.NOT_YET, "Teams' limit for this conversation is used up", Optional.of(wait));
  }
}
