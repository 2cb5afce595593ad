package dev.holdfast.bot.time;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.messaging.PersonDirectory;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remembers the time zone that a person names, as long as Teams doesn't say theirs. */
@Component
public class EnteredZones {

  private final PersonDirectory people;

  EnteredZones(PersonDirectory people) {
    this.people = people;
  }

  /** An offset isn't kept: it would be wrong after the next change of the clocks. */
  public void keep(Optional<ZoneId> named, ChatUser who) {
    if (who.knownZone().isEmpty()) {
      named
          .filter(zone -> !zone.getRules().isFixedOffset())
          .ifPresent(zone -> people.zoneEntered(who.id(), zone));
    }
  }
}
