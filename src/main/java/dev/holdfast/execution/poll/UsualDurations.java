package dev.holdfast.execution.poll;

import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long operations took lately, as the requests themselves tell. */
@Component
public class UsualDurations {

  private static final int RECENT = 50;
  private static final int SAMPLES = 5;

  private final RequestRepository requests;
  private final Duration interval;

  UsualDurations(RequestRepository requests, AdminApiUsageProperties platform) {
    this.requests = requests;
    this.interval = platform.pollInterval();
  }

  /**
   * When to poll the operation of a call: by those of its kind on the same environment. A safety
   * backup is polled at the fixed interval: it takes minutes.
   */
  public PollSchedule of(StepTransitions call) {
    return new PollSchedule(interval, call.role() == StepRole.MAIN ? durations(call) : List.of());
  }

  /** Where nothing is known of the operation. */
  public Duration interval() {
    return interval;
  }

  private List<Duration> durations(StepTransitions call) {
    String environment = call.spec().affected().id();
    return requests.recentOn(environment, RECENT).stream()
        .filter(other -> other.state() == RequestState.SUCCEEDED)
        .filter(other -> other.details().spec().getClass() == call.spec().getClass())
        .filter(other -> other.details().spec().affected().id().equals(environment))
        .flatMap(other -> duration(other).stream())
        .limit(SAMPLES)
        .toList();
  }

  private static Optional<Duration> duration(Request ended) {
    Optional<Instant> end = ended.verificationStartedAt();
    return ended
        .progress()
        .map(OperationProgress::startedAt)
        .flatMap(start -> end.map(at -> Duration.between(start, at)))
        .filter(took -> !took.isNegative() && !took.isZero());
  }
}
