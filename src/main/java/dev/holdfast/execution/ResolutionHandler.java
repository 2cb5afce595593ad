package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.Request;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.UnknownOutcome.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * UNKNOWN: looks up the operation of which a person says that it is ours; until somebody says so,
 * the target's mode.
 */
@Component
class ResolutionHandler implements StateHandler {

  private final AdminApi api;
  private final LostCallFinder tracing;
  private final TargetInspector lookAtMode;
  private final RequestUpdater changes;
  private final ExecutionProperties patience;

  ResolutionHandler(
      AdminApi api,
      LostCallFinder tracing,
      TargetInspector lookAtMode,
      RequestUpdater changes,
      ExecutionProperties patience) {
    this.api = api;
    this.tracing = tracing;
    this.lookAtMode = lookAtMode;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    Optional<Resolution> said = request.settling().pending();
    if (said.isEmpty()) {
      return lookAtMode.take(request);
    }
    try {
      return lookUp(request, said.get().operation());
    } catch (AdminApiException e) {
      Instant until = said.get().at().plus(patience.verifyWithin());
      return changes.now().isAfter(until)
          ? notFound(request, "The operations could not be listed. " + e.getMessage())
          : e.answer().retryAfter().or(() -> Optional.of(patience.retryAfter()));
    }
  }

  private Optional<Duration> lookUp(Request request, String id) {
    Optional<AdminOperation> listed =
        api.operations(request.terms().work().affected().id()).stream()
            .filter(operation -> operation.id().equalsIgnoreCase(id))
            .findFirst();
    Optional<String> objection = listed.flatMap(found -> tracing.cannotBe(request.call(), found));
    if (objection.isPresent()) {
      return notFound(request, objection.get());
    }
    Instant now = changes.now();
    Optional<OperationProgress> first =
        listed
            .map(found -> ProgressMapper.of(found, found.createdAt().orElse(now), now))
            .or(() -> candidate(request, id).map(Candidate::progress));
    if (first.isEmpty()) {
      String name = request.terms().work().affected().displayName();
      return notFound(request, "The service lists no operation " + id + " of " + name + ".");
    }
    changes.save(request, request.settling().found(first.get(), now));
    return AT_ONCE;
  }

  /** What was listed when the doubt arose may have left the list since. */
  private static Optional<Candidate> candidate(Request request, String id) {
    return request.settling().candidates().stream()
        .filter(candidate -> candidate.id().equalsIgnoreCase(id))
        .findFirst();
  }

  private Optional<Duration> notFound(Request request, String why) {
    changes.save(request, request.settling().notFound(why, changes.now()));
    return DONE;
  }
}
