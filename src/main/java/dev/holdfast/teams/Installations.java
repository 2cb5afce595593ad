package dev.holdfast.teams;

import dev.holdfast.chat.Chat;
import org.springframework.stereotype.Component;

/**
 * Where Holdfast is installed and where no longer. Teams announces both twice, as an installation
 * update and as a conversation update with the bot among the members.
 */
@Component
class Installations {

  private final Chat chat;
  private final ConversationStore conversations;

  Installations(Chat chat, ConversationStore conversations) {
    this.chat = chat;
    this.conversations = conversations;
  }

  void added(Incoming incoming) {
    if (!conversations.introduce(incoming.root())) {
      return;
    }
    try {
      chat.installed(incoming.id(), incoming.place());
    } catch (RuntimeException e) {
      conversations.notIntroduced(incoming.root());
      throw e;
    }
  }

  void removed(Incoming incoming) {
    conversations.removed(incoming.root());
  }
}
