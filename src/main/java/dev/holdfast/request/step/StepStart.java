package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How a step was called.
 *
 * @param lastCommittedAt when the intent of the last call was committed
 * @param attempts the calls whose fate is open, or was last
 */
public record StepStart(Instant lastCommittedAt, StartAttempts attempts) {

  public static StepStart first(Instant now) {
    return new StepStart(now, StartAttempts.first(now));
  }

  /** The first of which it's known what the service listed before. */
  public static StepStart first(
      Instant now, Set<String> operationsBefore, Optional<String> flavor) {
    return new StepStart(now, StartAttempts.first(now, operationsBefore, flavor));
  }

  public StepStart again(Instant now) {
    return new StepStart(now, attempts.again());
  }

  public StepStart nothingShown() {
    return new StepStart(lastCommittedAt, attempts.nothingShown());
  }

  public StepStart answerLost(Instant now) {
    return new StepStart(lastCommittedAt, attempts.answerLost(now));
  }

  /** When the intent of the first call was committed. */
  public Instant firstCommittedAt() {
    return attempts.since();
  }
}
