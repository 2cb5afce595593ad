package dev.holdfast.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.audit.AuditSealRepository.Head;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what an older Holdfast wrote, which knew no seals: what was there before the chain, and
 * what a replica writes that is not yet replaced.
 */
@Configuration(proxyBeanMethods = false)
class UnsealedEntrySweeper {

  /** So many at once keep the others waiting for some hundredths of a second. */
  static final int BATCH = 200;

  /** What is older than this was committed, or never will be. */
  private static final Duration SETTLED = Duration.ofHours(1);

  @Bean
  RecurringTask<Void> sealTheRecord(Sweep sweep) {
    return Tasks.recurring("seal-record", FixedDelay.ofMinutes(1))
        .execute((task, context) -> sweep.all());
  }

  @Bean
  Sweep sweep(
      AuditSealRepository seals, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    return new Sweep(seals, jdbc, transaction, clock);
  }

  /** One batch after another, each in a transaction of its own. */
  record Sweep(
      AuditSealRepository seals, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {

    void all() {
      boolean more = true;
      while (more) {
        more = Boolean.TRUE.equals(transaction.execute(status -> batch()));
      }
    }

    private boolean batch() {
      Head head = seals.lock();
      List<AuditEntry> found = seals.unsealedBehind(head.swept(), BATCH);
      Instant settled = clock.instant().minus(SETTLED);
      boolean full = found.size() == BATCH;
      Head end = found.isEmpty() ? head : seals.seal(head, found);
      Optional<Long> swept = full ? last(found, settled) : newest(head.swept(), settled);
      swept.ifPresent(id -> seals.moved(new Head(end.position(), end.hash(), id)));
      return full;
    }

    private static Optional<Long> last(List<AuditEntry> found, Instant settled) {
      return Optional.of(found.get(found.size() - 1))
          .filter(entry -> entry.at().isBefore(settled))
          .map(AuditEntry::id);
    }

    /** By the time, because H2 would look at all rows for the greatest id. */
    private Optional<Long> newest(long behind, Instant settled) {
      return jdbc.sql("select id from audit where at < ? order by at desc limit 1")
          .param(settled.atOffset(ZoneOffset.UTC))
          .query(Long.class)
          .optional()
          .filter(id -> id > behind);
    }
  }
}
