package dev.holdfast.teams;

import dev.holdfast.chat.Chat;
import dev.holdfast.chat.Said;
import dev.holdfast.notice.Messenger;
import dev.holdfast.teams.Speakers.Answer.Known;
import dev.holdfast.teams.Speakers.Answer.Refused;
import org.springframework.stereotype.Component;

/** What people write. */
@Component
class Words {

  private final Chat chat;
  private final Speakers speakers;
  private final Messenger messenger;

  Words(Chat chat, Speakers speakers, Messenger messenger) {
    this.chat = chat;
    this.speakers = speakers;
    this.messenger = messenger;
  }

  void said(Incoming incoming) {
    var who = speakers.of(incoming);
    if (who instanceof Known known) {
      chat.said(new Said(incoming.id(), known.speaker(), incoming.place(), incoming.text()));
    } else if (who instanceof Refused refused) {
      messenger.say(incoming.toSenderAlone(), refused.reason());
    }
  }
}
