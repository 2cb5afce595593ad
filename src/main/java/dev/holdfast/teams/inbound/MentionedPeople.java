package dev.holdfast.teams.inbound;

import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.MentionedPerson;
import dev.holdfast.teams.activity.MentionStripper.Mention;
import dev.holdfast.teams.directory.PersonRepository;
import dev.holdfast.teams.outbound.MemberNameCache;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who is mentioned: a mention may name a person by an id that only this bot knows. */
@Component
class MentionedPeople {

  private final PersonRepository people;
  private final MemberNameCache rosters;

  MentionedPeople(PersonRepository people, MemberNameCache rosters) {
    this.people = people;
    this.rosters = rosters;
  }

  MentionedPerson person(Mention mention, ConversationRef where) {
    return new MentionedPerson(
        mention.name(),
        mention.entraId().or(() -> mention.teamsId().flatMap(id -> find(id, where))));
  }

  private Optional<String> find(String teamsId, ConversationRef where) {
    return people.entraId(teamsId).or(() -> rosters.entraId(teamsId, where.conversation()));
  }
}
