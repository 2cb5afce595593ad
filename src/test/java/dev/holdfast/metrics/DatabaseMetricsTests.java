package dev.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.support.CachedRead;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@EachDatabase
class DatabaseMetricsTests {

  private static final Duration AGE = Duration.ofSeconds(15);

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final JdbcClient jdbc;

  DatabaseMetricsTests(Databases database) {
    this.jdbc = JdbcClient.create(database.fresh().dataSource());
    DatabaseFiguresRepository figures = new DatabaseFiguresRepository(jdbc, clock);
    new DatabaseMetrics(
            new CachedRead<>(figures::read, AGE, Duration.ofMinutes(1), Runnable::run, clock),
            Metered.kinds(),
            clock)
        .bindTo(meters);
  }

  @Test
  void withoutAnythingAllAreZeroButTheSealThatWasNeverPosted() {
    assertThat(meters.find("holdfast.requests.open").gauges())
        .hasSize(4 * 7)
        .allMatch(gauge -> gauge.value() == 0);
    assertThat(value("holdfast.queue.length")).isZero();
    assertThat(value("holdfast.approvals.oldest")).isZero();
    assertThat(value("holdfast.outbox.age")).isZero();
    assertThat(value("holdfast.tasks.parked")).isZero();
    assertThat(value("holdfast.freezes")).isZero();
    assertThat(value("holdfast.audit.seal.age")).isNaN();
  }

  @Test
  void requestsAreCountedByTypeAndState() {
    request(1, "AWAITING_APPROVAL", "restore", Duration.ofHours(3));
    request(2, "AWAITING_APPROVAL", "restore", Duration.ofHours(1));
    request(3, "APPROVED", "backup", Duration.ofHours(5));
    request(4, "UNKNOWN", "of a later version", Duration.ofHours(5));
    request(5, "LATER_STATE", "backup", Duration.ofHours(5));

    assertThat(open("restore", "awaiting_approval")).isEqualTo(2);
    assertThat(open("backup", "approved")).isEqualTo(1);
    assertThat(open("other", "unknown")).isEqualTo(1);
    assertThat(value("holdfast.queue.length")).isEqualTo(1);
    assertThat(value("holdfast.approvals.oldest")).isEqualTo(3 * 3600);
  }

  @Test
  void whatWaitsOrStandsStillIsMeasured() {
    jdbc.sql(
            """
            insert into outbox (request_id, kind, address, created_at)
            values (1, 'NOTICE', 'chat', timestamp with time zone '2026-11-20 09:50:00+00')
            """)
        .update();
    jdbc.sql("update audit_seal_post set posted_for = '2026-11-19'").update();
    jdbc.sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values ('drive-request', 'R-1', timestamp with time zone '3000-01-01 00:00:00+00', false, 1)
            """)
        .update();
    jdbc.sql(
            """
            insert into freezes (environment_id, environment_name, by_id, by_name, reason, started_at, until_at)
            values ('*', '', 'id', 'Megan', 'release', timestamp with time zone '2026-11-20 09:00:00+00',
              timestamp with time zone '2026-11-20 10:00:10+00')
            """)
        .update();

    assertThat(value("holdfast.outbox.age")).isEqualTo(600);
    assertThat(value("holdfast.audit.seal.age")).isEqualTo(34 * 3600);
    assertThat(value("holdfast.tasks.parked")).isEqualTo(1);
    assertThat(value("holdfast.freezes")).isEqualTo(1);
    clock.advance(AGE);
    assertThat(value("holdfast.freezes")).isZero();
  }

  @Test
  void withoutTheDatabaseNothingIsKnown() {
    assertThat(value("holdfast.queue.length")).isZero();
    jdbc.sql("alter table freezes rename to frozen").update();
    assertThat(value("holdfast.queue.length")).isZero();
    clock.advance(AGE);

    assertThat(value("holdfast.queue.length")).isNaN();
    assertThat(value("holdfast.approvals.oldest")).isNaN();
    assertThat(open("restore", "running")).isNaN();
  }

  private void request(long id, String state, String kind, Duration age) {
    jdbc.sql(
            """
            insert into requests (id, draft, state, version, source_id, affected_id, requester_id, created_at, updated_at, body)
            values (:id, :draft, :state, 2, 'a', 'b', 'c', :at, :at, '')
            """)
        .param("id", id)
        .param("draft", "draft-" + id)
        .param("state", state)
        .param("at", Samples.NOW.minus(age).atOffset(ZoneOffset.UTC))
        .update();
    for (String role : new String[] {"DATA_LEAVES", "OVERWRITTEN"}) {
      jdbc.sql(
              "insert into request_environments (request_id, environment_id, role, active)"
                  + " values (?, ?, ?, true)")
          .params(id, "env-" + id, role)
          .update();
    }
    jdbc.sql(
            """
            insert into audit (at, request_id, request_version, what, state, who_id, who_name, words, operation)
            values (current_timestamp, ?, 2, 'SUBMITTED', ?, 'id', 'Megan', '', ?)
            """)
        .params(id, state, kind)
        .update();
  }

  private double open(String type, String state) {
    return meters.get("holdfast.requests.open").tags("type", type, "state", state).gauge().value();
  }

  private double value(String name) {
    Gauge gauge = meters.find(name).gauge();
    return gauge == null ? meters.get(name).timeGauge().value() : gauge.value();
  }
}
