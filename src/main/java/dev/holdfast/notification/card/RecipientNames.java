package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.store.NotificationProperties;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What recipients of messages are called in sentences. */
@Component
public class RecipientNames {

  private final CardTexts texts = CardTexts.SHARED;
  private final PersonDirectory people;
  private final Optional<Address> approversChannel;

  RecipientNames(PersonDirectory people, NotificationProperties properties) {
    this.people = people;
    this.approversChannel = properties.approversChannel().map(Address.Conversation::new);
  }

  public String of(Address address) {
    if (address instanceof Address.Person person) {
      return people.name(person.entraId()).orElse(person.entraId());
    }
    return approversChannel.filter(address::equals).isPresent()
        ? texts.of("recipient.approversChannel")
        : texts.of("recipient.conversation");
  }
}
