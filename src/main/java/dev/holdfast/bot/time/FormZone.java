package dev.holdfast.bot.time;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
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
public record FormZone(ZoneId zone, String text, Optional<Message> error) {

  private static final int LONGEST = 60;

  /** The zone, or its offset at an instant whose local time occurs twice there. */
  public static ZoneId withoutDoubt(Instant instant, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    return zone.getRules().getValidOffsets(local).size() == 1
        ? zone
        : TimeZoneParser.of(zone.getRules().getOffset(instant));
  }

  private static FormZone readable(ZoneId zone) {
    return new FormZone(zone, zone.getId(), Optional.empty());
  }

  public static FormZone of(String entered, ChatUser who) {
    if (entered.isEmpty()) {
      return who.knownZone()
          .map(FormZone::readable)
          .orElseGet(
              () -> new FormZone(who.zone(), "", Optional.of(Message.of("formZone.missing"))));
    }
    Optional<ZoneId> zone = TimeZoneParser.parse(entered);
    return zone.map(FormZone::readable)
        .orElseGet(
            () ->
                new FormZone(
                    who.zone(),
                    entered,
                    Optional.of(
                        Message.of(
                            "formZone.unknown",
                            "zone",
                            entered.substring(0, Math.min(entered.length(), LONGEST))))));
  }
}
