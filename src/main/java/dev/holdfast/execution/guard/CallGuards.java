package dev.holdfast.execution.guard;

import dev.holdfast.adminapi.AdminApi.CallGuard;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.store.RequestVersions;
import dev.holdfast.support.TaskLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Keeps a call from going out that isn't this process's to make any more. A process that paused, or
 * waited long for its commit or its token, may have been taken for dead and its work taken over. So
 * right before the call is sent, the intent must be stored as it was committed, and the checks must
 * be fresh; a replica that takes over the intent waits for longer than that.
 */
@Component
public class CallGuards {

  private final RequestVersions stored;
  private final Clock clock;
  private final CallProperties settings;

  CallGuards(RequestVersions stored, Clock clock, CallProperties settings) {
    this.stored = stored;
    this.clock = clock;
    this.settings = settings;
  }

  /** Called before the first of the checks that precede a call. */
  public CheckTime now() {
    return new CheckTime(clock.instant(), System.nanoTime());
  }

  /**
   * The guard of a call whose intent was just committed. Its token is the request's state and
   * version: whatever anybody else does with the request changes them.
   */
  public CallGuard of(StepTransitions call, CheckTime checked) {
    RequestId id = call.request().id();
    RequestState state = call.request().state();
    long version = call.request().version();
    return () -> {
      TaskLease.check();
      if (!stored.isStoredAs(id, state, version)) {
        throw new StaleCallException("the request isn't as it was when the intent was committed");
      }
      // The last check of all, because the one before may have waited for the database.
      Duration age = checked.age(now());
      if (age.compareTo(settings.maxCheckAge()) > 0) {
        throw new StaleCallException("its checks are %d s old".formatted(age.toSeconds()));
      }
    };
  }

  /** From when on nothing of a call can be on its way to the service any more. */
  public Instant endedBy(StepTransitions call) {
    return call.attempts()
        .answerLostAt()
        .orElseGet(() -> call.startCommittedAt().orElseThrow().plus(settings.takeoverDelay()));
  }
}
