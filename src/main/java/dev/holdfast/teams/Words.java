package dev.holdfast.teams;

import dev.holdfast.chat.Chat;
import dev.holdfast.chat.Said;
import dev.holdfast.notice.Messenger;
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
    if (who.isPresent()) {
      chat.said(new Said(incoming.id(), who.get(), incoming.place(), incoming.text()));
    } else {
      messenger.say(incoming.toSenderAlone(), Speakers.NOBODY);
    }
  }
}
