package dev.holdfast.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import dev.holdfast.chat.Chat;
import dev.holdfast.chat.Clicked;
import dev.holdfast.chat.Reaction;
import dev.holdfast.chat.Speaker;
import dev.holdfast.notice.Messenger;
import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.teams.Speakers.Answer.Known;
import dev.holdfast.teams.Speakers.Answer.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Buttons pressed on cards, however the client sends them. */
@Component
class Clicks {

  private static final Logger LOG = LoggerFactory.getLogger(Clicks.class);

  private final Chat chat;
  private final Speakers speakers;
  private final Messenger messenger;

  Clicks(Chat chat, Speakers speakers, Messenger messenger) {
    this.chat = chat;
    this.speakers = speakers;
    this.messenger = messenger;
  }

  /** {@code Action.Execute}: the answer goes back with the HTTP response. */
  InvokeResponse executed(Incoming incoming) {
    var action = incoming.value().path("action");
    var reaction = react(incoming, action.path("verb").asText(), action.path("data"));
    if (reaction instanceof Reaction.Show show && show.forEveryone()) {
      updateForEveryone(incoming, show);
    }
    return InvokeAnswers.to(reaction);
  }

  /** {@code Action.Submit} of an older client: a message that can only be answered by messages. */
  void submitted(Incoming incoming) {
    var data = incoming.value();
    var who = speakers.of(incoming);
    if (who instanceof Known known) {
      chat.submitted(clicked(incoming, known.speaker(), data.path("verb").asText(), data));
    } else if (who instanceof Refused refused) {
      messenger.say(incoming.toSenderAlone(), refused.reason());
    }
  }

  private Reaction react(Incoming incoming, String verb, JsonNode data) {
    var who = speakers.of(incoming);
    if (who instanceof Known known) {
      return chat.clicked(clicked(incoming, known.speaker(), verb, data));
    }
    var refused = (Refused) who;
    return new Reaction.Refuse(refused.code(), refused.reason());
  }

  private static Clicked clicked(Incoming incoming, Speaker who, String verb, JsonNode data) {
    var texts = texts(data);
    texts.remove(Outgoing.TARGETED);
    if (isOnTargeted(incoming.value())) {
      // Nobody else sees the card.
      texts.put(Clicked.OWNER, who.id());
    }
    return new Clicked(
        incoming.id(), who, incoming.place(), message(incoming).orElse(""), verb, texts);
  }

  /** The message that carries the card, as the messenger names it. */
  private static Optional<String> message(Incoming incoming) {
    return Optional.ofNullable(incoming.activity().getReplyToId())
        .filter(id -> !id.isBlank())
        .map(id -> new MessageId(id, isOnTargeted(incoming.value())).toString());
  }

  /** As {@link Outgoing#onTargeted} has put it into the card. */
  private static boolean isOnTargeted(JsonNode value) {
    return value.path(Outgoing.TARGETED).asBoolean()
        || value.path("action").path("data").path(Outgoing.TARGETED).asBoolean();
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
  private void updateForEveryone(Incoming incoming, Reaction.Show show) {
    message(incoming)
        .map(id -> new Messenger.Posted(incoming.place().conversation(), id))
        .ifPresent(
            posted -> {
              try {
                messenger.update(posted, show.card());
              } catch (UndeliverableException e) {
                LOG.warn(
                    "The card {} in {} stays old for everybody but the clicker: {}",
                    posted.activity(),
                    posted.conversation(),
                    e.getMessage());
              }
            });
  }
}
