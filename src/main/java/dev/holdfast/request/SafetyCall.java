package dev.holdfast.request;

import dev.holdfast.request.EnvironmentRef;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.SafetyBackup;
import dev.holdfast.request.StartAttempts;
import dev.holdfast.request.StepRun;

import dev.holdfast.request.SafetyBackup.Phase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the safety backup of a restore's target is made before anything is overwritten. Each method
 * is a transition of the {@link Request} that it came from. Whatever goes wrong, the restore is not
 * started, and the target is as it was: no end of it is {@link RequestState#UNKNOWN}.
 */
public final class SafetyCall implements StepRun {

  private static final Set<Phase> UNDER_WAY = EnumSet.range(Phase.STARTING, Phase.VERIFYING);

  private final Request request;

  SafetyCall(Request request) {
    this.request = request;
  }

  /** Whether it is wished and still to be taken. */
  public boolean isDue() {
    boolean wished =
        request.details().spec() instanceof OperationSpec.Restore restore && restore.safetyBackup();
    return wished && request.safetyBackup().isEmpty();
  }

  @Override
  public Request request() {
    return request;
  }

  @Override
  public OperationSpec spec() {
    EnvironmentRef target = request.details().spec().affected();
    return new OperationSpec.Backup(target, backup().label(), "Taken before " + request.id() + ".");
  }

  @Override
  public Optional<Instant> startCommittedAt() {
    return request.safetyBackup().map(SafetyBackup::intendedAt);
  }

  @Override
  public Optional<OperationProgress> progress() {
    return request.safetyBackup().flatMap(SafetyBackup::progress);
  }

  @Override
  public RequestEvent commitStart(Instant now) {
    boolean due = request.state() == RequestState.APPROVED && isDue();
    request.require(due, "begin a safety backup");
    request.require(
        request.approval().hasRequiredApprovals(), "begin without the approvals for exactly this");
    request.setStartAttempts(StartAttempts.first(now));
    SafetyBackup begun = SafetyBackup.of(request.id(), now);
    return to(begun, RequestEventType.SAFETY_STARTING, now, begun.label());
  }

  @Override
  public RequestEvent repeatStart(Instant now) {
    SafetyBackup again = in(Phase.STARTING).intendedAgain(now);
    request.setStartAttempts(request.startAttempts().again());
    return to(again, RequestEventType.SAFETY_STARTING, now, "again");
  }

  /** Nothing was begun, so the request is approved as before; what is in the way is asked anew. */
  @Override
  public RequestEvent notStarted(String reason, Instant now) {
    in(Phase.STARTING);
    request.setSafetyBackup(Optional.empty());
    return request.returnTo(RequestState.APPROVED, reason, now);
  }

  @Override
  public RequestEvent accepted(OperationProgress first, String how, Instant now) {
    return to(in(Phase.STARTING).seen(first), RequestEventType.SAFETY_STARTED, now, how);
  }

  @Override
  public Optional<RequestEvent> observe(OperationProgress seen, Instant now) {
    SafetyBackup before = in(Phase.RUNNING);
    OperationProgress next = before.progress().map(seen::mergedWith).orElse(seen);
    request.recordResponse();
    boolean same =
        request.waitReason().isEmpty() && before.progress().filter(seen::isSameAs).isPresent();
    if (same) {
      request.setSafetyBackup(Optional.of(before.seen(next)));
      return Optional.empty();
    }
    return Optional.of(
        to(before.seen(next), RequestEventType.SAFETY_PROGRESSED, now, seen.serviceStatus()));
  }

  @Override
  public RequestEvent beginVerification(Instant now) {
    return to(in(Phase.RUNNING).in(Phase.VERIFYING), RequestEventType.SAFETY_VERIFYING, now, "");
  }

  /** The service lists it. The restore begins when the service would restore from it. */
  public RequestEvent taken(CreatedBackup listed, Instant now) {
    SafetyBackup before = in(Phase.VERIFYING);
    return to(before.taken(listed), RequestEventType.SAFETY_TAKEN, now, before.label());
  }

  /** It could not be made. */
  @Override
  public RequestEvent fail(Outcome how) {
    return end(
        how,
        "The safety backup was not taken, so the restore was not started and nothing was"
            + " overwritten. ");
  }

  private RequestEvent end(Outcome how, String what) {
    in(UNDER_WAY);
    String words = what + how.message();
    Outcome end = new Outcome(how.at(), words, how.serviceMessage(), how.correlationId(), false);
    return request.end(
        RequestState.FAILED, RequestEventType.FAILED, Person.HOLDFAST, how.at(), end);
  }

  /** Whether it was made cannot be told; without it there is no restore. */
  @Override
  public RequestEvent outcomeUnknown(Outcome how) {
    return end(
        how,
        "Holdfast can't tell whether the safety backup was taken. So the restore wasn't started,"
            + " and nothing was overwritten. ");
  }

  private SafetyBackup in(Phase phase) {
    return in(EnumSet.of(phase));
  }

  private SafetyBackup in(Set<Phase> phases) {
    boolean fits = request.safetyBackup().filter(it -> phases.contains(it.phase())).isPresent();
    request.require(
        request.state() == RequestState.SAFETY_BACKUP && fits, "take the safety backup further");
    return backup();
  }

  private RequestEvent to(SafetyBackup next, RequestEventType what, Instant now, String words) {
    request.setSafetyBackup(Optional.of(next));
    return request.transitionTo(RequestState.SAFETY_BACKUP, what, Person.HOLDFAST, now, words);
  }

  private SafetyBackup backup() {
    return request.safetyBackup().orElseThrow();
  }
}
