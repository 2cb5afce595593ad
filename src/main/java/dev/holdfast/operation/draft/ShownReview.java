package dev.holdfast.operation.draft;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.messaging.Messenger.Posted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a review is shown, as it's stored with the draft.
 *
 * @param activity the message that shows it; null where it's to be a new one
 */
record ShownReview(ChatUser who, ConversationRef where, @Nullable String activity) {

  static Optional<ShownReview> of(Reviewer by) {
    return by.where()
        .map(
            where ->
                new ShownReview(by.who(), where, by.card().map(Posted::activity).orElse(null)));
  }

  Optional<Posted> card() {
    return Optional.ofNullable(activity).map(id -> new Posted(where.conversation(), id));
  }
}
