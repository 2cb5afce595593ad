package dev.holdfast.notification.delivery;

import dev.holdfast.card.CardTexts;
import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeRepository;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says that a freeze began or ended, in the time zone of its reader. */
@Component
class FreezeAnnouncement {

  private final FreezeRepository freezes;
  private final ViewerResolver viewers;
  private final Messenger messenger;

  FreezeAnnouncement(FreezeRepository freezes, ViewerResolver viewers, Messenger messenger) {
    this.freezes = freezes;
    this.viewers = viewers;
    this.messenger = messenger;
  }

  /** Whether there was still something to say. */
  boolean tell(OutboxRepository.Row row) {
    CardTexts texts = new CardTexts(viewers.zoneOf(row.address()));
    Optional<Message> said =
        freezes.find(row.freeze().orElseThrow()).flatMap(freeze -> message(freeze, row.kind()));
    said.ifPresent(message -> messenger.say(row.address(), texts.of(message)));
    return said.isPresent();
  }

  /** Of what has ended since, nobody is told any more that it began. */
  private static Optional<Message> message(Freeze freeze, OutboxKind kind) {
    if (kind == OutboxKind.FROZEN) {
      return freeze.end().isPresent() ? Optional.empty() : Optional.of(freeze.message());
    }
    return freeze
        .end()
        .map(
            end ->
                freeze
                    .about("freeze.endedBy", "freeze.endedBy.environment")
                    .with("person", end.by().name()));
  }
}
