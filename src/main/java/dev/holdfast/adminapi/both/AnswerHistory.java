package dev.holdfast.adminapi.both;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiFlavor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which admin API has lately refused to take or check an order because this caller lacks the right
 * (its lists may be readable all the same, so they don't show it), and which one has described an
 * environment last.
 *
 * <p>In memory only. The first decides where the next order goes, which is then kept with the
 * request; without it, as after a restart, the order is refused, and nothing has begun. The second
 * is for people to read.
 */
final class AnswerHistory {

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<AdminApiFlavor, Instant> refusedAt = new ConcurrentHashMap<>();

  private volatile AdminApiFlavor describer = Question.ENVIRONMENT.preferred();

  AnswerHistory(Clock clock) {
    this.clock = clock;
  }

  /** Whether an admin API doesn't let this caller in, or can't be reached at all. */
  static boolean isRefusal(AdminApiException e) {
    return lacksRight(e) || e.kind() == AdminApiException.Kind.UNREACHABLE;
  }

  private static boolean lacksRight(AdminApiException e) {
    return switch (e.kind()) {
      case UNAUTHORIZED, NOT_REGISTERED, FORBIDDEN -> true;
      case INVALID,
          NOT_FOUND,
          NOT_YET,
          BUSY,
          NO_CAPACITY,
          REHEARSAL,
          THROTTLED,
          UNREACHABLE,
          UNAVAILABLE,
          GARBLED ->
          false;
    };
  }

  /** Makes a call once, and remembers if it's refused. */
  <T> T watch(AdminApiFlavor flavor, Supplier<T> call) {
    try {
      T answer = call.get();
      refusedAt.remove(flavor);
      return answer;
    } catch (AdminApiException e) {
      if (lacksRight(e)) {
        refusedAt.put(flavor, clock.instant());
      }
      throw e;
    }
  }

  boolean refusedLately(AdminApiFlavor flavor) {
    Instant at = refusedAt.get(flavor);
    return at != null && clock.instant().isBefore(at.plus(GOOD_FOR));
  }

  /** Makes a call that describes an environment, and remembers who answered it. */
  <T> T described(AdminApiFlavor by, Supplier<T> call) {
    T answer = call.get();
    describer = by;
    return answer;
  }

  AdminApiFlavor describer() {
    return describer;
  }
}
