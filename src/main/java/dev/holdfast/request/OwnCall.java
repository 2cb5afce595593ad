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

import dev.holdfast.request.RequestEvent.What;
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
  public OperationSpec work() {
    return request.terms().work();
  }

  @Override
  public Optional<Instant> intendedAt() {
    return request.intendedAt();
  }

  @Override
  public Optional<OperationProgress> progress() {
    return request.progress();
  }

  @Override
  public RequestEvent starting(Instant now) {
    RequestState state = request.state();
    request.require(state == RequestState.APPROVED || state == RequestState.SAFETY_BACKUP, "start");
    request.require(!request.safety().isDue(), "start without the safety backup");
    request.require(
        request.safetyBackup().filter(backup -> !backup.usableAt(now)).isEmpty(), "start early");
    request.require(request.approving().hold(), "start without the approvals for exactly this");
    request.tried(StartAttempts.first(now));
    return intended("", now);
  }

  @Override
  public RequestEvent startingAgain(Instant now) {
    in(RequestState.STARTING, "start again");
    request.tried(request.tries().again());
    return intended("again", now);
  }

  private RequestEvent intended(String words, Instant now) {
    request.intended(now);
    return to(RequestState.STARTING, What.STARTING, now, words);
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
    return request.backTo(before, reason, now);
  }

  @Override
  public RequestEvent started(OperationProgress first, String how, Instant now) {
    in(RequestState.STARTING, "be started");
    request.follow(first);
    return to(RequestState.RUNNING, What.STARTED, now, how);
  }

  @Override
  public Optional<RequestEvent> observe(OperationProgress seen, Instant now) {
    RequestState state = request.state();
    request.require(state == RequestState.RUNNING || state == RequestState.VERIFYING, "progress");
    request.answered();
    boolean same =
        request.waitsFor().isEmpty() && request.progress().filter(seen::looksLike).isPresent();
    request.follow(request.progress().map(seen::after).orElse(seen));
    return same ? Optional.empty() : Optional.of(to(state, What.PROGRESSED, now, seen.stateWord()));
  }

  @Override
  public RequestEvent verifying(Instant now) {
    in(RequestState.RUNNING, "verify");
    request.verifyingFrom(Optional.of(now));
    return to(RequestState.VERIFYING, What.VERIFYING, now, "");
  }

  /** Operation and environment both say so. */
  public RequestEvent succeed(String words, Instant now) {
    in(RequestState.VERIFYING, "succeed");
    Outcome end = new Outcome(now, words, Optional.empty(), Optional.empty(), true);
    return request.end(RequestState.SUCCEEDED, What.SUCCEEDED, Person.HOLDFAST, now, end);
  }

  /**
   * Operation and environment both say so, and the target was left in administration mode (R20).
   *
   * @param leavable whether Holdfast can have the mode left
   */
  public RequestEvent succeedInAdministrationMode(String words, boolean leavable, Instant now) {
    request.require(work() instanceof OperationSpec.Restore, "end in administration mode");
    RequestEvent event = succeed(words, now);
    request.quietly(
        TargetAdminMode.seen(
            leavable, request.targetSeen().flatMap(TargetObservation::background), now));
    return event;
  }

  /** The same, with what was read of the target. */
  public RequestEvent succeedInAdministrationMode(
      String words, boolean leavable, TargetObservation target) {
    in(RequestState.VERIFYING, "succeed");
    request.seen(target);
    return succeedInAdministrationMode(words, leavable, target.at());
  }

  @Override
  public RequestEvent fail(Outcome how) {
    request.require(isUnderWay(), "fail");
    return request.end(RequestState.FAILED, What.FAILED, Person.HOLDFAST, how.at(), how);
  }

  /** A person must look. */
  @Override
  public RequestEvent becomeUnknown(Outcome how) {
    return becomeUnknown(how, List.of());
  }

  @Override
  public RequestEvent becomeUnknown(Outcome how, List<UnknownOutcome.Candidate> candidates) {
    request.require(isUnderWay(), "become unknown");
    request.doubted(new UnknownOutcome(request.state(), candidates));
    return request.end(RequestState.UNKNOWN, What.UNKNOWN, Person.HOLDFAST, how.at(), how);
  }

  private boolean isUnderWay() {
    return request.state().underWay() && request.state() != RequestState.SAFETY_BACKUP;
  }

  private RequestEvent to(RequestState next, What what, Instant now, String words) {
    return request.to(next, what, Person.HOLDFAST, now, words);
  }

  private void in(RequestState state, String what) {
    request.require(request.state() == state, what);
  }
}
