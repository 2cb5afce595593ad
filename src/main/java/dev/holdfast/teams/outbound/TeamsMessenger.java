package dev.holdfast.teams.outbound;

import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.activity.TeamsMessageId;
import dev.holdfast.teams.directory.ConversationRepository;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Sends through the connector to where Teams last said that a conversation or a person is. */
@Component
public class TeamsMessenger implements Messenger {

  private final ConnectorGateway dispatch;
  private final ConversationRepository conversations;
  private final PersonalChatService chats;
  private final ConnectorEndpointResolver lines;
  private final TargetedMessagePolicy targetedMessages;

  public TeamsMessenger(
      ConnectorGateway dispatch,
      ConversationRepository conversations,
      PersonalChatService chats,
      ConnectorEndpointResolver lines,
      TargetedMessagePolicy targetedMessages) {
    this.targetedMessages = targetedMessages;
    this.dispatch = dispatch;
    this.conversations = conversations;
    this.chats = chats;
    this.lines = lines;
  }

  @Override
  public Posted post(Address to, Card card) {
    return send(to, OutboundActivityFactory.withToast(OutboundActivityFactory.card(card)));
  }

  @Override
  public Posted say(Address to, String text) {
    return send(to, OutboundActivityFactory.withToast(OutboundActivityFactory.text(text)));
  }

  @Override
  public void showTyping(String conversation) {
    var line = lines.to(conversation);
    try {
      dispatch.typing(
          conversation,
          line,
          OutboundActivityFactory.addressed(OutboundActivityFactory.typing(), conversation, line));
    } catch (ConnectorException e) {
      throw ConnectorErrorMapper.posting(e);
    }
  }

  @Override
  public void update(Posted message, Card card) {
    var id = TeamsMessageId.parse(message.activity());
    if (id.id().isEmpty()) {
      throw new DeliveryException(
          DeliveryException.Reason.MESSAGE_GONE,
          "Teams never named the message that is to be updated",
          Optional.empty());
    }
    var conversation = message.conversation();
    var line = lines.to(conversation);
    var activity = OutboundActivityFactory.card(card).put("id", id.id());
    try {
      fitting(
          id.targeted() ? OutboundActivityFactory.onTargeted(activity) : activity,
          body -> {
            dispatch.put(
                conversation,
                id,
                line,
                OutboundActivityFactory.addressed(body, conversation, line));
            return id.id();
          });
    } catch (ConnectorException e) {
      if (id.targeted() && TargetedMessagePolicy.reachedNobody(e)
          || e.nothingThere() && isFollowed(conversation, e)) {
        throw ConnectorErrorMapper.gone(e);
      }
      throw noted(conversation, ConnectorErrorMapper.updating(e));
    }
  }

  /** Whether a new message to a conversation that doesn't take this one goes somewhere else. */
  private boolean isFollowed(String conversation, ConnectorException e) {
    return chats
        .owner(conversation)
        .map(owner -> e.conversationIsGone() || chats.isOther(owner, conversation))
        .orElseGet(() -> e.conversationIsGone() && isThread(conversation));
  }

  private static boolean isThread(String conversation) {
    return !InboundActivity.rootOf(conversation).equals(conversation);
  }

  private Posted send(Address to, ObjectNode message) {
    if (to instanceof Address.Person person) {
      return sendTo(person.entraId(), message);
    }
    return to instanceof Address.Member member
        ? sendTo(member, message)
        : sendToAll(((Address.Conversation) to).id(), message);
  }

  private Posted sendToAll(String conversation, ObjectNode message) {
    try {
      return new Posted(conversation, sendInto(conversation, message));
    } catch (ConnectorException e) {
      return sendElsewhere(conversation, message, e);
    }
  }

