package dev.holdfast.chat;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.dispatch.AddressedReply;
import dev.holdfast.operation.draft.ReviewedDraft;
import dev.holdfast.operation.restore.RestoreFormInput;
import dev.holdfast.testing.Goldens;
import dev.holdfast.testing.StoredFields;
import dev.holdfast.ticket.TicketNote;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts, the data of tasks, and kept replies are read by newer and older versions. */
class StoredChatTest {

  private static final Map<String, Class<?>> STORED =
      Map.of(
          "draft",
          ReviewedDraft.class,
          "draft-input-restore",
          RestoreFormInput.class,
          "task-answer-message",
          IncomingMessage.class,
          "task-answer-click",
          CardActionInvocation.class,
          "task-answer-submit",
          CardActionInvocation.class,
          "task-write-to-ticket",
          TicketNote.class,
          "task-welcome",
          ConversationRef.class,
          "reply",
          AddressedReply.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft",
        "draft-input-restore",
        "task-answer-message",
        "task-answer-click",
        "task-answer-submit",
        "task-welcome",
        "reply"
      })
  void theFieldsAreThoseThatOtherVersionsRead(String name) {
    Goldens.assertLines("fields/" + name + ".txt", StoredFields.of(STORED.get(name)));
  }
}
