package dev.holdfast.execution;

import dev.holdfast.execution.ExecutionProperties;
import dev.holdfast.execution.LostCallFinder;
import dev.holdfast.execution.RequestUpdater;
import dev.holdfast.execution.RestoreResult;
import dev.holdfast.execution.StateHandler;
import dev.holdfast.execution.TargetInspector;

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
  private final LostCallFinder lostCalls;
  private final RequestUpdater updater;
  private final Duration interval;
  private final ExecutionProperties settings;

  VerificationHandler(
      AdminApi api,
      LostCallFinder tracing,
      RequestUpdater changes,
      AdminApiProperties platform,
      ExecutionProperties patience) {
    this.api = api;
    this.lostCalls = tracing;
    this.updater = changes;
    this.interval = platform.pollInterval();
    this.settings = patience;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    try {
      return request.details().spec() instanceof OperationSpec.Backup backup
          ? onBackup(request, backup)
          : onRestore(request, look(request));
    } catch (AdminApiException e) {
      return onUnreadable(request, e);
    }
  }

  /** How it stands cannot be told from this, so only a long silence ends it. */
  private Optional<Duration> onUnreadable(Request request, AdminApiException e) {
    String words = "Holdfast can't read the environment. " + e.getMessage();
    if (settings.isLost(request.recordNoResponse(updater.now(), settings.away()))) {
      return becomeUnknown(request, NOT_SEEN + words);
    }
    updater.save(request, request.waitFor(words, updater.now()));
    return e.answer().retryAfter().or(() -> Optional.of(interval));
  }

  private RestoreResult look(Request request) {
    String target = request.details().spec().affected().id();
    return RestoreResult.of(api.environment(target), () -> api.operations(target));
  }

  private Optional<Duration> onRestore(Request request, RestoreResult result) {
    return switch (result.standing()) {
      case CONFIRMED -> {
        updater.save(
            request,
            request
                .mainStep()
                .succeedInAdministrationMode(
                    result.words(),
                    api.capabilities().administrationMode(),
                    TargetInspector.seen(result.environment(), updater.now())));
        yield DONE;
      }
      case NOT_READY ->
          isOverdue(request, settings.verifyWithin())
              ? becomeUnknown(request, NOT_SEEN + result.words())
              : goOn(request, result.words());
      case NOT_SHOWN -> onNothingShown(request, result.words());
    };
  }

  /** What is late can be seen at the next look, so one look alone decides nothing. */
  private Optional<Duration> onNothingShown(Request request, String words) {
    boolean seenBefore = request.waitReason().filter(words::equals).isPresent();
    return seenBefore && isOverdue(request, settings.adminModeWithin())
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
    if (lostCalls.findBackup(request.mainStep()).isPresent()) {
      String words = "The backup of %s is listed.".formatted(backup.source().displayName());
      updater.save(request, request.mainStep().succeed(words, updater.now()));
      return DONE;
    }
    String words = "Power Platform doesn't list the backup yet.";
    return isOverdue(request, settings.verifyWithin())
        ? becomeUnknown(request, NOT_SEEN + words)
        : goOn(request, words);
  }

  private boolean isOverdue(Request request, Duration within) {
    return updater.now().isAfter(since(request).plus(within));
  }

  private Optional<Duration> goOn(Request request, String words) {
    request.recordResponse();
    updater.save(request, request.waitFor(words, updater.now()));
    return Optional.of(interval);
  }

  private Optional<Duration> becomeUnknown(Request request, String words) {
    updater.save(
        request,
        request
            .mainStep()
            .outcomeUnknown(
                new Outcome(
                    updater.now(),
                    words,
                    Optional.empty(),
                    request.progress().flatMap(OperationProgress::operationId),
                    true)));
    return DONE;
  }

  /** Requests from before this was kept were last seen when their operation ended. */
  private static Instant since(Request request) {
    return request
        .verificationStartedAt()
        .or(() -> request.progress().map(OperationProgress::seenAt))
        .orElseGet(() -> request.startCommittedAt().orElseThrow());
  }
}
