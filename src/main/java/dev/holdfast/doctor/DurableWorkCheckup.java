package dev.holdfast.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the durable tasks are carried out. Only warns: in a Holdfast that answers, one of them is
 * being carried out right now; and where none runs, work may well lie there.
 */
@Component
class DurableWorkCheckup implements Checkup {

  private static final Duration LATE = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  DurableWorkCheckup(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Area area() {
    return Area.HOLDFAST;
  }

  @Override
  public String name() {
    return "Durable work";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public Verdict check() {
    Tasks tasks = tasks(clock.instant().minus(LATE));
    if (tasks.late() > 0) {
      return Verdict.warning(
          "%d task(s) were due more than %d minutes ago and nobody has begun them."
              .formatted(tasks.late(), LATE.toMinutes()),
          Remedy.of("Start Holdfast. If it runs, start it again: its scheduler stands still."));
    }
    if (tasks.silent() > 0) {
      return Verdict.warning(
          "%d task(s) are in the hands of a process that has been silent for more than %d minutes."
              .formatted(tasks.silent(), LATE.toMinutes()),
          Remedy.of("Start Holdfast: it takes over what a dead process had in hand."));
    }
    List<String> failing = failing();
    if (!failing.isEmpty()) {
      return Verdict.warning(
          "Fails again and again: %s.".formatted(String.join(", ", failing)),
          Remedy.of("The log of Holdfast says why. It is tried further."));
    }
    return Verdict.ok("%d task(s) are stored, and none is late.".formatted(tasks.stored()));
  }

  /**
   * @param late due, and in nobody's hands
   * @param silent in the hands of a process whose heart does not beat
   */
  private record Tasks(long stored, long late, long silent) {}

  private Tasks tasks(Instant before) {
    return jdbc.sql(
            """
            select count(*) as stored,
              count(case when picked = false and execution_time < :before then 1 end) as late,
              count(case when picked = true and last_heartbeat < :before then 1 end) as silent
            from scheduled_tasks
            """)
        .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Tasks(row.getLong("stored"), row.getLong("late"), row.getLong("silent")))
        .single();
  }

  private List<String> failing() {
    return jdbc.sql(
            """
            select task_name, count(*) as many, max(consecutive_failures) as times
            from scheduled_tasks where consecutive_failures >= 3 group by task_name order by task_name
            """)
        .query(
            (row, number) ->
                "%s (%d, up to %d times)"
                    .formatted(
                        row.getString("task_name"), row.getLong("many"), row.getInt("times")))
        .list();
  }
}
