package dev.holdfast.card.view;

/**
 * An instant, said twice.
 *
 * @param local in the reader's zone, with the zone's name
 * @param utc the same in UTC; empty when the zone is UTC
 */
public record ZonedTime(String local, String utc) {

  private static final String BETWEEN = " · ";

  /**
   * Takes a text that says both in one line, with a middle dot between them, as {@code
   * CardTexts.at} does.
   */
  public static ZonedTime of(String both) {
    int at = both.indexOf(BETWEEN);
    return at < 0
        ? new ZonedTime(both, "")
        : new ZonedTime(both.substring(0, at), both.substring(at + BETWEEN.length()));
  }
}
