package dev.holdfast.bot.dispatch;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.request.store.RequestJsonFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers for a while which activities were taken. Teams sends one again, under the same id, when
 * it did not see our answer; a person who presses a button twice makes two, each with an id of its
 * own. A reply that could not be sent yet is kept beside the mark.
 */
@Repository
public class ActivityDeduplicator {

  private static final int ATTEMPTS = 3;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;
  private final JsonMapper json = RequestJsonFactory.mapper();

  ActivityDeduplicator(
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
  static String name(ConversationRef where, String activityId) {
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
  public boolean takeOnce(String name, Runnable work) {
    return inTransaction(
        () -> {
          boolean unseen = mark(name);
          if (unseen) {
            work.run();
          }
          return unseen;
        });
  }

  /**
   * Runs the work in one transaction, and again where an inner one had to be rolled back: what it
   * lost its race to is there then.
   */
  <T> T inTransaction(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return requireNonNull(transaction.execute(status -> inside(status, work)));
      } catch (UnexpectedRollbackException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static <T> T inside(TransactionStatus status, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (status.isRollbackOnly()) {
        throw new UnexpectedRollbackException("An inner transaction was rolled back", e);
      }
      throw e;
    }
  }

  /** The scheduler is told of work before it is committed, and may have seen none. */
  void wakeScheduler() {
    scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
  }

  /** Keeps the reply to an activity until it is sent. */
  public void keep(String name, AddressedReply reply) {
    String text = json.writeValueAsString(reply);
    if (jdbc.sql("update activities_seen set reply = ? where activity = ?")
            .params(text, name)
            .update()
        == 0) {
      jdbc.sql("insert into activities_seen (activity, seen_at, reply) values (?, ?, ?)")
          .params(name, clock.instant().atOffset(ZoneOffset.UTC), text)
          .update();
    }
  }

  /** The reply that was computed and not sent yet. */
  public Optional<AddressedReply> kept(String name) {
    return jdbc.sql("select reply from activities_seen where activity = ? and reply is not null")
        .param(name)
        .query((row, number) -> json.readValue(row.getString("reply"), AddressedReply.class))
        .optional();
  }

  public void forgetReply(String name) {
    jdbc.sql("update activities_seen set reply = null where activity = ?").param(name).update();
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
