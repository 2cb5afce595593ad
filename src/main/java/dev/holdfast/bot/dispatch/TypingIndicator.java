package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.ConversationRef;
import dev.holdfast.messaging.Messenger;
import java.time.Duration;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows in a conversation that a reply takes longer than a second. */
@Component
class TypingIndicator {

  private static final Logger log = LoggerFactory.getLogger(TypingIndicator.class);

  static final Duration FIRST = Duration.ofSeconds(1);

  /** Clients stop showing it after some seconds. */
  static final Duration AGAIN = Duration.ofSeconds(4);

  private final Messenger messenger;
  private final ReplyWorkers workers;

  TypingIndicator(Messenger messenger, ReplyWorkers workers) {
    this.messenger = messenger;
    this.workers = workers;
  }

  /** Ends when it is closed. */
  interface Shown extends AutoCloseable {

    @Override
    void close();
  }

  Shown in(ConversationRef where) {
    Future<?> repeated = workers.repeat(() -> workers.execute(() -> show(where)), FIRST, AGAIN);
    return () -> repeated.cancel(false);
  }

  /** An indicator that doesn't arrive matters to nobody. */
  private void show(ConversationRef where) {
    try {
      messenger.showTyping(where.conversation());
    } catch (RuntimeException e) {
      log.debug("conversation={} doesn't show typing: {}", where.conversation(), e.toString());
    }
  }
}
