package dev.holdfast.bot.time;

import dev.holdfast.bot.ChatUser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time zone in which a form's date and time are read: the one that the person entered, else
 * their own.
 *
 * @param zone in which times are shown; the person's own while {@code error} says that another one
 *     is needed
 * @param text what the input holds
 * @param error why the form's date and time can't be read yet; empty when they can
 */
public record FormZone(ZoneId zone, String text, String error) {

  private static final String EXAMPLES =
      "Enter a name such as Europe/Berlin or W. Europe Standard Time, or an offset such as"
          + " UTC+01:00.";

  private static final int LONGEST = 60;

  /** The zone, or its offset at an instant whose local time occurs twice there. */
  public static ZoneId withoutDoubt(Instant instant, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    return zone.getRules().getValidOffsets(local).size() == 1
        ? zone
        : TimeZoneParser.of(zone.getRules().getOffset(instant));
  }

  public static FormZone of(String entered, ChatUser who) {
    if (entered.isEmpty()) {
      return who.knownZone()
          .map(zone -> new FormZone(zone, zone.getId(), ""))
          .orElseGet(
              () ->
                  new FormZone(
                      who.zone(), "", "Holdfast doesn't know your time zone. " + EXAMPLES));
    }
    Optional<ZoneId> zone = TimeZoneParser.parse(entered);
    return zone.map(known -> new FormZone(known, known.getId(), ""))
        .orElseGet(
            () ->
                new FormZone(
                    who.zone(),
                    entered,
                    "Holdfast doesn't know the time zone “"
                        + entered.substring(0, Math.min(entered.length(), LONGEST))
                        + "”. "
                        + EXAMPLES));
  }
}
