package dev.holdfast.execution;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.followup.ChecklistSource;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the verification of a request ends when what it waits for doesn't come. */
@Component
class VerificationEnd {

  private final RequestUpdater updater;
  private final ExecutionProperties settings;
  private final ChecklistSource checklists;

  VerificationEnd(
      RequestUpdater updater, ExecutionProperties settings, ChecklistSource checklists) {
    this.updater = updater;
    this.settings = settings;
    this.checklists = checklists;
  }

  Instant now() {
    return updater.now();
  }

  /** It succeeded, and may leave something to do. */
  void succeeded(Request request, RequestEvent event) {
    checklists.fix(request);
    updater.save(request, event);
  }

  void save(Request request, Optional<RequestEvent> event) {
    updater.save(request, event);
  }

  void waitFor(Request request, Message why) {
    updater.save(request, request.waitFor(why, updater.now()));
  }

  /** Another look that brought nothing to read; whether there have been none for too long. */
  boolean isLost(Request request) {
    return settings.isLost(request.mainStep().recordNoResponse(updater.now(), settings.away()));
  }

  boolean isEnvironmentOverdue(Request request) {
    return isOver(since(request), settings.verificationTimeout());
  }

  boolean isModeOverdue(Request request) {
    return isOver(since(request), settings.adminModeTimeout());
  }

  boolean isOver(Instant since, Duration within) {
    return updater.now().isAfter(since.plus(within));
  }

  /** Whether the look before brought the same. */
  boolean isSeenBefore(Request request, Message message) {
    return request.waitReason().filter(message::equals).isPresent();
  }

  Optional<Duration> unknown(Request request, Message message) {
    updater.save(
        request,
        request
            .mainStep()
            .outcomeUnknown(
                new Outcome(
                    updater.now(),
                    message,
                    Optional.empty(),
                    request.progress().flatMap(OperationProgress::operationId),
                    true)));
    return StateHandler.DONE;
  }

  /** Requests from before this was kept were last seen when their operation ended. */
  private static Instant since(Request request) {
    return request
        .verificationStartedAt()
        .or(() -> request.progress().map(OperationProgress::seenAt))
        .orElseGet(() -> request.mainStep().startCommittedAt().orElseThrow());
  }
}
