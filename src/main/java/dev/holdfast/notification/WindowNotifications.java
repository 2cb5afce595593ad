package dev.holdfast.notification;

import dev.holdfast.approval.window.WindowListener;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.Request;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reminds those who haven't decided, and warns the requester. */
@Component
class WindowNotifications implements WindowListener {

  private final RecipientResolver audience;
  private final OutboxRepository outbox;
  private final DeliveryTask deliveries;
  private final Clock clock;

  WindowNotifications(
      RecipientResolver audience, OutboxRepository outbox, DeliveryTask deliveries, Clock clock) {
    this.audience = audience;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public void reminderDue(Request request) {
    tell(request, OutboxKind.REMINDER, audience.undecided(request));
  }

  @Override
  public void expiryNear(Request request) {
    tell(request, OutboxKind.EXPIRY_WARNING, audience.requester(request));
  }

  private void tell(Request request, OutboxKind kind, Set<Address> to) {
    for (Address address : to) {
      deliveries.schedule(outbox.add(request.id(), kind, address, clock.instant()));
    }
  }
}
