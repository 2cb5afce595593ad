package dev.holdfast.doctor.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.support.ParkedTasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the durable tasks are carried out. Only warns: in a Holdfast that answers, one of them is
 * being carried out right now; and where none runs, work may well lie there.
 */
@Component
public class SchedulerCheck implements DoctorCheck {

  private static final Duration LATE = Duration.ofMinutes(5);

  /** Counting more would take longer and say nothing more. */
  private static final int MANY = 200;

  private static final int PARKED_NAMED = 10;

  private final JdbcClient jdbc;
  private final ParkedTasks parked;
  private final Clock clock;

  public SchedulerCheck(JdbcClient jdbc, Clock clock) {
    this.parked = new ParkedTasks(jdbc, clock);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
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
  public CheckResult check() {
    Tasks tasks = tasks(clock.instant().minus(LATE));
    if (tasks.late() > 0) {
      return CheckResult.warning(
          "%s task(s) were due more than %d minutes ago and nobody has begun them."
              .formatted(counted(tasks.late()), LATE.toMinutes()),
          Remedy.of("Start Holdfast. If it runs, start it again: its scheduler stands still."));
    }
    if (tasks.silent() > 0) {
      return CheckResult.warning(
          "%s task(s) are in the hands of a process that has been silent for more than %d minutes."
              .formatted(counted(tasks.silent()), LATE.toMinutes()),
          Remedy.of("Start Holdfast: it takes over what a dead process had in hand."));
    }
    List<ParkedTasks.Parked> parked = this.parked.list(0, PARKED_NAMED);
    if (!parked.isEmpty()) {
      return CheckResult.warning(
          "Failed again and again, and parked: %s. Nobody carries them out."
              .formatted(
                  parked.stream()
                      .map(task -> task.name() + " " + task.instance())
                      .collect(Collectors.joining(", "))),
          Remedy.of(
              "The log of Holdfast says why. Fix that, then release each in the chat:",
              parked.get(0).command()));
    }
    List<String> failing = failing();
    if (!failing.isEmpty()) {
      return CheckResult.warning(
          "Fails again and again: %s.".formatted(String.join(", ", failing)),
          Remedy.of("The log of Holdfast says why. It is tried further."));
    }
    return CheckResult.ok(
        "%s task(s) are stored, and none is late.".formatted(counted(tasks.stored())));
  }

  private static String counted(long tasks) {
    return tasks > MANY ? "More than " + MANY : String.valueOf(tasks);
  }

  /**
   * None of them counts further than {@link #MANY} and one.
   *
   * @param late due, and in nobody's hands
   * @param silent in the hands of a process whose heart does not beat
   */
  private record Tasks(long stored, long late, long silent) {}

  private Tasks tasks(Instant before) {
    return jdbc.sql(
            """
            select
              (select count(*) from (select 1 from scheduled_tasks limit :most) tasks) as stored,
              (select count(*) from (select 1 from scheduled_tasks
                where picked = false and execution_time < :before limit :most) due) as late,
              (select count(*) from (select 1 from scheduled_tasks
                where picked = true and last_heartbeat < :before limit :most) taken) as silent
            """)
        .param("most", MANY + 1)
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
