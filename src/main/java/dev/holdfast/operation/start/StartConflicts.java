package dev.holdfast.operation.start;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What prevents a start, or makes it doubtful, as known when it's planned. */
@Component
public class StartConflicts {

  /** Of two starts that are nearer to each other, one may have to wait for the other. */
  private static final Duration NEAR = Duration.ofHours(12);

  private final ReadingRights rights;
  private final StartWindows windows;
  private final Clock clock;

  StartConflicts(ReadingRights rights, StartWindows windows, Clock clock) {
    this.rights = rights;
    this.windows = windows;
    this.clock = clock;
  }

  public static boolean isAboutStart(Finding finding) {
    return finding.rule().equals(StartForm.ID) || finding.rule().equals(StartWindows.ID);
  }

  /**
   * What others have planned on the same environments at about the same time, and what the policy's
   * calendars say.
   *
   * @param reader sees nothing of requests that they may not see
   */
  public List<Finding> of(OperationSpec spec, Optional<PlannedStart> start, Person reader) {
    Instant begin = start.map(PlannedStart::notBefore).orElseGet(clock::instant);
    Stream<Finding> others =
        rights.openOn(environments(spec), reader).stream()
            .filter(other -> !other.details().isRehearsal())
            .filter(other -> !other.state().isExecuting())
            .filter(other -> spec.meets(other.details().spec()))
            .filter(other -> isNear(other, begin))
            .map(StartConflicts::finding);
    return Stream.concat(others, windows.of(spec, start, reader).stream()).toList();
  }

  private static boolean isNear(Request other, Instant begin) {
    return other
        .queue()
        .planned()
        .map(PlannedStart::notBefore)
        .map(at -> Duration.between(at, begin).abs())
        .filter(apart -> apart.compareTo(NEAR) < 0)
        .isPresent();
  }

  private static Finding finding(Request other) {
    return finding(
        Severity.AMBER,
        Message.of(
            "plannedStart.conflict",
            "request",
            other.id().toString(),
            "environment",
            other.details().spec().affected().displayName(),
            "time",
            other.queue().planned().map(PlannedStart::notBefore).orElseThrow()));
  }

  /** Whether a restore point that can be restored now can still be at the start (rules R1, R4). */
  public static Optional<Finding> ofPoint(
      EnvironmentProfile source, Instant point, Optional<PlannedStart> start, Instant now) {
    return start
        .filter(planned -> !RestoreWindow.isDropped(source, point, now))
        .flatMap(planned -> ofPoint(source, point, planned));
  }

  private static Optional<Finding> ofPoint(
      EnvironmentProfile source, Instant point, PlannedStart start) {
    if (RestoreWindow.isDropped(source, point, start.notBefore())) {
      return Optional.of(
          finding(Severity.RED, ofPoint("plannedStart.point.red", source, point, start)));
    }
    return RestoreWindow.isDropped(source, point, start.latest())
        ? Optional.of(
            finding(Severity.AMBER, ofPoint("plannedStart.point.amber", source, point, start)))
        : Optional.empty();
  }

  private static Message ofPoint(
      String code, EnvironmentProfile source, Instant point, PlannedStart start) {
    return Message.of(
        code,
        "source",
        source.name(),
        "point",
        point,
        "start",
        start.notBefore(),
        "until",
        start.latest());
  }

  private static Finding finding(Severity severity, Message message) {
    return Finding.of(StartForm.ID, severity, Message.of("plannedStart.source"), message);
  }

  private static Set<String> environments(OperationSpec spec) {
    return spec.environments().stream()
        .map(EnvironmentUse::environment)
        .map(environment -> environment.id())
        .collect(Collectors.toSet());
  }
}
