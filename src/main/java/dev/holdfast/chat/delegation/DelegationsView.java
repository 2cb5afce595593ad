package dev.holdfast.chat.delegation;

import dev.holdfast.card.CardView;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who decides for whom.
 *
 * @param sentence what has just been done; may be empty
 * @param total how many rows there are in all
 */
record DelegationsView(String sentence, List<Row> rows, int total) implements CardView {

  /** The most rows that fit on a card. */
  static final int PAGE = 10;

  /** A card has at most six buttons. */
  static final int MOST_BUTTONS = 6;

  /**
   * One delegation.
   *
   * @param text may be empty where the card's sentence says all
   * @param person to whom
   * @param end data of {@code delegation.end}; empty for no button
   */
  record Row(String text, String person, Optional<Map<String, String>> end) {}

  @Override
  public String template() {
    return "delegations";
  }

  @Override
  public Message summary() {
    return sentence.isEmpty() ? Message.of("card.delegations.title") : Message.plain(sentence);
  }
}
