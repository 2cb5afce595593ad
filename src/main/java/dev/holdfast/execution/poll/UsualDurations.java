package dev.holdfast.execution.poll;

import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.duration.OperationDurations;
import dev.holdfast.request.step.StepRole;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** When to poll, by how long operations took lately. */
@Component
public class UsualDurations {

  private static final int SAMPLES = 5;

  private final OperationDurations durations;
  private final Duration interval;

  UsualDurations(OperationDurations durations, AdminApiUsageProperties platform) {
    this.durations = durations;
    this.interval = platform.pollInterval();
  }

  /**
   * When to poll the operation of a call: by those of its kind on the same environment. A safety
   * backup is polled at the fixed interval: it takes minutes.
   */
  public PollSchedule of(StepTransitions call) {
    return new PollSchedule(interval, call.role() == StepRole.MAIN ? lately(call) : List.of());
  }

  /** Where nothing is known of the operation. */
  public Duration interval() {
    return interval;
  }

  private List<Duration> lately(StepTransitions call) {
    return durations.onSameEnvironment(call.spec()).stream().limit(SAMPLES).toList();
  }
}
