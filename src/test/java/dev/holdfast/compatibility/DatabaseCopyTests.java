package dev.holdfast.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.app.copy.CopyException;
import dev.holdfast.app.copy.DatabaseCopy;
import dev.holdfast.app.copy.DatabaseCopy.Copied;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an earlier version stored in H2 is moved to PostgreSQL. */
@Tag("postgresql")
class DatabaseCopyTests {

  private final F2baffe before = new F2baffe(Databases.H2);
  private final TestDatabase source = before.database();
  private final TestDatabase target = Databases.POSTGRESQL.empty();
  private final JdbcTemplate there = new JdbcTemplate(target.dataSource());

  @BeforeEach
  void migrate() {
    source.flyway().load().migrate();
  }

  @AfterEach
  void close() {
    before.close();
  }

  @Test
  void everyRowArrivesAndTheCountersGoOn() {
    before
        .jdbc()
        .execute(
            "update people set name = '😀 ü ' where entra_id = (select min(entra_id) from people)");
    before
        .jdbc()
        .execute(
            "insert into policies (kind, digest, body, reason, approved_by,"
                + " in_force_at) values ('FILE', 'd', '😀 ü', 'START', '', timestamp with time zone"
                + " '2026-11-20 12:00:00.123456+05:45')");
    before.jdbc().execute("delete from policies");
    before.jdbc().queryForObject("select nextval('request_number')", Long.class);

    List<Copied> copied = copy();

    Map<String, Long> rows = copied.stream().collect(Collectors.toMap(Copied::table, Copied::rows));
    assertThat(rows).containsKeys("requests", "audit", "audit_seals", "scheduled_tasks", "outbox");
    assertThat(rows.get("requests")).isGreaterThan(20);
    assertThat(rows)
        .allSatisfy(
            (table, count) -> {
              assertThat(count(there, table)).as(table).isEqualTo(count);
              assertThat(count(before.jdbc(), table)).as(table).isEqualTo(count);
            });
    assertThat(there.queryForList("select body from requests order by id", String.class))
        .isEqualTo(
            before.jdbc().queryForList("select body from requests order by id", String.class));
    assertThat(there.queryForObject("select nextval('request_number')", Long.class))
        .isEqualTo(before.jdbc().queryForObject("select nextval('request_number')", Long.class));
    there.execute(
        "insert into policies (kind, digest, body, reason, approved_by, in_force_at)"
            + " values ('FILE', 'd', '', 'START', '', current_timestamp)");
    assertThat(there.queryForObject("select id from policies", Long.class)).isEqualTo(2);
  }

  @Test
  void whatPostgresqlRefusesByItselfItStillRefuses() {
    copy();

    assertThat(
            there.queryForList(
                "select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'"))
        .isEmpty();
    assertThatThrownBy(() -> there.update("update audit set words = 'other'"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  void isCopiedOnlyOnce() {
    copy();

    assertThatThrownBy(this::copy)
        .isInstanceOf(CopyException.class)
        .hasMessageStartingWith("The target isn't empty: somebody has written to its table");
  }

  @Test
  void tablesOfSomebodyElseAreLeftAlone() {
    there.execute("create table mine (id int)");

    assertThatThrownBy(this::copy)
        .isInstanceOf(CopyException.class)
        .hasMessageStartingWith("Holdfast's tables can't be made in the target.");
  }

  /** PostgreSQL takes no such character; H2 does. */
  @Test
  void whatCannotBeCopiedLeavesNothingBehind() {
    before.jdbc().update("update requests set body = body || char(0) where id = 1010");

    assertThatThrownBy(this::copy)
        .isInstanceOf(CopyException.class)
        .hasMessageStartingWith("The table requests can't be copied: ERROR: invalid byte sequence");
    assertThat(count(there, "requests")).isZero();
    assertThat(count(there, "audit_seals")).isZero();

    before.jdbc().update("update requests set body = replace(body, char(0), '') where id = 1010");
    assertThat(copy()).isNotEmpty();
  }

  @Test
  void aTableOfOneSideAloneIsSaid() {
    target.flyway().load().migrate();
    before.jdbc().execute("create table more (id int)");

    assertThatThrownBy(this::copy)
        .isInstanceOf(CopyException.class)
        .hasMessage("The table more isn't the same in both databases. Nothing is copied.");
  }

  private List<Copied> copy() {
    return new DatabaseCopy(source.flyway().load(), target.flyway().load())
        .run(source.dataSource(), target.dataSource());
  }

  private static long count(JdbcTemplate where, String table) {
    return where.queryForObject("select count(*) from " + table, Long.class);
  }
}
