package dev.holdfast.teams.activity;

/**
 * Teams' id of a message, and whether one member alone sees it. Such a message can only be changed
 * as what it is (facts B7), so whoever keeps the id keeps that with it: in a request, a task or a
 * click it is one text.
 *
 * @param id empty where Teams names none
 */
public record TeamsMessageId(String id, boolean targeted) {

  private static final String TARGETED = "targeted:";

  /** Reads what {@code toString} wrote, and the id that Teams wrote. */
  public static TeamsMessageId parse(String text) {
    return text.startsWith(TARGETED)
        ? new TeamsMessageId(text.substring(TARGETED.length()), true)
        : new TeamsMessageId(text, false);
  }

  @Override
  public String toString() {
    return targeted && !id.isEmpty() ? TARGETED + id : id;
  }
}