  /**
   * To the person whose chat it was, in the chat that there is now; or into the channel, where the
   * thread is gone.
   */
  private Posted sendElsewhere(String conversation, ObjectNode message, ConnectorException e) {
    var owner = chats.owner(conversation);
    if (e.status() == HttpStatus.NOT_FOUND.value()) {
      if (owner.isPresent()) {
        chats.forget(conversation, owner.get());
        return sendTo(owner.get(), message);
      }
      if (isThread(conversation)) {
        return sendToAll(InboundActivity.rootOf(conversation), message);
      }
    }
    if (e.nothingThere() && owner.filter(id -> chats.isOther(id, conversation)).isPresent()) {
      return sendTo(owner.get(), message);
    }
    throw noted(conversation, ConnectorErrorMapper.posting(e));
  }

  /** Where the one alone cannot be told, all are: rather that than no answer. */
  private Posted sendTo(Address.Member member, ObjectNode message) {
    var conversation = member.conversation();
    if (targetedMessages.areSent()) {
      try {
        var id = send(conversation, targetedMessages.to(member, message), dispatch::postTargeted);
        targetedMessages.taken();
        return new Posted(conversation, new TeamsMessageId(id, true).toString());
      } catch (ConnectorException e) {
        if (!TargetedMessagePolicy.reachedNobody(e)) {
          throw noted(conversation, ConnectorErrorMapper.posting(e));
        }
        targetedMessages.refused(member, e);
      }
    }
    return sendToAll(conversation, message);
  }

  private Posted sendTo(String entraId, ObjectNode message) {
    var known = chats.known(entraId);
    try {
      if (known.isPresent()) {
        return new Posted(known.get(), sendInto(known.get(), message));
      }
    } catch (ConnectorException e) {
      if (!e.conversationIsGone()) {
        throw noted(known.get(), ConnectorErrorMapper.posting(e));
      }
      chats.forget(known.get(), entraId);
    }
    return sendToNewChat(entraId, message);
  }

  private Posted sendToNewChat(String entraId, ObjectNode message) {
    var opened = opened(entraId);
    try {
      return new Posted(opened, sendInto(opened, message));
    } catch (ConnectorException e) {
      throw noted(opened, ConnectorErrorMapper.posting(e));
    }
  }

  private String opened(String entraId) {
    try {
      return chats.open(entraId);
    } catch (ConnectorException e) {
      throw ConnectorErrorMapper.opening(e);
    }
  }

  private String sendInto(String conversation, ObjectNode message) {
    return send(conversation, message, dispatch::post);
  }

  private interface Post {

    String send(String conversation, ConnectorEndpoint line, String activity);
  }

  private String send(String conversation, ObjectNode message, Post post) {
    var line = lines.to(conversation);
    var id =
        fitting(
            message,
            body ->
                post.send(
                    conversation,
                    line,
                    OutboundActivityFactory.addressed(body, conversation, line)));
    conversations.reachable(InboundActivity.rootOf(conversation), true);
    return id;
  }

  /** What Teams finds too large goes out once more with less in it, and then in words. */
  private static String fitting(ObjectNode message, Function<ObjectNode, String> call) {
    try {
      return call.apply(message);
    } catch (ConnectorException e) {
      throwUnlessTooLarge(e);
    }
    try {
      return call.apply(OutboundActivityFactory.smaller(message));
    } catch (ConnectorException e) {
      throwUnlessTooLarge(e);
    }
    return call.apply(OutboundActivityFactory.inWords(message));
  }

  private static void throwUnlessTooLarge(ConnectorException e) {
    if (e.status() != HttpStatus.CONTENT_TOO_LARGE.value()) {
      throw e;
    }
  }

  /**
   * The mark does not hold the next attempt back: Teams announces no unblocking, so trying is the
   * only way to learn of one.
   */
  private DeliveryException noted(String conversation, DeliveryException e) {
    if (e.reason() == DeliveryException.Reason.UNREACHABLE) {
      conversations.reachable(InboundActivity.rootOf(conversation), false);
    }
    return e;
  }
}
