package dev.holdfast.notification;

import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeListener;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.delivery.DeliveryTask;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.store.WaitingRequesters;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells the approvers' channel, and everybody whose requests wait for it, that a freeze began or
 * ended.
 */
@Component
class FreezeNotifications implements FreezeListener {

  private final WaitingRequesters requesters;
  private final OutboxRepository outbox;
  private final DeliveryTask deliveries;
  private final ApproversChannel approversChannel;
  private final Clock clock;

  FreezeNotifications(
      WaitingRequesters requesters,
      OutboxRepository outbox,
      DeliveryTask deliveries,
      ApproversChannel approversChannel,
      Clock clock) {
    this.requesters = requesters;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.approversChannel = approversChannel;
    this.clock = clock;
  }

  @Override
  public void started(Freeze freeze) {
    tell(freeze, OutboxKind.FROZEN);
  }

  @Override
  public void ended(Freeze freeze) {
    tell(freeze, OutboxKind.UNFROZEN);
  }

  private void tell(Freeze freeze, OutboxKind kind) {
    for (Address address : audience(freeze)) {
      deliveries.schedule(outbox.addFreeze(freeze.id(), kind, address, clock.instant()));
    }
  }

  private Set<Address> audience(Freeze freeze) {
    Set<Address> to = new LinkedHashSet<>();
    approversChannel.address().ifPresent(to::add);
    requesters
        .on(freeze.environment().map(EnvironmentRef::id))
        .forEach(id -> to.add(new Address.Person(id)));
    return to;
  }
}
