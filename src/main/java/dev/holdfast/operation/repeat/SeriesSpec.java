package dev.holdfast.operation.repeat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.operation.repeat.Repetition.Occurrence;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Do the same again and again.
 *
 * @param run what is done each time; its texts may be patterns
 * @param rule see {@link Repetition}
 * @param grace how long a run may still start after its time
 * @param changes the ID of the series that has these terms from then on; empty for a new one
 */
@JsonTypeName(SeriesSpec.KIND)
public record SeriesSpec(
    OperationSpec run,
    String rule,
    LocalDateTime first,
    ZoneId zone,
    int runs,
    Duration grace,
    Optional<String> changes)
    implements OperationSpec {

  public static final String KIND = "series";

  public static SeriesSpec of(
      OperationSpec run, Repetition times, Duration grace, Optional<String> changes) {
    return new SeriesSpec(
        run, times.rule(), times.first(), times.zone(), times.runs(), grace, changes);
  }

  /** When it runs. */
  public Repetition times() {
    return new Repetition(rule, first, zone, runs);
  }

  /** What is done in one run. */
  public OperationSpec of(Occurrence time) {
    return run.forRun(new RunTexts(time));
  }

  /** When one run may start. */
  public PlannedStart start(Occurrence time) {
    return new PlannedStart(time.at(), grace);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isSeries() {
    return true;
  }

  @Override
  public OperationSpec eachTime() {
    return run;
  }

  @Override
  public List<EnvironmentUse> environments() {
    return run.environments();
  }

  @Override
  public boolean backsUpFirst() {
    return run.backsUpFirst();
  }

  @Override
  public Optional<String> newName() {
    return run.newName();
  }

  @Override
  public List<String> digestParts() {
    List<String> parts = new ArrayList<>(List.of(KIND));
    parts.add(rule);
    parts.add(first.toString());
    parts.add(zone.getId());
    parts.add(String.valueOf(runs));
    parts.add(grace.toString());
    parts.add(changes.orElse(""));
    parts.addAll(run.digestParts());
    return parts;
  }

  @Override
  public OperationFacts facts() {
    return OperationFacts.of(
        Map.of(
            "run", run.kind() + new TreeMap<>(run.facts().options()),
            "rule", rule,
            "first", first.toString(),
            "zone", zone.getId(),
            "runs", String.valueOf(runs),
            "grace", grace.toString(),
            "changes", changes.orElse("")));
  }
}
