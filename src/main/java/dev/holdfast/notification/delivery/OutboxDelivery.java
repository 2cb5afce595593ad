package dev.holdfast.notification.delivery;

import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.notification.store.NotificationProperties;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.support.LogContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers one row of the outbox. A card is drawn from what is true at the moment of delivery, so
 * that several changes that wait behind each other become one update.
 */
@Component
public class OutboxDelivery {

  private static final Logger log = LoggerFactory.getLogger(OutboxDelivery.class);
  private static final Duration BEHIND_ONE = Duration.ofMillis(500);

  /** Behind many, or one that is tried again and again, there is no hurry. */
  private static final Duration BEHIND_MANY = Duration.ofSeconds(15);

  /**
   * How often a message may go out without a usable answer, over an hour and a half. A notice that
   * is there twice is the lesser evil, one that is there ten times is none.
   */
  private static final int MOST_UNCERTAIN = 6;

  /** The pause after a message that may be there grows faster: each repetition may be one more. */
  private static final long FASTER = 6;

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final OutboxRepository outbox;
  private final RowSender telling;
  private final DeliveryResults results;
  private final DeliveryTask deliveries;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final NotificationProperties properties;
  private final Clock clock;

  OutboxDelivery(
      OutboxRepository outbox,
      RowSender telling,
      DeliveryResults results,
      DeliveryTask deliveries,
      NotificationProperties properties,
      Clock clock) {
    this.outbox = outbox;
    this.telling = telling;
    this.results = results;
    this.deliveries = deliveries;
    this.properties = properties;
    this.clock = clock;
  }

  /** How long to wait before the next attempt; empty when there is nothing left to do. */
  public Optional<Duration> attempt(long id) {
    Optional<OutboxRepository.Row> found = outbox.find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (LogContext trail = LogContext.request(found.get().request().toString())) {
      return attempt(found.get());
    }
  }

  private Optional<Duration> attempt(OutboxRepository.Row row) {
    if (outbox.isOvertaken(row)) {
      return done(row);
    }
    OutboxRepository.Ahead ahead = outbox.aheadOf(row);
    if (ahead.rows() > 0) {
      return Optional.of(behind(ahead));
    }
    boolean anew = telling.sendsAnew(row);
    if (anew) {
      beforeSending(row);
    }
    try {
      if (telling.tell(row)) {
        results.reached(row);
      }
      return done(row);
    } catch (DeliveryException e) {
      if (anew && e.reason() != Reason.UNCERTAIN) {
        outbox.notSent(row.id());
      } else if (!anew && e.reason() == Reason.UNCERTAIN) {
        outbox.uncertain(row.id());
      }
      return e.reason() == Reason.NOT_YET ? e.retryAfter() : afterTrouble(row, e);
    }
  }

  /**
   * Kept before it goes out: who dies between the sending and the writing down leaves a message
   * that may be there, and the next who sends it knows.
   */
  private void beforeSending(OutboxRepository.Row row) {
    if (row.tries().uncertain() > 0) {
      log.warn(
          "{} {} of {} may have reached {} before, and is sent again",
          row.kind(),
          row.what().map(Enum::name).orElse(""),
          row.request(),
          row.address());
    }
    outbox.uncertain(row.id());
  }

  private Optional<Duration> done(OutboxRepository.Row row) {
    outbox.remove(row.id());
    outbox.nextAt(row.address()).ifPresent(deliveries::wake);
    return Optional.empty();
  }

  /** The one ahead wakes the next; this is for when it cannot, and spares the database. */
  private static Duration behind(OutboxRepository.Ahead ahead) {
    Duration inTurn = BEHIND_ONE.multipliedBy(ahead.rows());
    return ahead.tries() > 0 || inTurn.compareTo(BEHIND_MANY) > 0 ? BEHIND_MANY : inTurn;
  }

  private Optional<Duration> afterTrouble(OutboxRepository.Row row, DeliveryException e) {
    Instant now = clock.instant();
    if (isHopeless(row, e, now)) {
      log.warn(
          "{} of {} does not reach {} and is given up: {}",
          row.kind(),
          row.request(),
          row.address(),
          e.getMessage());
      results.giveUp(row, e, now);
      return Optional.empty();
    }
    outbox.failed(row.id(), e.getMessage());
    Duration pause = e.retryAfter().orElseGet(() -> backoff(row, e));
    log.info(
        "{} of {} does not reach {} yet, next try in {}: {}",
        row.kind(),
        row.request(),
        row.address(),
        pause,
        e.getMessage());
    return Optional.of(pause);
  }

  private boolean isHopeless(OutboxRepository.Row row, DeliveryException e, Instant now) {
    return switch (e.reason()) {
      case NOT_YET, LATER -> now.isAfter(row.tries().since().plus(properties.giveUpAfter()));
      case UNCERTAIN -> row.tries().uncertain() + 1 >= MOST_UNCERTAIN;
      case MESSAGE_GONE, UNREACHABLE, NEVER -> true;
    };
  }

  /** With up to a quarter more, so that those who failed together do not come back together. */
  private Duration backoff(OutboxRepository.Row row, DeliveryException e) {
    long times =
        e.reason() == Reason.UNCERTAIN
            ? (long) Math.pow(FASTER, Math.min(row.tries().uncertain(), MOST_UNCERTAIN))
            : 1L << Math.min(row.tries().attempts(), 16);
    Duration longer = properties.retryAfter().multipliedBy(times);
    Duration pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    return pause.plus(pause.dividedBy(4).multipliedBy(random.nextInt(100)).dividedBy(100));
  }
}
