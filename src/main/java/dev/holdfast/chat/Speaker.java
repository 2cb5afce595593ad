package dev.holdfast.chat;

import dev.holdfast.request.Person;
import java.time.ZoneId;

/**
 * Who speaks, as the verified activity says.
 *
 * @param id the Entra object id: the only identity that Holdfast authorises on
 * @param zone the person's own time zone
 */
public record Speaker(String id, String name, ZoneId zone) {

  /** Who speaks, as requests name people. */
  Person person() {
    return new Person(id, name);
  }
}
