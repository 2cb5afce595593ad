package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.support.TaskLease;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.activity.Member;
import dev.holdfast.teams.activity.TeamsMessageId;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Every call that Holdfast makes to the connector of its own accord: it waits for its turn, is
 * counted, and what the answer says of more than this one message is kept.
 */
@Component
public class ConnectorGateway {

  private final ConnectorClient connector;
  private final OutboundRateLimiter pacer;
  private final DeliveryBlocks stops;
  private final ConnectorHostFallback otherHost;
  private final OutboundMetrics sends;

  public ConnectorGateway(
      ConnectorClient connector,
      OutboundRateLimiter pacer,
      DeliveryBlocks stops,
      ConnectorHostFallback otherHost,
      OutboundMetrics sends) {
    this.connector = connector;
    this.pacer = pacer;
    this.stops = stops;
    this.otherHost = otherHost;
    this.sends = sends;
  }

  /**
   * A personal chat.
   *
   * @param line on which it was opened in the end
   */
  record Opened(String conversation, ConnectorEndpoint line) {}

  /**
   * Opens a chat with one person, named by Teams id or Entra object id.
   *
   * @throws ConnectorException on any answer but success
   * @throws DeliveryException when it is not its turn
   */
  Opened open(String member, ConnectorEndpoint line) {
    return call(
        OutboundMetrics.Kind.OPEN,
        member,
        line,
        on ->
            new Opened(
                connector.open(on.serviceUrl(), OutboundActivityFactory.chatWith(member, on)), on));
  }

  /** Posts a message and returns its id, which is empty where Teams names none. */
  String post(String conversation, ConnectorEndpoint line, String activity) {
    return message(
        OutboundMetrics.Kind.POST,
        conversation,
        line,
        on -> connector.post(on.serviceUrl(), conversation, activity));
  }

  /** The same for the member alone whom the message names as its recipient (facts B7). */
  String postTargeted(String conversation, ConnectorEndpoint line, String activity) {
    return message(
        OutboundMetrics.Kind.TARGETED,
        conversation,
        line,
        on -> connector.postTargeted(on.serviceUrl(), conversation, activity));
  }

  void put(String conversation, TeamsMessageId id, ConnectorEndpoint line, String activity) {
    message(
        OutboundMetrics.Kind.UPDATE,
        conversation,
        line,
        on -> {
          connector.put(on.serviceUrl(), conversation, id, activity);
          return id.id();
        });
  }

  /** Shows that the bot is writing. */
  void typing(String conversation, ConnectorEndpoint line, String activity) {
    message(
        OutboundMetrics.Kind.TYPING,
        conversation,
        line,
        on -> connector.post(on.serviceUrl(), conversation, activity));
  }

  private String message(
      OutboundMetrics.Kind kind,
      String conversation,
      ConnectorEndpoint line,
      Function<ConnectorEndpoint, String> call) {
    var root = InboundActivity.rootOf(conversation);
    return call(
        kind,
        root,
        line,
        on -> {
          var id = call.apply(on);
          otherHost.remember(root, line, on);
          return id;
        });
  }

  /** A member of a conversation, named by Teams id or Entra object id. */
  Member member(String conversation, ConnectorEndpoint line, String id) {
    return call(
        OutboundMetrics.Kind.MEMBER,
        InboundActivity.rootOf(conversation),
        line,
        on -> connector.member(on.serviceUrl(), conversation, id));
  }

  /**
   * A page of the members of a conversation.
   *
   * @param next as the page before said; empty for the first
   */
  MemberPage members(String conversation, ConnectorEndpoint line, Optional<String> next) {
    return call(
        OutboundMetrics.Kind.MEMBERS,
        conversation,
        line,
        on -> connector.members(on.serviceUrl(), conversation, next));
  }

  private <T> T call(
      OutboundMetrics.Kind kind,
      String pacedBy,
      ConnectorEndpoint line,
      Function<ConnectorEndpoint, T> call) {
    sends.waiting(
        () -> {
          stops.check(line);
          pacer.turn(
              kind.asks() ? OutboundRateLimiter.Limit.ASK : OutboundRateLimiter.Limit.SEND,
              pacedBy);
          TaskLease.check();
        });
    try {
      var result = sends.timed(kind, () -> otherHost.call(line, call));
      stops.taken(line);
      return result;
    } catch (ConnectorException e) {
      if (e.throttled()) {
        pacer.hold(pacedBy, e.retryAfter());
      }
      stops.refused(line, e);
      throw e;
    }
  }
}
