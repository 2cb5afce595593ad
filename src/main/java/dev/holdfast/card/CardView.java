package dev.holdfast.card;

import dev.holdfast.message.Message;

/**
 * What a card shows, ready for the reader: texts, times in the reader's zone, choices. A record
 * that implements it belongs to exactly one template.
 */
public interface CardView {

  /** The name of the template in {@code cards/}, without its ending. */
  String template();

  /** One line of plain text for the toast. */
  Message summary();
}
