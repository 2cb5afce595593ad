package dev.holdfast.api;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.request.Person;

/**
 * An application that calls.
 *
 * @param person as the policy and requests name it
 */
public record Caller(Person person) {

  /** The same where the rules of forms ask who fills them in. Its times are in UTC. */
  public ChatUser user() {
    return new ChatUser(person.id(), person.name(), java.time.ZoneId.of("UTC"));
  }
}
