package dev.holdfast.api;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.request.Person;
import java.time.ZoneId;

/**
 * An application that calls.
 *
 * @param person as the policy and requests name it
 */
public record Caller(Person person) {

  /** That of the times which an application sends and reads. */
  public static final ZoneId ZONE = ZoneId.of("UTC");

  /** The same where the rules of forms ask who fills them in. */
  public ChatUser user() {
    return new ChatUser(person.id(), person.name(), ZONE);
  }
}
