package dev.holdfast.notification;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.notification.card.ApproverReach;
import dev.holdfast.notification.delivery.DeliveryResults;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.store.RequestRepository;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what became of notifications that don't arrive, and shows it to the requester. */
@Component
class UndeliverableNotifications implements DeliveryResults {

  private static final Logger log = LoggerFactory.getLogger(UndeliverableNotifications.class);

  private final RequestRepository requests;
  private final OutboxRepository outbox;
  private final RecipientResolver audience;
  private final ApproverReach reach;
  private final CardUpdates cards;
  private final DeliveryTask deliveries;

  UndeliverableNotifications(
      RequestRepository requests,
      OutboxRepository outbox,
      RecipientResolver audience,
      ApproverReach reach,
      CardUpdates cards,
      DeliveryTask deliveries) {
    this.requests = requests;
    this.outbox = outbox;
    this.audience = audience;
    this.reach = reach;
    this.cards = cards;
    this.deliveries = deliveries;
  }

  /**
   * Writes down that a message will never arrive, and that the requester is to see it: only the
   * requester can find another way.
   */
  @Override
  @Transactional
  public void giveUp(OutboxRepository.Row row, DeliveryException why, Instant now) {
    // Of two that are given up at once, the second sees that the first was.
    Optional<Request> found = requests.lock(row.request());
    outbox.giveUp(row.id(), why.hindrance(), String.valueOf(why.getMessage()), now);
    found.ifPresent(request -> record(request, row, why, now));
    found.filter(request -> isNowStuck(request, row)).ifPresent(request -> tellStuck(request, now));
    cards.redraw(row.request(), row.address());
  }

  /** A card arrived that was given up before: the requester no longer sees that it didn't. */
  @Override
  @Transactional
  public void reached(OutboxRepository.Row row) {
    if (outbox.reached(row)) {
      cards.redraw(row.request(), row.address());
    }
  }

  /** Whether it was this one that made too few approvers of those who can be reached. */
  private boolean isNowStuck(Request request, OutboxRepository.Row row) {
    return row.kind() == OutboxKind.CARD
        && reach.isStuck(request)
        && reach.of(request, Optional.of(row.address())).isEnough();
  }

  private void tellStuck(Request request, Instant now) {
    log.warn("{} can't be approved, too few approvers are reached; telling", request.id());
    for (Address address : audience.requester(request)) {
      deliveries.schedule(outbox.add(request.id(), OutboxKind.NO_APPROVER, address, now));
    }
  }

  private void record(
      Request request, OutboxRepository.Row row, DeliveryException why, Instant now) {
    requests.publish(
        new AuditEvent(
            request.id(),
            AuditEventType.NOTICE_GIVEN_UP,
            request.state(),
            Person.HOLDFAST,
            now,
            "%s%s to %s: %s, %s"
                .formatted(
                    row.kind(),
                    row.what().map(what -> " " + what).orElse(""),
                    row.address(),
                    why.hindrance(),
                    why.getMessage())));
  }
}
