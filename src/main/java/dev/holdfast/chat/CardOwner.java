package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.card.CardButtons;
import dev.holdfast.notice.People;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Whose a card is that answers one person where others see it too. Its buttons say so, because a
 * click doesn't tell. A client could send another owner, which would only change who may replace
 * the card: what a click may do is decided by who clicks.
 */
@Component
class CardOwner {

  private static final String OWNER = "owner";

  private final People people;

  CardOwner(People people) {
    this.people = people;
  }

  /** The card with its owner in the data of its buttons; in a chat of one's own there's no need. */
  static Card mark(Card card, Speaker owner, Place where) {
    if (where.kind() == Place.Kind.PERSONAL) {
      return card;
    }
    JsonNode marked = card.json().deepCopy();
    CardButtons.changeData(marked, data -> data.put(OWNER, owner.id()));
    return new Card(marked, card.summary());
  }

  /** Whether the card belongs to somebody else than the person who clicked. */
  static boolean isAnothers(Clicked clicked) {
    String owner = clicked.data().getOrDefault(OWNER, "");
    return !owner.isEmpty() && !owner.equalsIgnoreCase(clicked.who().id());
  }

  /** The owner's name, for somebody else. */
  String name(Clicked clicked) {
    return people.name(clicked.data().getOrDefault(OWNER, "")).orElse("somebody else");
  }
}
