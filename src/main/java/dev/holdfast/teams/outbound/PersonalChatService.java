package dev.holdfast.teams.outbound;

import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.directory.PersonRepository;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The chats that single persons have with Holdfast; opens one where there is none yet. */
@Component
public class PersonalChatService {

  private final ConnectorGateway dispatch;
  private final MemberNameCache rosters;
  private final PersonRepository people;
  private final ConversationRepository conversations;
  private final ConnectorEndpointResolver lines;

  public PersonalChatService(
      ConnectorGateway dispatch,
      MemberNameCache rosters,
      PersonRepository people,
      ConversationRepository conversations,
      ConnectorEndpointResolver lines) {
    this.dispatch = dispatch;
    this.rosters = rosters;
    this.conversations = conversations;
    this.people = people;
    this.lines = lines;
  }

  Optional<String> known(String entraId) {
    return people.contact(entraId).flatMap(PersonRepository.Contact::chat);
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
  void forget(String conversation, String owner) {
    conversations.lost(conversation, owner);
    people.chatLost(conversation);
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
        new ConnectorEndpoint(
            contact.map(PersonRepository.Contact::serviceUrl).orElse(general.serviceUrl()),
            contact.flatMap(PersonRepository.Contact::tenantId).or(general::tenantId),
            general.botId(),
            general.botName());
    var member = contact.flatMap(PersonRepository.Contact::teamsId).orElse(entraId);
    var opened = open(entraId, member, line);
    conversations.opened(opened.conversation(), opened.line(), entraId);
    people.chatOpened(entraId, opened.conversation(), opened.line().serviceUrl());
    rosters.learn(entraId, opened.conversation());
    return opened.conversation();
  }

  private ConnectorGateway.Opened open(String entraId, String member, ConnectorEndpoint line) {
    try {
      return dispatch.open(member, line);
    } catch (ConnectorException e) {
      rosters.learn(entraId);
      throw e;
    }
  }
}
