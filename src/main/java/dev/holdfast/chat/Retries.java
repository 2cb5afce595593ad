package dev.holdfast.chat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers for a while which activities were taken. Teams sends one again, under the same id, when
 * it did not see our answer; a person who presses a button twice makes two, each with an id of its
 * own.
 */
@Repository
class Retries {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  Retries(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ObjectProvider<Scheduler> scheduler,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * What an activity is called here: Teams' ids count milliseconds, so that two conversations may
   * have the same. The conversation is shortened to its hash, as both together can be longer than
   * an index takes.
   */
  static String name(Place where, String activityId) {
    byte[] conversation = where.conversation().getBytes(StandardCharsets.UTF_8);
    return activityId + " in " + UUID.nameUUIDFromBytes(conversation);
  }

  /**
   * Takes the activity, if nobody did before: the work and the mark are committed together. Of two
   * at the same moment the second waits for the first to end.
   *
   * @param work writes to the database only; not called for a retry
   * @return whether it was the first
   */
  boolean takeOnce(String name, Runnable work) {
    boolean first =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  boolean unseen = mark(name);
                  if (unseen) {
                    work.run();
                  }
                  return unseen;
                }));
    if (first) {
      // The scheduler was told of the work before it was committed, and saw none.
      scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
    return first;
  }

  private boolean mark(String name) {
    return jdbc.sql(
                "insert into activities_seen (activity, seen_at) values (:activity, :at)"
                    + " on conflict do nothing")
            .param("activity", name)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
