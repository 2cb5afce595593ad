package dev.holdfast.bot.dispatch;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The replies that this process is giving. The task of each is due when the lease ends, so that the
 * scheduler of any replica gives the reply if this process doesn't.
 */
@Component
class ReplyLeases {

  private static final Logger log = LoggerFactory.getLogger(ReplyLeases.class);

  private final ReplyTaskStore tasks;
  private final ReplyLeaseSettings lease;
  private final Clock clock;
  private final Set<Held> held = ConcurrentHashMap.newKeySet();

  ReplyLeases(ReplyTaskStore tasks, ReplyLeaseSettings lease, Clock clock) {
    this.tasks = tasks;
    this.lease = lease;
    this.clock = clock;
  }

  /** One of them, until its task is removed or left to the scheduler. */
  final class Held implements AutoCloseable {

    private final TaskInstance<?> task;
    private volatile Instant until;

    private Held(TaskInstance<?> task, Instant until) {
      this.task = task;
      this.until = until;
    }

    TaskInstance<?> task() {
      return task;
    }

    /** Whether the reply is still this process's to send. */
    boolean isOurs() {
      return clock.instant().isBefore(until);
    }

    @Override
    public void close() {
      held.remove(this);
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** When the task of a reply that is given now has to be due. */
  Instant leaseEnd() {
    return now().plus(lease.length());
  }

  /**
   * @param until when the task is due
   */
  Held hold(TaskInstance<?> task, Instant until) {
    Held one = new Held(task, until);
    held.add(one);
    return one;
  }

  /** Extends the leases that have less left than a fresh one has after a renewal interval. */
  void renew() {
    Instant end = leaseEnd();
    Instant old = end.minus(lease.renewal());
    List<Held> due = new ArrayList<>(held);
    due.removeIf(one -> one.until.isAfter(old) || !one.isOurs());
    if (due.isEmpty()) {
      return;
    }
    try {
      Set<TaskInstanceId> extended =
          Set.copyOf(tasks.extend(due.stream().map(Held::task).toList(), end));
      due.stream().filter(one -> extended.contains(one.task)).forEach(one -> one.until = end);
    } catch (RuntimeException e) {
      log.warn("{} replies aren't extended and are tried again: {}", due.size(), e.toString());
    }
  }

  /** Leaves all of them to the scheduler, of whichever replica. */
  void leave() {
    Instant now = clock.instant();
    for (Held one : held) {
      one.until = now;
      tasks.postpone(one.task, now);
    }
  }
}
