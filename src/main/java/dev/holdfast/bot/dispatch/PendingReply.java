package dev.holdfast.bot.dispatch;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.message.MessageCatalog;
import dev.holdfast.messaging.Messenger.Posted;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that a person said or clicked and that is replied to with a message.
 *
 * @param task the durable task that replies if nothing else does; named by the activity
 * @param where in which conversation
 * @param by Entra object id of the person; empty when Holdfast speaks first
 * @param about what the person said, for an error
 * @param replaces the message whose card the reply replaces
 * @param immediate whether the reply is computed from memory and the database alone, without the
 *     admin API
 * @param changes whether computing it changes something, so that it must not be computed twice
 * @param reply computes it; empty when the person is told in another way
 */
record PendingReply(
    TaskInstance<?> task,
    ConversationRef where,
    Optional<String> by,
    String about,
    Optional<Posted> replaces,
    boolean immediate,
    boolean changes,
    Computation reply) {

  /** How a reply is computed. */
  interface Computation extends Supplier<Optional<AddressedReply>> {

    /** Reads what a change needs from elsewhere, before its transaction. */
    default void prepare() {}

    /** Of whoever reads the reply. */
    default Locale language() {
      return MessageCatalog.COMPLETE;
    }
  }

  /** The name of its task and of its activity. */
  String name() {
    return task.getId();
  }
}
