package dev.holdfast.approval.policy.calendar;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.message.Message;
import dev.holdfast.request.duration.OperationDurations;
import dev.holdfast.request.duration.UsualDuration;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.step.OperationSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether something may start now by the windows and freezes of the policy in force, and if not,
 * when. All of it has to fit by its usual duration; where none is known, only its start counts.
 */
@Component
public class PolicyCalendar {

  private final PolicyInForce policy;
  private final OperationDurations durations;
  private final Clock clock;

  PolicyCalendar(PolicyInForce policy, OperationDurations durations, Clock clock) {
    this.policy = policy;
    this.durations = durations;
    this.clock = clock;
  }

  /** Whether windows or freezes are about an operation at all. */
  public boolean isAbout(OperationSpec spec) {
    return !terms(StartCandidate.of(spec, Duration.ZERO, false)).areNone();
  }

  /** What keeps it from a start now; empty when nothing does. */
  public Optional<StartObstacle> obstacle(StartCandidate start) {
    return terms(start).obstacle(clock.instant(), start.length());
  }

  /**
   * The same for all of an operation, with its safety backup.
   *
   * @param emergency whether it's an emergency, and the policy allows that
   */
  public Optional<StartObstacle> obstacle(OperationSpec spec, boolean emergency) {
    return obstacle(spec, clock.instant(), emergency);
  }

  /** The same of a start at an instant. */
  public Optional<StartObstacle> obstacle(OperationSpec spec, Instant start, boolean emergency) {
    if (!isAbout(spec)) {
      return Optional.empty();
    }
    StartCandidate candidate = StartCandidate.of(spec, length(spec), emergency);
    return terms(candidate).obstacle(start, candidate.length());
  }

  /** Until when an operation may run that starts then; empty if that's for a year or more. */
  public Optional<Instant> end(OperationSpec spec, Instant start) {
    return terms(StartCandidate.of(spec, Duration.ZERO, false)).end(start);
  }

  /** What the policy freezes now, whatever environments that's about. */
  public List<Message> frozen() {
    Instant now = clock.instant();
    return policy.get().freezes().stream()
        .flatMap(freeze -> StartTerms.frozen(freeze, now).stream())
        .toList();
  }

  /**
   * How long an operation usually takes with what has to be done before it; empty where nothing is
   * known.
   */
  public Optional<Duration> usual(OperationSpec spec) {
    return Optional.of(length(spec)).filter(length -> !length.isZero());
  }

  private Duration length(OperationSpec spec) {
    return Stream.concat(spec.stepsBefore("").stream(), Stream.of(spec))
        .flatMap(step -> durations.usual(step).stream())
        .map(UsualDuration::median)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private StartTerms terms(StartCandidate start) {
    return StartTerms.of(policy.get(), start);
  }
}
