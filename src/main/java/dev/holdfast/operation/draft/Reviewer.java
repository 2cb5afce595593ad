package dev.holdfast.operation.draft;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.messaging.Messenger.Posted;
import java.util.Optional;

/**
 * Who has a form reviewed.
 *
 * @param where the conversation in which the review is shown; empty where nobody follows it
 * @param card the message whose card becomes the review; empty when it's a new message
 */
public record Reviewer(ChatUser who, Optional<ConversationRef> where, Optional<Posted> card) {

  /** Somebody whose review isn't brought up to date. */
  public static Reviewer of(ChatUser who) {
    return new Reviewer(who, Optional.empty(), Optional.empty());
  }

  /** Somebody who clicked on a form. */
  public static Reviewer of(CardActionInvocation clicked) {
    ConversationRef where = clicked.where();
    return new Reviewer(
        clicked.who(),
        Optional.of(where),
        CardOwner.isOwn(clicked)
            ? Optional.of(new Posted(where.conversation(), clicked.message()))
            : Optional.empty());
  }
}
