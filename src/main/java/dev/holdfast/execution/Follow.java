package dev.holdfast.execution;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Operation;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.PlatformProperties;
import dev.holdfast.platform.Poll;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
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

  private final AdminApi api;
  private final Changes changes;
  private final Duration interval;
  private final Duration lostAfter;

  Follow(AdminApi api, Changes changes, PlatformProperties platform, ExecutionProperties patience) {
    this.api = api;
    this.changes = changes;
    this.interval = platform.pollInterval();
    this.lostAfter = patience.lostAfter();
  }

  @Override
  public Optional<Duration> take(Request request) {
    Optional<OperationRef> ref = Seen.ref(request);
    if (ref.isEmpty()) {
      // The service named nothing to follow, as it may for a backup: the environment itself must
      // show it.
      changes.save(request, request.verifying(changes.now()));
      return AT_ONCE;
    }
    try {
      Poll poll = api.poll(ref.get());
      return poll instanceof Poll.Seen seen
          ? onSeen(request, seen.operation(), seen.retryAfter())
          : onNothing(request, (Poll.Nothing) poll);
    } catch (AdminApiException e) {
      log.warn("{}: the operation cannot be seen, it is asked again: {}", request.id(), e.forLog());
      return onTrouble(request, e.getMessage(), e.answer().retryAfter());
    }
  }

  private Optional<Duration> onSeen(
      Request request, Operation operation, Optional<Duration> retryAfter) {
    Instant now = changes.now();
    Progress before = request.progress().orElseThrow();
    changes.save(request, request.observe(Seen.of(operation, before.startedAt(), now), now));
    return switch (operation.state()) {
      case SUCCEEDED -> {
        changes.save(request, request.verifying(now));
        yield AT_ONCE;
      }
      case FAILED -> {
        changes.save(request, request.fail(failure(request, operation, now)));
        yield DONE;
      }
      case NOT_STARTED, RUNNING, UNKNOWN -> retryAfter.or(() -> Optional.of(interval));
    };
  }

  private Optional<Duration> onNothing(Request request, Poll.Nothing nothing) {
    return onTrouble(
        request,
        "The service has nothing to say of the operation yet: " + nothing.why(),
        nothing.retryAfter());
  }

  private Optional<Duration> onTrouble(Request request, String why, Optional<Duration> retryAfter) {
    Instant now = changes.now();
    Instant seenAt = request.progress().orElseThrow().seenAt();
    if (now.isAfter(seenAt.plus(lostAfter))) {
      changes.save(
          request,
          request.becomeUnknown(
              new Ending(
                  now,
                  "The operation has not been seen for too long, so how it ends cannot be told. "
                      + why
                      + " Look at the environment in the admin center.",
                  Optional.empty(),
                  Optional.empty(),
                  true)));
      return DONE;
    }
    if (request.waitsFor().isEmpty()) {
      // Told once: while the service flaps between one trouble and another, nobody wants a card
      // update for each look.
      changes.waitFor(request, why + " Holdfast keeps asking.");
    }
    return retryAfter.or(() -> Optional.of(interval));
  }

  private static Ending failure(Request request, Operation operation, Instant now) {
    String name = request.terms().work().affected().displayName();
    String words =
        operation.error().isPresent()
            ? "The service reports that its operation on " + name + " failed."
            : "The service reports that its operation on "
                + name
                + " failed, and does not say why.";
    return new Ending(
        now,
        words,
        operation.error().map(fault -> fault.code() + ": " + fault.message()),
        Optional.of(operation.id()),
        true);
  }
}
