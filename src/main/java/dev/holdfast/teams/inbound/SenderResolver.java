package dev.holdfast.teams.inbound;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.CardTexts;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.teams.activity.InboundActivity;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says who speaks, or why nobody does. What an activity leaves out is taken from what the person's
 * earlier ones said.
 */
@Component
class SenderResolver {

  private final PersonDirectory people;
  private final AllowedTenants tenants;
  private final Clock clock;

  SenderResolver(PersonDirectory people, AllowedTenants tenants, Clock clock) {
    this.people = people;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** Who sent an activity. */
  sealed interface Answer {

    record Known(ChatUser speaker) implements Answer {}

    /**
     * @param code for the answer to an invoke
     * @param reason for the person
     */
    record Refused(String code, String reason) implements Answer {}
  }

  Answer of(InboundActivity incoming) {
    if (!tenants.allowsSender(incoming)) {
      return new Answer.Refused("OtherTenant", CardTexts.SHARED.of("teams.otherOrganization"));
    }
    var sender = incoming.sender();
    return sender
        .entraId()
        .map(id -> told(id, sender).orElseGet(() -> completed(id, sender)))
        .<Answer>map(Answer.Known::new)
        .orElseGet(() -> new Answer.Refused("NoIdentity", CardTexts.SHARED.of("teams.noIdentity")));
  }

  private static Optional<ChatUser> told(String id, InboundActivity.Sender sender) {
    return sender.name().flatMap(name -> sender.zone().map(zone -> new ChatUser(id, name, zone)));
  }

  private ChatUser completed(String id, InboundActivity.Sender sender) {
    var known = people.find(id);
    return ChatUser.of(
        id,
        sender.name().or(() -> known.map(PersonDirectory.Known::name)).orElse(id),
        sender.zone(known.flatMap(PersonDirectory.Known::zone), clock.instant()));
  }
}
