package dev.holdfast.notice;

import dev.holdfast.notice.UndeliverableException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers one row of the outbox. A card is drawn from what is true at the moment of delivery, so
 * that several changes that wait behind each other become one update.
 */
@Component
class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final Duration BEHIND_OTHERS = Duration.ofMillis(500);

  /** Behind one that is tried again and again there is no hurry, and the database is spared. */
  private static final Duration BEHIND_TROUBLE = Duration.ofSeconds(15);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Outbox outbox;
  private final Telling telling;
  private final Announcer announcer;
  private final NoticeProperties properties;
  private final Clock clock;

  Delivery(
      Outbox outbox,
      Telling telling,
      Announcer announcer,
      NoticeProperties properties,
      Clock clock) {
    this.outbox = outbox;
    this.telling = telling;
    this.announcer = announcer;
    this.properties = properties;
    this.clock = clock;
  }

  /** How long to wait before the next attempt; empty when there is nothing left to do. */
  Optional<Duration> attempt(long id) {
    Optional<Outbox.Row> found = outbox.find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Outbox.Row row = found.get();
    if (outbox.isOvertaken(row)) {
      outbox.remove(id);
      return Optional.empty();
    }
    OptionalInt ahead = outbox.triesOfTheOneAhead(row);
    if (ahead.isPresent()) {
      return Optional.of(ahead.getAsInt() == 0 ? BEHIND_OTHERS : BEHIND_TROUBLE);
    }
    try {
      if (telling.tell(row)) {
        outbox.reached(row);
      }
      outbox.remove(id);
      return Optional.empty();
    } catch (UndeliverableException e) {
      return afterTrouble(row, e);
    }
  }

  private Optional<Duration> afterTrouble(Outbox.Row row, UndeliverableException e) {
    Instant now = clock.instant();
    boolean tooLong = now.isAfter(row.createdAt().plus(properties.giveUpAfter()));
    if (e.reason() != Reason.LATER || tooLong) {
      log.warn(
          "{} of {} does not reach {} and is given up: {}",
          row.kind(),
          row.request(),
          row.address(),
          e.getMessage());
      announcer.giveUp(row, e.getMessage(), now);
      return Optional.empty();
    }
    outbox.failed(row.id(), e.getMessage());
    Duration pause = e.retryAfter().orElseGet(() -> backoff(row.attempts()));
    log.info(
        "{} of {} does not reach {} yet, next try in {}: {}",
        row.kind(),
        row.request(),
        row.address(),
        pause,
        e.getMessage());
    return Optional.of(pause);
  }

  private Duration backoff(int attempts) {
    Duration doubled = properties.retryAfter().multipliedBy(1L << Math.min(attempts, 16));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
