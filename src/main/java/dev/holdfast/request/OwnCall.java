package dev.holdfast.request;

import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StartAttempts;
import dev.holdfast.request.StepRun;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetObservation;
import dev.holdfast.request.UnknownOutcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How what a request asks for is carried out: started, followed, verified, ended. Each method that
 * returns an event is a transition of the {@link Request} that it came from.
 */
public final class OwnCall implements StepRun {

  private final Request request;

  OwnCall(Request request) {
    this.request = request;
  }

  @Override
  public Request request() {
    return request;
  }

  @Override
  public OperationSpec spec() {
    return request.details().spec();
  }

  @Override
  public Optional<Instant> startCommittedAt() {
    return request.startCommittedAt();
  }

  @Override
  public Optional<OperationProgress> progress() {
    return request.progress();
  }

  @Override
  public RequestEvent commitStart(Instant now) {
    RequestState state = request.state();
    request.require(state == RequestState.APPROVED || state == RequestState.SAFETY_BACKUP, "start");
    request.require(!request.safetyBackupStep().isDue(), "start without the safety backup");
    request.require(
        request.safetyBackup().filter(backup -> !backup.usableAt(now)).isEmpty(), "start early");
    request.require(
        request.approval().hasRequiredApprovals(), "start without the approvals for exactly this");
    request.setStartAttempts(StartAttempts.first(now));
    return intended("", now);
  }

  @Override
  public RequestEvent repeatStart(Instant now) {
    in(RequestState.STARTING, "start again");
    request.setStartAttempts(request.startAttempts().again());
    return intended("again", now);
  }

  private RequestEvent intended(String words, Instant now) {
    request.markStartCommitted(now);
    return to(RequestState.STARTING, RequestEventType.STARTING, now, words);
  }

  /**
   * It is approved as before. With a safety backup it keeps its turn, too: were another to change
   * the target in between, that would be no way back any more.
   */
  @Override
  public RequestEvent notStarted(String reason, Instant now) {
    in(RequestState.STARTING, "be put back");
    RequestState before =
        request.safetyBackup().isPresent() ? RequestState.SAFETY_BACKUP : RequestState.APPROVED;
    return request.returnTo(before, reason, now);
  }

  @Override
  public RequestEvent accepted(OperationProgress first, String how, Instant now) {
    in(RequestState.STARTING, "be started");
    request.setProgress(first);
    return to(RequestState.RUNNING, RequestEventType.STARTED, now, how);
  }

  @Override
  public Optional<RequestEvent> observe(OperationProgress seen, Instant now) {
    RequestState state = request.state();
    request.require(state == RequestState.RUNNING || state == RequestState.VERIFYING, "progress");
    request.recordResponse();
    boolean same =
        request.waitReason().isEmpty() && request.progress().filter(seen::isSameAs).isPresent();
    request.setProgress(request.progress().map(seen::mergedWith).orElse(seen));
    return same
        ? Optional.empty()
        : Optional.of(to(state, RequestEventType.PROGRESSED, now, seen.serviceStatus()));
  }

  @Override
  public RequestEvent beginVerification(Instant now) {
    in(RequestState.RUNNING, "verify");
    request.verifyingFrom(Optional.of(now));
    return to(RequestState.VERIFYING, RequestEventType.VERIFYING, now, "");
  }

  /** Operation and environment both say so. */
  public RequestEvent succeed(String words, Instant now) {
    in(RequestState.VERIFYING, "succeed");
    Outcome end = new Outcome(now, words, Optional.empty(), Optional.empty(), true);
    return request.end(
        RequestState.SUCCEEDED, RequestEventType.SUCCEEDED, Person.HOLDFAST, now, end);
  }

  /**
   * Operation and environment both say so, and the target was left in administration mode (R20).
   *
   * @param leavable whether Holdfast can have the mode left
   */
  public RequestEvent succeedInAdministrationMode(String words, boolean leavable, Instant now) {
    request.require(spec() instanceof OperationSpec.Restore, "end in administration mode");
    RequestEvent event = succeed(words, now);
    request.quietly(
        TargetAdminMode.seen(
            leavable, request.targetObservation().flatMap(TargetObservation::background), now));
    return event;
  }

  /** The same, with what was read of the target. */
  public RequestEvent succeedInAdministrationMode(
      String words, boolean leavable, TargetObservation target) {
    in(RequestState.VERIFYING, "succeed");
    request.setTargetObservation(target);
    return succeedInAdministrationMode(words, leavable, target.at());
  }

  @Override
  public RequestEvent fail(Outcome how) {
    request.require(isUnderWay(), "fail");
    return request.end(
        RequestState.FAILED, RequestEventType.FAILED, Person.HOLDFAST, how.at(), how);
  }

  /** A person must look. */
  @Override
  public RequestEvent outcomeUnknown(Outcome how) {
    return outcomeUnknown(how, List.of());
  }

  @Override
  public RequestEvent outcomeUnknown(Outcome how, List<CandidateOperation> candidates) {
    request.require(isUnderWay(), "become unknown");
    request.setUnknownOutcome(new UnknownOutcome(request.state(), candidates));
    return request.end(
        RequestState.UNKNOWN, RequestEventType.UNKNOWN, Person.HOLDFAST, how.at(), how);
  }

  private boolean isUnderWay() {
    return request.state().isExecuting() && request.state() != RequestState.SAFETY_BACKUP;
  }

  private RequestEvent to(RequestState next, RequestEventType what, Instant now, String words) {
    return request.transitionTo(next, what, Person.HOLDFAST, now, words);
  }

  private void in(RequestState state, String what) {
    request.require(request.state() == state, what);
  }
}
