package dev.holdfast.teams;

import dev.holdfast.chat.MentionedPerson;
import dev.holdfast.chat.Place;
import dev.holdfast.teams.Mentions.Mention;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who is mentioned: a mention may name a person by an id that only this bot knows. */
@Component
class MentionedPeople {

  private final PeopleStore people;
  private final Rosters rosters;

  MentionedPeople(PeopleStore people, Rosters rosters) {
    this.people = people;
    this.rosters = rosters;
  }

  MentionedPerson person(Mention mention, Place where) {
    return new MentionedPerson(
        mention.name(),
        mention.entraId().or(() -> mention.teamsId().flatMap(id -> find(id, where))));
  }

  private Optional<String> find(String teamsId, Place where) {
    return people.entraId(teamsId).or(() -> rosters.entraId(teamsId, where.conversation()));
  }
}
