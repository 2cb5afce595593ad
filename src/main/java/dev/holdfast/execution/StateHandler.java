package dev.holdfast.execution;

import dev.holdfast.request.Request;
import java.time.Duration;
import java.util.Optional;

/** One step of the drive, for a request in one state. */
public interface StateHandler {

  /**
   * Takes the step: looks, calls, saves.
   *
   * @return how long to wait before the next step; empty when there is none
   */
  Optional<Duration> handle(Request request);

  /** The next step follows at once. */
  Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);

  /** There is nothing more to do. */
  Optional<Duration> DONE = Optional.empty();
}
