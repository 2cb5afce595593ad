package dev.holdfast.bot.action;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardButtons;
import dev.holdfast.messaging.PersonDirectory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Whose a card is that answers one person where others see it too. Its buttons say so, because a
 * click doesn't tell. A client could send another owner, which would only change who may replace
 * the card: what a click may do is decided by who clicks.
 *
 * <p>The buttons of welcomes, and of cards from before buttons said it, name no owner. Nothing that
 * is stored tells whose such a card is, except for the review's <b>Submit</b>, whose draft has an
 * owner. So nobody's click replaces it where several people see it, not even its owner's: the
 * person who clicks gets a card of their own.
 */
@Component
public class CardOwner {

  private final PersonDirectory people;

  public CardOwner(PersonDirectory people) {
    this.people = people;
  }

  /** The card with its owner in the data of its buttons; in a chat of one's own there's no need. */
  public static Card mark(Card card, ChatUser owner, ConversationRef where) {
    if (where.kind() == ConversationRef.Kind.PERSONAL) {
      return card;
    }
    JsonNode marked = card.json().deepCopy();
    CardButtons.changeData(marked, data -> data.put(CardActionInvocation.OWNER, owner.id()));
    return new Card(marked, card.summary());
  }

  /** Whether the card is known to belong to the person who clicked. */
  public static boolean isOwn(CardActionInvocation clicked) {
    return clicked.where().kind() == ConversationRef.Kind.PERSONAL
        || owner(clicked).equalsIgnoreCase(clicked.who().id());
  }

  /** Whether the card is known to belong to somebody else than the person who clicked. */
  public static boolean isAnothers(CardActionInvocation clicked) {
    return !isOwn(clicked) && !owner(clicked).isEmpty();
  }

  /** The owner's name, for somebody else. */
  public String name(CardActionInvocation clicked) {
    return people
        .name(owner(clicked))
        .orElseGet(() -> clicked.who().texts().of("action.otherPerson"));
  }

  private static String owner(CardActionInvocation clicked) {
    return clicked.data().getOrDefault(CardActionInvocation.OWNER, "");
  }
}
