package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.dispatch.ReplyLeases.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the tasks of replies that were given, all that have come together in one transaction: the
 * more there are, the less each costs. Nobody waits for it. Until its task is removed, a reply
 * stays held, so that the scheduler doesn't give it again.
 */
final class SentReplyCleanup {

  private static final Logger log = LoggerFactory.getLogger(SentReplyCleanup.class);
  private static final int MOST = 200;

  private final ReplyTaskStore tasks;
  private final Executor executor;
  private final BlockingQueue<Held> given = new LinkedBlockingQueue<>();
  private final AtomicBoolean removing = new AtomicBoolean();

  SentReplyCleanup(ReplyTaskStore tasks, Executor executor) {
    this.tasks = tasks;
    this.executor = executor;
  }

  void add(Held reply) {
    given.add(reply);
    start();
  }

  /** Tries again those whose tasks couldn't be removed. */
  void retry() {
    if (!given.isEmpty()) {
      start();
    }
  }

  private void start() {
    if (removing.compareAndSet(false, true)) {
      try {
        executor.execute(this::removeAll);
      } catch (RejectedExecutionException ending) {
        // The last flush takes it.
      }
    }
  }

  /** What comes while it runs is part of its next round, or has it run once more. */
  private void removeAll() {
    boolean removed = true;
    do {
      try {
        removed = flush();
      } finally {
        removing.set(false);
      }
    } while (removed && !given.isEmpty() && removing.compareAndSet(false, true));
  }

  /**
   * Removes those that have come so far.
   *
   * @return false when some are left because the database didn't do it
   */
  boolean flush() {
    List<Held> some = new ArrayList<>();
    while (given.drainTo(some, MOST) > 0) {
      try {
        tasks.remove(some.stream().map(Held::task).toList());
      } catch (RuntimeException e) {
        log.warn(
            "{} replies were given, but their tasks aren't removed yet: {}",
            some.size(),
            e.toString());
        given.addAll(some);
        return false;
      }
      some.forEach(Held::close);
      some.clear();
    }
    return true;
  }
}
