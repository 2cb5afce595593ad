package dev.holdfast.webhook;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is stored of deliveries, and whose turn it is next. */
@Component
class DeliveryRecords {

  private final WebhookEventRepository events;
  private final GoneEndpoints gone;
  private final WebhookTask deliveries;
  private final TransactionTemplate transaction;

  DeliveryRecords(
      WebhookEventRepository events,
      GoneEndpoints gone,
      WebhookTask deliveries,
      TransactionTemplate transaction) {
    this.events = events;
    this.gone = gone;
    this.deliveries = deliveries;
    this.transaction = transaction;
  }

  WebhookEventRepository events() {
    return events;
  }

  GoneEndpoints gone() {
    return gone;
  }

  void revive(WebhookEvent event, Instant now) {
    transaction.executeWithoutResult(
        status -> {
          events.revive(event.id(), now);
          gone.forget(event.endpoint());
        });
  }

  /** The next event of the same request need not wait longer. */
  void wakeNext(WebhookEvent event) {
    events.first(event.endpoint(), event.request()).ifPresent(next -> deliveries.wake(next.id()));
  }
}
