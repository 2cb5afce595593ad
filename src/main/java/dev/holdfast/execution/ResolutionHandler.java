package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.execution.guard.CallRoute;
import dev.holdfast.execution.poll.ProgressMapper;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.OperationProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * UNKNOWN: looks up the operation of which a person says that it is ours; until somebody says so,
 * the target's mode.
 */
@Component
class ResolutionHandler implements RequestHandler {

  private final AdminApi api;
  private final LostCallFinder lostCalls;
  private final TargetInspector lookAtMode;
  private final RequestUpdater updater;
  private final ExecutionProperties settings;

  ResolutionHandler(
      AdminApi api,
      LostCallFinder lostCalls,
      TargetInspector lookAtMode,
      RequestUpdater updater,
      ExecutionProperties settings) {
    this.api = api;
    this.lostCalls = lostCalls;
    this.lookAtMode = lookAtMode;
    this.updater = updater;
    this.settings = settings;
  }

  @Override
  public boolean handles(Request request) {
    return request.state() == RequestState.UNKNOWN;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    Optional<Resolution> said = request.resolution().inProgress();
    if (said.isEmpty()) {
      return lookAtMode.handle(request);
    }
    try {
      return lookUp(request, said.get().operation());
    } catch (AdminApiException e) {
      Instant until = said.get().at().plus(settings.verificationTimeout());
      return updater.now().isAfter(until)
          ? notFound(request, Message.of("resolution.notListed", "error", e.getMessage()))
          : e.answer().retryAfter().or(() -> Optional.of(settings.retryInterval()));
    }
  }

  private Optional<Duration> lookUp(Request request, String id) {
    Optional<AdminOperation> listed =
        CallRoute.of(request.mainStep(), api)
            .operations(request.details().spec().affected().id())
            .stream()
            .filter(operation -> operation.id().equalsIgnoreCase(id))
            .findFirst();
    Optional<Message> objection =
        listed.flatMap(found -> lostCalls.rejectionReason(request.mainStep(), found));
    if (objection.isPresent()) {
      return notFound(request, objection.get());
    }
    Instant now = updater.now();
    Optional<OperationProgress> first =
        listed
            .map(found -> ProgressMapper.of(found, found.createdAt().orElse(now), now))
            .or(() -> candidate(request, id).map(CandidateOperation::progress));
    if (first.isEmpty()) {
      String name = request.details().spec().affected().displayName();
      return notFound(
          request, Message.of("resolution.noOperation", "operation", id, "environment", name));
    }
    updater.save(request, request.resolution().operationFound(first.get(), now));
    return AT_ONCE;
  }

  /** What was listed when the doubt arose may have left the list since. */
  private static Optional<CandidateOperation> candidate(Request request, String id) {
    return request.resolution().candidates().stream()
        .filter(candidate -> candidate.id().equalsIgnoreCase(id))
        .findFirst();
  }

  private Optional<Duration> notFound(Request request, Message why) {
    updater.save(request, request.resolution().operationNotFound(why, updater.now()));
    return DONE;
  }
}
