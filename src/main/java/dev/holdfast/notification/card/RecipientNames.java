package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.store.ApproversChannel;
import org.springframework.stereotype.Component;

/** What recipients of messages are called in sentences. */
@Component
public class RecipientNames {

  private final CardTexts texts = CardTexts.SHARED;
  private final PersonDirectory people;
  private final ApproversChannel approversChannel;

  RecipientNames(PersonDirectory people, ApproversChannel approversChannel) {
    this.people = people;
    this.approversChannel = approversChannel;
  }

  public String of(Address address) {
    if (address instanceof Address.Person person) {
      return people.name(person.entraId()).orElse(person.entraId());
    }
    return approversChannel.address().filter(address::equals).isPresent()
        ? texts.of("recipient.approversChannel")
        : texts.of("recipient.conversation");
  }
}
