package dev.holdfast.teams;

import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.support.TaskLease;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Every call that Holdfast makes to the connector of its own accord: it waits for its turn, is
 * counted, and what the answer says of more than this one message is kept.
 */
@Component
class Dispatch {

  private final Connector connector;
  private final Pacer pacer;
  private final Stops stops;
  private final OtherHost otherHost;
  private final Sends sends;

  Dispatch(Connector connector, Pacer pacer, Stops stops, OtherHost otherHost, Sends sends) {
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
  record Opened(String conversation, Line line) {}

  /**
   * Opens a chat with one person, named by Teams id or Entra object id.
   *
   * @throws ConnectorException on any answer but success
   * @throws UndeliverableException when it is not its turn
   */
  Opened open(String member, Line line) {
    return call(
        Sends.Kind.OPEN,
        member,
        line,
        on -> new Opened(connector.open(on.serviceUrl(), Outgoing.chatWith(member, on)), on));
  }

  /** Posts a message and returns its id, which is empty where Teams names none. */
  String post(String conversation, Line line, String activity) {
    return message(
        Sends.Kind.POST,
        conversation,
        line,
        on -> connector.post(on.serviceUrl(), conversation, activity));
  }

  /** The same for the member alone whom the message names as its recipient (facts B7). */
  String postTargeted(String conversation, Line line, String activity) {
    return message(
        Sends.Kind.TARGETED,
        conversation,
        line,
        on -> connector.postTargeted(on.serviceUrl(), conversation, activity));
  }

  void put(String conversation, MessageId id, Line line, String activity) {
    message(
        Sends.Kind.UPDATE,
        conversation,
        line,
        on -> {
          connector.put(on.serviceUrl(), conversation, id, activity);
          return id.id();
        });
  }

  /** Shows that the bot is writing. */
  void typing(String conversation, Line line, String activity) {
    message(
        Sends.Kind.TYPING,
        conversation,
        line,
        on -> connector.post(on.serviceUrl(), conversation, activity));
  }

  private String message(
      Sends.Kind kind, String conversation, Line line, Function<Line, String> call) {
    var root = Incoming.rootOf(conversation);
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
  ConnectorAnswers.Member member(String conversation, Line line, String id) {
    return call(
        Sends.Kind.MEMBER,
        Incoming.rootOf(conversation),
        line,
        on -> connector.member(on.serviceUrl(), conversation, id));
  }

  /**
   * A page of the members of a conversation.
   *
   * @param next as the page before said; empty for the first
   */
  MemberPage members(String conversation, Line line, Optional<String> next) {
    return call(
        Sends.Kind.MEMBERS,
        conversation,
        line,
        on -> connector.members(on.serviceUrl(), conversation, next));
  }

  private <T> T call(Sends.Kind kind, String pacedBy, Line line, Function<Line, T> call) {
    sends.waiting(
        () -> {
          stops.check(line);
          pacer.turn(kind.asks() ? Pacer.Limit.ASK : Pacer.Limit.SEND, pacedBy);
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
