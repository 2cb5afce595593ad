package dev.holdfast.chat.delegation;

import dev.holdfast.approval.policy.People;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.request.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the person whom a message names: by a mention, which says who it is, or by an object ID. A
 * name alone may be somebody else's, too.
 */
@Component
class DelegatePeople {

  private final PersonDirectory directory;

  DelegatePeople(PersonDirectory directory) {
    this.directory = directory;
  }

  Optional<Person> named(String text, IncomingMessage said) {
    if (People.OBJECT_ID.matcher(text).matches()) {
      return Optional.of(new Person(text, directory.name(text).orElse(text)));
    }
    return said.person(text)
        .flatMap(mentioned -> mentioned.entraId().map(id -> new Person(id, mentioned.name())));
  }
}
