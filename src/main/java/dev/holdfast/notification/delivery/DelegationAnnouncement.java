package dev.holdfast.notification.delivery;

import dev.holdfast.approval.delegation.Delegation;
import dev.holdfast.approval.delegation.DelegationRepository;
import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says that a delegation began or ended, in the time zone of its reader. */
@Component
class DelegationAnnouncement {

  private final DelegationRepository delegations;
  private final ViewerResolver viewers;
  private final Messenger messenger;

  DelegationAnnouncement(
      DelegationRepository delegations, ViewerResolver viewers, Messenger messenger) {
    this.delegations = delegations;
    this.viewers = viewers;
    this.messenger = messenger;
  }

  /** Whether there was still something to say. */
  boolean tell(OutboxRepository.Row row) {
    CardTexts texts = new CardTexts(viewers.zoneOf(row.address()));
    Optional<Message> said =
        row.delegation().stream()
            .mapToObj(delegations::find)
            .flatMap(Optional::stream)
            .findFirst()
            .flatMap(delegation -> message(delegation, row));
    said.ifPresent(message -> messenger.say(row.address(), texts.of(message)));
    return said.isPresent();
  }

  /** Of what has ended since, nobody is told any more that it began. */
  private static Optional<Message> message(Delegation delegation, OutboxRepository.Row row) {
    if (row.kind() == OutboxKind.DELEGATED) {
      return delegation.end().isPresent()
          ? Optional.empty()
          : Optional.of(
              Message.of(
                  "delegation.received",
                  "person",
                  delegation.from().name(),
                  "time",
                  delegation.until()));
    }
    boolean approver = row.address().equals(new Address.Person(delegation.from().id()));
    return Optional.of(
        approver
            ? Message.of("delegation.over.approver", "person", delegation.to().name())
            : Message.of("delegation.over.delegate", "person", delegation.from().name()));
  }
}
