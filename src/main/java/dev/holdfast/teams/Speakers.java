package dev.holdfast.teams;

import dev.holdfast.chat.Speaker;
import dev.holdfast.notice.People;
import java.time.Clock;
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
  private final Clock clock;

  Speakers(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /** Empty if Teams did not say. */
  Optional<Speaker> of(Incoming incoming) {
    var sender = incoming.sender();
    return sender.entraId().map(id -> told(id, sender).orElseGet(() -> completed(id, sender)));
  }

  private static Optional<Speaker> told(String id, Incoming.Sender sender) {
    return sender.name().flatMap(name -> sender.zone().map(zone -> new Speaker(id, name, zone)));
  }

  private Speaker completed(String id, Incoming.Sender sender) {
    var known = people.find(id);
    return Speaker.of(
        id,
        sender.name().or(() -> known.map(People.Known::name)).orElse(id),
        sender.zone(known.flatMap(People.Known::zone), clock.instant()));
  }
}
