package dev.holdfast.teams.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.teams.settings.TeamsProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts what each person writes. Each replica counts for itself: a count in the database would
 * cost each message the write that the limit is to spare, and so a person may write the limit to
 * each replica at most.
 */
@Component
class MessageRate {

  private static final int KNOWN = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Cache<String, Window> windows =
      Caffeine.newBuilder().maximumSize(KNOWN).expireAfterAccess(Duration.ofMinutes(5)).build();
  private final int most;
  private final Clock clock;

  @Autowired
  MessageRate(TeamsProperties properties, Clock clock) {
    this(properties.limits().messagesPerSender(), clock);
  }

  MessageRate(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** What to do with a message. */
  enum Verdict {
    ANSWER,
    /** Say that it was one too many. */
    SAY_SO,
    /** That was said already. */
    KEEP_QUIET
  }

  private record Window(Instant since, int messages) {}

  Verdict next(String personId) {
    Instant now = clock.instant();
    int messages =
        windows
            .asMap()
            .merge(
                personId,
                new Window(now, 1),
                (last, first) ->
                    last.since().plus(MINUTE).isAfter(now)
                        ? new Window(last.since(), Math.min(last.messages(), most + 1) + 1)
                        : first)
            .messages();
    if (messages <= most) {
      return Verdict.ANSWER;
    }
    return messages == most + 1 ? Verdict.SAY_SO : Verdict.KEEP_QUIET;
  }

  int most() {
    return most;
  }
}
