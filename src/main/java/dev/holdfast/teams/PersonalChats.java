package dev.holdfast.teams;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The chats that single persons have with Holdfast; opens one where there is none yet. */
@Component
class PersonalChats {

  private final Dispatch dispatch;
  private final Rosters rosters;
  private final PeopleStore people;
  private final ConversationStore conversations;
  private final Lines lines;

  PersonalChats(
      Dispatch dispatch,
      Rosters rosters,
      PeopleStore people,
      ConversationStore conversations,
      Lines lines) {
    this.dispatch = dispatch;
    this.rosters = rosters;
    this.conversations = conversations;
    this.people = people;
    this.lines = lines;
  }

  Optional<String> known(String entraId) {
    return people.contact(entraId).flatMap(PeopleStore.Contact::chat);
  }

  /** Whose chat a conversation is or once was, by Entra object id. */
  Optional<String> owner(String conversation) {
    return conversations.owner(conversation);
  }

  /** Whether the person has a chat now that isn't this one. */
  boolean isOther(String entraId, String conversation) {
    return known(entraId).filter(chat -> !chat.equals(conversation)).isPresent();
  }

  /** Teams answered that the chat is not there. */
  void forget(String conversation) {
    people.chatLost(conversation);
    conversations.reachable(conversation, false);
  }

  /**
   * Opens a chat where the person was last heard, or else where anybody was.
   *
   * @throws ConnectorException with 403 if Holdfast is not installed for the person
   */
  String open(String entraId) {
    var general = lines.general();
    var contact = people.contact(entraId);
    var line =
        new Line(
            contact.map(PeopleStore.Contact::serviceUrl).orElse(general.serviceUrl()),
            contact.flatMap(PeopleStore.Contact::tenantId).or(general::tenantId),
            general.botId(),
            general.botName());
    var member = contact.flatMap(PeopleStore.Contact::teamsId).orElse(entraId);
    var opened = open(entraId, member, line);
    conversations.opened(opened.conversation(), opened.line(), entraId);
    people.chatOpened(entraId, opened.conversation(), opened.line().serviceUrl());
    rosters.learn(entraId, opened.conversation());
    return opened.conversation();
  }

  private Dispatch.Opened open(String entraId, String member, Line line) {
    try {
      return dispatch.open(member, line);
    } catch (ConnectorException e) {
      rosters.learn(entraId);
      throw e;
    }
  }
}
