package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** VERIFYING: the operation says it succeeded; only the environment's own state makes it so. */
@Component
class VerificationHandler implements StateHandler {

  private static final String NOT_SEEN =
      "Power Platform reports success, but the environment doesn't show it. ";

  private final AdminApi api;
  private final LostCallFinder tracing;
  private final RequestUpdater changes;
  private final Duration interval;
  private final ExecutionProperties patience;

  VerificationHandler(
      AdminApi api,
      LostCallFinder tracing,
      RequestUpdater changes,
      AdminApiProperties platform,
      ExecutionProperties patience) {
    this.api = api;
    this.tracing = tracing;
    this.changes = changes;
    this.interval = platform.pollInterval();
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    try {
      return request.terms().work() instanceof OperationSpec.Backup backup
          ? onBackup(request, backup)
          : onRestore(request, look(request));
    } catch (AdminApiException e) {
      return onUnreadable(request, e);
    }
  }

  /** How it stands cannot be told from this, so only a long silence ends it. */
  private Optional<Duration> onUnreadable(Request request, AdminApiException e) {
    String words = "Holdfast can't read the environment. " + e.getMessage();
    if (patience.isLost(request.unanswered(changes.now(), patience.away()))) {
      return becomeUnknown(request, NOT_SEEN + words);
    }
    changes.save(request, request.waitFor(words, changes.now()));
    return e.answer().retryAfter().or(() -> Optional.of(interval));
  }

  private RestoreResult look(Request request) {
    String target = request.terms().work().affected().id();
    return RestoreResult.of(api.environment(target), () -> api.operations(target));
  }

  private Optional<Duration> onRestore(Request request, RestoreResult result) {
    return switch (result.standing()) {
      case CONFIRMED -> {
        changes.save(
            request,
            request
                .call()
                .succeedInAdministrationMode(
                    result.words(),
                    api.capabilities().administrationMode(),
                    TargetInspector.seen(result.environment(), changes.now())));
        yield DONE;
      }
      case NOT_READY ->
          isOverdue(request, patience.verifyWithin())
              ? becomeUnknown(request, NOT_SEEN + result.words())
              : goOn(request, result.words());
      case NOT_SHOWN -> onNothingShown(request, result.words());
    };
  }

  /** What is late can be seen at the next look, so one look alone decides nothing. */
  private Optional<Duration> onNothingShown(Request request, String words) {
    boolean seenBefore = request.waitsFor().filter(words::equals).isPresent();
    return seenBefore && isOverdue(request, patience.adminModeWithin())
        ? becomeUnknown(
            request,
            "Power Platform reports that the restore succeeded, but nothing that Holdfast can read"
                + " shows that anything was changed. "
                + words
                + " Check the environment. If somebody has already turned off administration mode,"
                + " the restore might be complete.")
        : goOn(request, words);
  }

  private Optional<Duration> onBackup(Request request, OperationSpec.Backup backup) {
    if (tracing.made(request.call()).isPresent()) {
      String words = "The backup of %s is listed.".formatted(backup.source().displayName());
      changes.save(request, request.call().succeed(words, changes.now()));
      return DONE;
    }
    String words = "Power Platform doesn't list the backup yet.";
    return isOverdue(request, patience.verifyWithin())
        ? becomeUnknown(request, NOT_SEEN + words)
        : goOn(request, words);
  }

  private boolean isOverdue(Request request, Duration within) {
    return changes.now().isAfter(since(request).plus(within));
  }

  private Optional<Duration> goOn(Request request, String words) {
    request.answered();
    changes.save(request, request.waitFor(words, changes.now()));
    return Optional.of(interval);
  }

  private Optional<Duration> becomeUnknown(Request request, String words) {
    changes.save(
        request,
        request
            .call()
            .becomeUnknown(
                new Outcome(
                    changes.now(),
                    words,
                    Optional.empty(),
                    request.progress().flatMap(OperationProgress::operationId),
                    true)));
    return DONE;
  }

  /** Requests from before this was kept were last seen when their operation ended. */
  private static Instant since(Request request) {
    return request
        .verifyingSince()
        .or(() -> request.progress().map(OperationProgress::seenAt))
        .orElseGet(() -> request.intendedAt().orElseThrow());
  }
}
