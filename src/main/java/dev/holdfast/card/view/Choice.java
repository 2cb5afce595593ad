package dev.holdfast.card.view;

/**
 * One line of a choice set.
 *
 * @param value what comes back; without commas, which separate values in some clients
 */
public record Choice(String title, String value) {

  /** How many a card lists; the others are found by typing. */
  public static final int PAGE = 25;
}
