package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** RUNNING: looks at the operation that changes the mode. */
@Component
class LeaveFollow implements StateHandler {

  private static final Logger log = LoggerFactory.getLogger(LeaveFollow.class);

  private final AdminApi api;
  private final RequestUpdater changes;
  private final LeavePatience patience;
  private final Duration interval;

  LeaveFollow(
      AdminApi api, RequestUpdater changes, LeavePatience patience, AdminApiProperties platform) {
    this.api = api;
    this.changes = changes;
    this.patience = patience;
    this.interval = platform.pollInterval();
  }

  @Override
  public Optional<Duration> handle(Request request) {
    OperationProgress before = request.leaving().wish().progress().orElseThrow();
    Optional<OperationLocator> ref = ProgressMapper.ref(request, before);
    if (ref.isEmpty()) {
      return verify(request);
    }
    try {
      PollResult poll = api.poll(ref.get());
      if (poll instanceof PollResult.Seen seen) {
        return onSeen(request, before, seen);
      }
      PollResult.Nothing nothing = (PollResult.Nothing) poll;
      return onTrouble(
          request,
          before,
          "The service has nothing to say of the operation yet: " + nothing.why(),
          nothing.retryAfter());
    } catch (AdminApiException e) {
      log.warn("{}: the operation cannot be seen, it is asked again: {}", request.id(), e.forLog());
      return onTrouble(request, before, e.getMessage(), e.answer().retryAfter());
    }
  }

  private Optional<Duration> onSeen(
      Request request, OperationProgress before, PollResult.Seen seen) {
    AdminOperation operation = seen.operation();
    Instant now = changes.now();
    changes.save(
        request,
        request.leaving().observe(ProgressMapper.of(operation, before.startedAt(), now), now));
    return switch (operation.state()) {
      case SUCCEEDED -> verify(request);
      case FAILED -> {
        changes.save(request, request.leaving().fail(failure(operation, now), true));
        yield DONE;
      }
      // Whatever the status means, only the environment shows whether the mode is off.
      case ENDED -> verify(request);
      case UNKNOWN ->
          isStuck(request) ? verify(request) : seen.retryAfter().or(() -> Optional.of(interval));
      case NOT_STARTED, RUNNING -> seen.retryAfter().or(() -> Optional.of(interval));
    };
  }

  private boolean isStuck(Request request) {
    return request
        .leaving()
        .wish()
        .progress()
        .flatMap(OperationProgress::statusSince)
        .filter(since -> patience.isIdleAfter(since))
        .isPresent();
  }

  /** An operation that is not seen for too long says no more than the environment itself. */
  private Optional<Duration> onTrouble(
      Request request, OperationProgress before, String why, Optional<Duration> retryAfter) {
    if (patience.endsAfter(before.seenAt())) {
      return verify(request);
    }
    if (request.leaving().wish().waitsFor().isEmpty()) {
      request
          .leaving()
          .waitFor(why + " Holdfast keeps asking.", changes.now())
          .ifPresent(event -> changes.save(request, event));
    }
    return retryAfter.or(() -> Optional.of(interval));
  }

  private Optional<Duration> verify(Request request) {
    changes.save(request, request.leaving().verifying(changes.now()));
    return AT_ONCE;
  }

  private static Outcome failure(AdminOperation operation, Instant now) {
    Optional<String> why = operation.error().map(Fault::words).filter(words -> !words.isEmpty());
    return new Outcome(
        now,
        "The service reports that its operation failed"
            + (why.isPresent() ? "." : ", and does not say why."),
        why,
        Optional.of(operation.id()),
        true);
  }
}
