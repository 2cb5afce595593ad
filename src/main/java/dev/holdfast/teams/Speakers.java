package dev.holdfast.teams;

import dev.holdfast.chat.Speaker;
import dev.holdfast.notice.People;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says who speaks. What an activity leaves out is taken from what the person's earlier ones said.
 */
@Component
class Speakers {

  static final String NOBODY =
      "Holdfast cannot tell who you are: Teams sent no Entra id with this. Holdfast acts only for"
          + " people of your organisation, so guests of a chat without an account cannot use it.";

  private final People people;

  Speakers(People people) {
    this.people = people;
  }

  /** Empty if Teams did not say. */
  Optional<Speaker> of(Incoming incoming) {
    var sender = incoming.sender();
    return sender.entraId().flatMap(id -> told(id, sender).or(() -> known(id)));
  }

  private static Optional<Speaker> told(String id, Incoming.Sender sender) {
    return sender.name().flatMap(name -> sender.zone().map(zone -> new Speaker(id, name, zone)));
  }

  private Optional<Speaker> known(String id) {
    return people.find(id).map(known -> new Speaker(id, known.name(), known.zone()));
  }
}
