package dev.holdfast.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.check.MigrationsCheck;
import dev.holdfast.doctor.check.SchedulerCheck;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the doctor reads in the tables: the migrations, and the durable work. */
@EachDatabase
class StoredThingsTests {

  private static final Instant LONG_AGO = Samples.NOW.minus(Duration.ofHours(1));

  private final TestDatabase database;
  private final JdbcClient jdbc;

  StoredThingsTests(Databases databases) {
    this.database = databases.empty();
    this.jdbc = JdbcClient.create(database.dataSource());
  }

  @Test
  void anEmptyDatabaseIsNotLookedIntoAndStaysEmpty() {
    assertThat(migrations().state()).isEqualTo(CheckStatus.SKIPPED);
    assertThat(migrations().state()).isEqualTo(CheckStatus.SKIPPED);
  }

  @Test
  void allMigrationsAreThere() {
    migrate("latest");

    assertThat(migrations().sentence()).matches("All \\d+ are there\\.");
  }

  @Test
  void whatIsMissingIsNamedAndNotMade() {
    migrate("3");

    assertThat(migrations().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(migrations().sentence()).startsWith("Not there yet: 4");
  }

  @Test
  void aMigrationThatFailedIsBroken() {
    migrate("latest");
    jdbc.sql("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '4'")
        .update();

    assertThat(migrations().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(migrations().sentence()).contains("Migration 4 began and failed");
  }

  @Test
  void tablesOfAnotherTextAreBroken() {
    migrate("latest");
    jdbc.sql("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '2'")
        .update();

    assertThat(migrations().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(migrations().sentence()).contains("Migration 2 in the database is not the one");
  }

  @Test
  void aNewerVersionThatHasBeenHereIsAWarning() {
    migrate("latest");
    jdbc.sql(
            """
            insert into "flyway_schema_history"
              ("installed_rank", "version", "description", "type", "script", "installed_by", "execution_time", "success")
            values (999, '999', 'later', 'SQL', 'V999__later.sql', 'test', 1, true)
            """)
        .update();

    assertThat(migrations().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(migrations().sentence()).contains("made migration 999");
  }

  @Test
  void workThatIsDueSoonIsFine() {
    migrate("latest");
    task("drive-request", "1", Samples.NOW, false, 0);

    assertThat(work()).isEqualTo(CheckResult.ok("1 task(s) are stored, and none is late."));
  }

  @Test
  void workThatNobodyBeginsIsLate() {
    migrate("latest");
    task("drive-request", "1", LONG_AGO, false, 0);

    assertThat(work().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(work().sentence()).contains("1 task(s) were due", "nobody has begun");
  }

  @Test
  void workInTheHandsOfADeadProcessIsSeen() {
    migrate("latest");
    task("drive-request", "1", LONG_AGO, true, 0);

    assertThat(work().sentence()).contains("silent for more than 5 minutes");
  }

  @Test
  void workThatFailsAgainAndAgainIsNamed() {
    migrate("latest");
    task("drive-request", "1", Samples.NOW, false, 3);
    task("drive-request", "2", Samples.NOW, false, 7);
    task("deliver", "1", Samples.NOW, false, 1);

    assertThat(work().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(work().sentence())
        .contains("drive-request (2, up to 7 times)")
        .doesNotContain("deliver");
  }

  private void migrate(String target) {
    database.flyway().target(target).load().migrate();
  }

  private CheckResult migrations() {
    return new MigrationsCheck(database.flyway().load()).check();
  }

  private CheckResult work() {
    return new SchedulerCheck(jdbc, new SettableClock(Samples.NOW)).check();
  }

  private void task(String name, String id, Instant due, boolean picked, int failures) {
    jdbc.sql(
            """
            insert into scheduled_tasks
              (task_name, task_instance, execution_time, picked, last_heartbeat, consecutive_failures, version)
            values (:name, :id, :due, :picked, :due, :failures, 1)
            """)
        .param("name", name)
        .param("id", id)
        .param("due", due.atOffset(ZoneOffset.UTC))
        .param("picked", picked)
        .param("failures", failures)
        .update();
  }
}
