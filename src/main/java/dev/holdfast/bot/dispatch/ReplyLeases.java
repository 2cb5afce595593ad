package dev.holdfast.bot.dispatch;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
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
    private boolean isOurs() {
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

  /** Extends the leases that are due for it. */
  void renew() {
    List<Held> due = held.stream().filter(this::isDue).filter(Held::isOurs).toList();
    if (due.isEmpty()) {
      return;
    }
    try {
      extend(due);
    } catch (RuntimeException e) {
      log.warn("{} replies aren't extended and are tried again: {}", due.size(), e.toString());
    }
  }

  /**
   * Whether a reply can be sent now: is still this process's, and stays so for as long as sending
   * takes. Computing it, or the wait for a connection, may have used up most of its lease.
   */
  boolean secures(Held one) {
    if (one.isOurs() && isDue(one)) {
      try {
        extend(List.of(one));
      } catch (RuntimeException e) {
        log.warn("task={} isn't extended, so its reply isn't sent: {}", one.task, e.toString());
        return false;
      }
    }
    return one.isOurs();
  }

  /** Less is left than a fresh lease has after a renewal interval. */
  private boolean isDue(Held one) {
    return !one.until.isAfter(leaseEnd().minus(lease.renewal()));
  }

  /** What isn't extended is the scheduler's from now on. */
  private void extend(List<Held> due) {
    Instant end = leaseEnd();
    Set<TaskInstanceId> extended =
        Set.copyOf(tasks.extend(due.stream().map(Held::task).toList(), end));
    due.forEach(one -> one.until = extended.contains(one.task) ? end : Instant.MIN);
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
