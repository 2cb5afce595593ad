package dev.holdfast.teams.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationService;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.activity.TeamsMessageId;
import dev.holdfast.teams.inbound.SenderResolver.Answer.Known;
import dev.holdfast.teams.inbound.SenderResolver.Answer.Refused;
import dev.holdfast.teams.outbound.OutboundActivityFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Buttons pressed on cards, however the client sends them. */
@Component
class CardActionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(CardActionHandler.class);

  private final ConversationService chat;
  private final SenderResolver speakers;
  private final Messenger messenger;

  CardActionHandler(ConversationService chat, SenderResolver speakers, Messenger messenger) {
    this.chat = chat;
    this.speakers = speakers;
    this.messenger = messenger;
  }

  /** {@code Action.Execute}: the answer goes back with the HTTP response. */
  InvokeResponse executed(InboundActivity incoming) {
    var action = incoming.value().path("action");
    var reaction = react(incoming, action.path("verb").asText(), action.path("data"));
    if (reaction instanceof ActionResponse.Show show && show.forEveryone()) {
      updateForEveryone(incoming, show);
    }
    return InvokeResponses.to(reaction);
  }

  /** {@code Action.Submit} of an older client: a message that can only be answered by messages. */
  void submitted(InboundActivity incoming) {
    var data = incoming.value();
    var who = speakers.of(incoming);
    if (who instanceof Known known) {
      chat.submitted(clicked(incoming, known.speaker(), data.path("verb").asText(), data));
    } else if (who instanceof Refused refused) {
      messenger.say(incoming.toSenderAlone(), refused.reason());
    }
  }

  private ActionResponse react(InboundActivity incoming, String verb, JsonNode data) {
    var who = speakers.of(incoming);
    if (who instanceof Known known) {
      return chat.clicked(clicked(incoming, known.speaker(), verb, data));
    }
    var refused = (Refused) who;
    return new ActionResponse.Refuse(refused.code(), refused.reason());
  }

  private static CardActionInvocation clicked(
      InboundActivity incoming, ChatUser who, String verb, JsonNode data) {
    var texts = texts(data);
    texts.remove(OutboundActivityFactory.TARGETED);
    if (isOnTargeted(incoming.value())) {
      // Nobody else sees the card.
      texts.put(CardActionInvocation.OWNER, who.id());
    }
    return new CardActionInvocation(
        incoming.id(), who, incoming.place(), message(incoming).orElse(""), verb, texts);
  }

  /** The message that carries the card, as the messenger names it. */
  private static Optional<String> message(InboundActivity incoming) {
    return Optional.ofNullable(incoming.activity().getReplyToId())
        .filter(id -> !id.isBlank())
        .map(id -> new TeamsMessageId(id, isOnTargeted(incoming.value())).toString());
  }

  /** As {@link OutboundActivityFactory#onTargeted} has put it into the card. */
  private static boolean isOnTargeted(JsonNode value) {
    return value.path(OutboundActivityFactory.TARGETED).asBoolean()
        || value.path("action").path("data").path(OutboundActivityFactory.TARGETED).asBoolean();
  }

  /** What is no object has no fields. */
  static Map<String, String> texts(JsonNode data) {
    var texts = new LinkedHashMap<String, String>();
    for (var field : data.properties()) {
      var value = field.getValue();
      if (!value.isNull()) {
        texts.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
      }
    }
    return texts;
  }

  /** The clicker has the card with the answer in any case, and what was decided stands. */
  private void updateForEveryone(InboundActivity incoming, ActionResponse.Show show) {
    message(incoming)
        .map(id -> new Messenger.Posted(incoming.place().conversation(), id))
        .ifPresent(
            posted -> {
              try {
                messenger.update(posted, show.card());
              } catch (DeliveryException e) {
                LOG.warn(
                    "The card {} in {} stays old for everybody but the clicker: {}",
                    posted.activity(),
                    posted.conversation(),
                    e.getMessage());
              }
            });
  }
}
