package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.teams.directory.PersonRepository;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Learns what people are called who have never spoken to Holdfast, so that cards can name an
 * approver who is not reached. A name that is not to be had holds nothing up.
 */
@Component
public class MemberNameCache {

  private static final Logger log = LoggerFactory.getLogger(MemberNameCache.class);

  private final ConnectorGateway dispatch;
  private final PersonRepository people;
  private final ConnectorEndpointResolver lines;
  private final ApproversChannel approversChannel;

  /**
   * @param approversChannel there the approvers are members, whether or not the app is installed
   *     for each of them
   */
  public MemberNameCache(
      ConnectorGateway dispatch,
      PersonRepository people,
      ConnectorEndpointResolver lines,
      ApproversChannel approversChannel) {
    this.dispatch = dispatch;
    this.people = people;
    this.lines = lines;
    this.approversChannel = approversChannel;
  }

  /** Asks the chat that was opened with the person. */
  void learn(String entraId, String conversation) {
    if (people.name(entraId).isPresent()) {
      return;
    }
    try {
      var line = lines.to(conversation);
      people.introduced(entraId, dispatch.member(conversation, line, entraId), line.serviceUrl());
    } catch (ConnectorException | DeliveryException e) {
      log.info("The name of {} is not to be had from Teams: {}", entraId, e.getMessage());
    }
  }

  /** Asks a conversation who its member with a Teams id is, and keeps the answer. */
  public Optional<String> entraId(String teamsId, String conversation) {
    try {
      var line = lines.to(conversation);
      var member = dispatch.member(conversation, line, teamsId);
      member.entraId().ifPresent(id -> people.introduced(id, member, line.serviceUrl()));
      return member.entraId();
    } catch (ConnectorException | DeliveryException e) {
      log.info("Teams doesn't say who {} is: {}", teamsId, e.getMessage());
      return Optional.empty();
    }
  }

  /** Asks where no chat could be opened. */
  void learn(String entraId) {
    approversChannel
        .address()
        .map(Address.Conversation.class::cast)
        .ifPresent(channel -> learn(entraId, channel.id()));
  }
}
