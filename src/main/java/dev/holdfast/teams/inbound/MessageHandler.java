package dev.holdfast.teams.inbound;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationService;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.inbound.SenderResolver.Answer.Known;
import dev.holdfast.teams.inbound.SenderResolver.Answer.Refused;
import org.springframework.stereotype.Component;

/** What people write. */
@Component
class MessageHandler {

  private final ConversationService chat;
  private final SenderResolver speakers;
  private final Messenger messenger;
  private final MentionedPeople mentioned;
  private final MessageRate rate;

  MessageHandler(
      ConversationService chat,
      SenderResolver speakers,
      Messenger messenger,
      MentionedPeople mentioned,
      MessageRate rate) {
    this.rate = rate;
    this.mentioned = mentioned;
    this.chat = chat;
    this.speakers = speakers;
    this.messenger = messenger;
  }

  void said(InboundActivity incoming) {
    var who = speakers.of(incoming);
    if (who instanceof Known known) {
      said(incoming, known);
    } else if (who instanceof Refused refused) {
      messenger.say(incoming.toSenderAlone(), refused.reason());
    }
  }

  private void said(InboundActivity incoming, Known known) {
    switch (rate.next(known.speaker().id())) {
      case ANSWER -> chat.said(said(incoming, known.speaker()));
      case SAY_SO ->
          messenger.say(
              incoming.toSenderAlone(),
              known.speaker().texts().of("teams.tooManyMessages", "most", rate.most()));
      case KEEP_QUIET -> {}
    }
  }

  /**
   * An edit isn't run: the message before it may have been, and what it started isn't taken back by
   * editing it. A person who expects an edited command to run is told so.
   */
  void edited(InboundActivity incoming) {
    if (speakers.of(incoming) instanceof Known known
        && chat.isCommand(said(incoming, known.speaker()))) {
      messenger.say(incoming.toSenderAlone(), known.speaker().texts().of("teams.edited"));
    }
  }

  private IncomingMessage said(InboundActivity incoming, ChatUser who) {
    return new IncomingMessage(
        incoming.id(),
        who,
        incoming.place(),
        incoming.text(),
        incoming.message().people().stream()
            .map(mention -> mentioned.person(mention, incoming.place()))
            .toList());
  }
}
