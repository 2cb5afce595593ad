package dev.holdfast.notification;

import dev.holdfast.approval.review.ReviewReminder;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.Request;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reminds all who may review an emergency that nobody has. */
@Component
class ReviewNotifications implements ReviewReminder {

  private final RecipientResolver recipients;
  private final OutboxRepository outbox;
  private final DeliveryTask deliveries;
  private final Clock clock;

  ReviewNotifications(
      RecipientResolver recipients, OutboxRepository outbox, DeliveryTask deliveries, Clock clock) {
    this.recipients = recipients;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public void remind(Request request) {
    for (Address address : recipients.reviewers(request)) {
      deliveries.schedule(
          outbox.add(request.id(), OutboxKind.REVIEW_DUE, address, clock.instant()));
    }
  }
}
