package dev.holdfast.execution;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Operation;
import dev.holdfast.platform.Operation.Fault;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.PlatformProperties;
import dev.holdfast.platform.Poll;
import dev.holdfast.request.Call;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** RUNNING: looks at the operation, for as long as it takes. */
@Component
class Follow implements Step {

  private static final Logger log = LoggerFactory.getLogger(Follow.class);

  private static final String NO_ADDRESS =
      "The service took the order and named no operation to follow. It is looked for among those of"
          + " the environment.";

  private final AdminApi api;
  private final Tracing tracing;
  private final Idle idle;
  private final Changes changes;
  private final Duration interval;
  private final ExecutionProperties patience;

  Follow(
      AdminApi api,
      Tracing tracing,
      Idle idle,
      Changes changes,
      PlatformProperties platform,
      ExecutionProperties patience) {
    this.api = api;
    this.tracing = tracing;
    this.idle = idle;
    this.changes = changes;
    this.interval = platform.pollInterval();
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    return look(request.call());
  }

  /** Looks at the operation of a call. */
  Optional<Duration> look(Call call) {
    Optional<OperationRef> ref = Seen.ref(call);
    if (ref.isEmpty() && call.work() instanceof Work.Backup) {
      // A backup may be made at once: the list of backups must show it.
      changes.save(call, call.verifying(changes.now()));
      return AT_ONCE;
    }
    if (ref.isEmpty()) {
      // Whether a restore has begun, the environment does not show: it may still look untouched.
      return elsewhere(call)
          .map(found -> onSeen(call, found, Optional.empty()))
          .orElseGet(() -> onTrouble(call, NO_ADDRESS, Optional.empty()));
    }
    try {
      Poll poll = api.poll(ref.get());
      return poll instanceof Poll.Seen seen
          ? onSeen(call, seen.operation(), seen.retryAfter())
          : onSilence(
              call,
              "The service has nothing to say of the operation yet: " + ((Poll.Nothing) poll).why(),
              poll.retryAfter());
    } catch (AdminApiException e) {
      log.warn(
          "{}: the operation cannot be seen, it is asked again: {}",
          call.request().id(),
          e.forLog());
      return onSilence(call, e.getMessage(), e.answer().retryAfter());
    }
  }

  /** Early silence is usual; a longer one has the operation looked for where it is listed too. */
  private Optional<Duration> onSilence(Call call, String why, Optional<Duration> retryAfter) {
    Instant seenAt = call.progress().orElseThrow().seenAt();
    boolean early = !changes.now().isAfter(seenAt.plus(patience.listingGrace()));
    Optional<Operation> listed = early ? Optional.empty() : elsewhere(call);
    return listed
        .map(found -> onSeen(call, found, retryAfter))
        .orElseGet(() -> onTrouble(call, why, retryAfter));
  }

  /** The call's operation among those of the environment. */
  private Optional<Operation> elsewhere(Call call) {
    try {
      return tracing.again(call) instanceof Trace.Ours ours
          ? Optional.of(ours.operation())
          : Optional.empty();
    } catch (AdminApiException e) {
      log.warn("{}: its operation cannot be looked for: {}", call.request().id(), e.forLog());
      return Optional.empty();
    }
  }

  private Optional<Duration> onSeen(Call call, Operation operation, Optional<Duration> retryAfter) {
    Instant now = changes.now();
    Progress before = call.progress().orElseThrow();
    changes.save(call.request(), call.observe(Seen.of(operation, before.startedAt(), now), now));
    return switch (operation.state()) {
      case SUCCEEDED -> {
        changes.save(call, call.verifying(now));
        yield AT_ONCE;
      }
      case FAILED -> {
        changes.save(call, call.fail(failure(call, operation, now)));
        yield DONE;
      }
      case NOT_STARTED, RUNNING -> retryAfter.or(() -> Optional.of(interval));
      case ENDED -> {
        idle.handOverEnded(call, operation);
        yield DONE;
      }
      case UNKNOWN ->
          idle.handOverIdle(call, operation) ? DONE : retryAfter.or(() -> Optional.of(interval));
    };
  }

  private Optional<Duration> onTrouble(Call call, String why, Optional<Duration> retryAfter) {
    if (patience.isLost(call.request().unanswered(changes.now(), patience.away()))) {
      changes.save(
          call,
          call.becomeUnknown(
              new Ending(
                  changes.now(),
                  "The operation has not been seen for too long, so how it ends cannot be told. "
                      + why
                      + " Look at the environment in the admin center.",
                  Optional.empty(),
                  Optional.empty(),
                  true)));
      return DONE;
    }
    if (call.request().waitsFor().isEmpty()) {
      // Told once: while the service flaps between one trouble and another, nobody wants a card
      // update for each look.
      changes.waitFor(call.request(), why + " Holdfast keeps asking.");
    } else {
      changes.touch(call.request());
    }
    return retryAfter.or(() -> Optional.of(interval));
  }

  private static Ending failure(Call call, Operation operation, Instant now) {
    String name = call.work().affected().displayName();
    Optional<String> why = operation.error().map(Fault::words).filter(words -> !words.isEmpty());
    return new Ending(
        now,
        "The service reports that its operation on %s failed%s"
            .formatted(name, why.isPresent() ? "." : ", and does not say why."),
        why,
        Optional.of(operation.id()),
        true);
  }
}
