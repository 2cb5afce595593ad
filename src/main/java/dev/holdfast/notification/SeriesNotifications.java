package dev.holdfast.notification;

import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.series.Series;
import dev.holdfast.series.SeriesListener;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells the owner of a series what Holdfast did with it. */
@Component
class SeriesNotifications implements SeriesListener {

  private final RequestRepository requests;
  private final RecipientResolver recipients;
  private final OutboxRepository outbox;
  private final DeliveryTask deliveries;
  private final Clock clock;

  SeriesNotifications(
      RequestRepository requests,
      RecipientResolver recipients,
      OutboxRepository outbox,
      DeliveryTask deliveries,
      Clock clock) {
    this.requests = requests;
    this.recipients = recipients;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public void paused(Series series) {
    tell(series, OutboxKind.SERIES_PAUSED);
  }

  @Override
  public void ended(Series series) {
    tell(series, OutboxKind.SERIES_ENDED);
  }

  private void tell(Series series, OutboxKind kind) {
    RequestId begun = new RequestId(series.id().number());
    for (Address address : recipients.requester(requests.find(begun).orElseThrow())) {
      deliveries.schedule(outbox.add(begun, kind, address, clock.instant()));
    }
  }
}
