package dev.holdfast.card;

import dev.holdfast.card.view.Fact;
import dev.holdfast.message.Message;
import dev.holdfast.message.MessageCatalog;
import dev.holdfast.message.MessageFormatter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The texts of a card for one reader: messages, times, and sentences that were stored. */
public final class CardTexts {

  private final ZoneId zone;
  private final MessageFormatter messages;

  public CardTexts(ZoneId zone) {
    this.zone = zone;
    this.messages = new MessageFormatter(MessageCatalog.COMPLETE, zone);
  }

  /**
   * The text of a message.
   *
   * @param arguments names and values in turn
   */
  public String of(String code, Object... arguments) {
    return of(Message.of(code, arguments));
  }

  public String of(Message message) {
    return messages.text(message);
  }

  public List<String> of(List<Message> several) {
    return several.stream().map(this::of).toList();
  }

  /**
   * A fact of that name.
   *
   * @param code of the message that is the name
   */
  public Fact fact(String code, String value) {
    return new Fact(of(code), value);
  }

  /** An instant in the reader's zone and in UTC. */
  public String at(Instant instant) {
    return DateTimeFormat.both(instant, zone);
  }

  /** A sentence as it was stored with a request, with its instants for the reader. */
  public String stored(String sentence) {
    return DateTimeFormat.spelledOut(sentence, zone);
  }
}
