package dev.holdfast.chat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the tasks of replies that were given, all that have come together in one transaction: the
 * more there are, the less each costs. Nobody waits for it.
 */
final class GivenReplies {

  private static final Logger log = LoggerFactory.getLogger(GivenReplies.class);
  private static final int MOST = 200;

  private final ReplyTaskStore tasks;
  private final Executor executor;
  private final BlockingQueue<TaskInstance<?>> given = new LinkedBlockingQueue<>();
  private final AtomicBoolean removing = new AtomicBoolean();

  GivenReplies(ReplyTaskStore tasks, Executor executor) {
    this.tasks = tasks;
    this.executor = executor;
  }

  void add(TaskInstance<?> task) {
    given.add(task);
    if (removing.compareAndSet(false, true)) {
      executor.execute(this::removeAll);
    }
  }

  /** What comes while it runs is part of its next round, or has it run once more. */
  private void removeAll() {
    do {
      try {
        flush();
      } finally {
        removing.set(false);
      }
    } while (!given.isEmpty() && removing.compareAndSet(false, true));
  }

  /** Removes those that have come so far. */
  void flush() {
    List<TaskInstance<?>> some = new ArrayList<>();
    while (given.drainTo(some, MOST) > 0) {
      try {
        tasks.remove(some);
      } catch (RuntimeException e) {
        log.warn(
            "{} replies were given and may be given again, because their tasks stay: {}",
            some.size(),
            e.toString());
      }
      some.clear();
    }
  }
}
