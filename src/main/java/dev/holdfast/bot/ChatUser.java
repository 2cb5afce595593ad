package dev.holdfast.bot;

import dev.holdfast.card.CardTexts;
import dev.holdfast.request.Person;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, as the verified activity says.
 *
 * @param id the Entra object id: the only identity that Holdfast authorises on
 * @param zone the person's own time zone; UTC while it isn't known
 * @param zoneUnknown whether {@code zone} only stands in for one that isn't known: times are shown
 *     in it, and what the person types is never read in it. Null, as in tasks from before there was
 *     this field, means false
 */
public record ChatUser(String id, String name, ZoneId zone, @Nullable Boolean zoneUnknown) {

  /** A chat user whose time zone is known. */
  public ChatUser(String id, String name, ZoneId zone) {
    this(id, name, zone, null);
  }

  /** A chat user whose time zone is known or not. */
  public static ChatUser of(String id, String name, Optional<ZoneId> zone) {
    return zone.map(known -> new ChatUser(id, name, known))
        .orElseGet(() -> new ChatUser(id, name, ZoneId.of("UTC"), true));
  }

  public Optional<ZoneId> knownZone() {
    return Boolean.TRUE.equals(zoneUnknown) ? Optional.empty() : Optional.of(zone);
  }

  /** Texts as this person reads them. */
  public CardTexts texts() {
    return new CardTexts(zone);
  }

  /** Who speaks, as requests name people. */
  public Person person() {
    return new Person(id, name);
  }
}
