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

import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.SafetyBackup.Kept;
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
        request.terms().work() instanceof OperationSpec.Restore restore && restore.safetyBackup();
    return wished && request.safetyBackup().isEmpty();
  }

  @Override
  public Request request() {
    return request;
  }

  @Override
  public OperationSpec work() {
    EnvironmentRef target = request.terms().work().affected();
    return new OperationSpec.Backup(target, backup().label(), "Taken before " + request.id() + ".");
  }

  @Override
  public Optional<Instant> intendedAt() {
    return request.safetyBackup().map(SafetyBackup::intendedAt);
  }

  @Override
  public Optional<OperationProgress> progress() {
    return request.safetyBackup().flatMap(SafetyBackup::progress);
  }

  @Override
  public RequestEvent starting(Instant now) {
    boolean due = request.state() == RequestState.APPROVED && isDue();
    request.require(due, "begin a safety backup");
    request.require(request.approving().hold(), "begin without the approvals for exactly this");
    request.tried(StartAttempts.first(now));
    SafetyBackup begun = SafetyBackup.of(request.id(), now);
    return to(begun, What.SAFETY_STARTING, now, begun.label());
  }

  @Override
  public RequestEvent startingAgain(Instant now) {
    SafetyBackup again = in(Phase.STARTING).intendedAgain(now);
    request.tried(request.tries().again());
    return to(again, What.SAFETY_STARTING, now, "again");
  }

  /** Nothing was begun, so the request is approved as before; what is in the way is asked anew. */
  @Override
  public RequestEvent notStarted(String reason, Instant now) {
    in(Phase.STARTING);
    request.keep(Optional.empty());
    return request.backTo(RequestState.APPROVED, reason, now);
  }

  @Override
  public RequestEvent started(OperationProgress first, String how, Instant now) {
    return to(in(Phase.STARTING).seen(first), What.SAFETY_STARTED, now, how);
  }

  @Override
  public Optional<RequestEvent> observe(OperationProgress seen, Instant now) {
    SafetyBackup before = in(Phase.RUNNING);
    OperationProgress next = before.progress().map(seen::after).orElse(seen);
    request.answered();
    boolean same =
        request.waitsFor().isEmpty() && before.progress().filter(seen::looksLike).isPresent();
    if (same) {
      request.keep(Optional.of(before.seen(next)));
      return Optional.empty();
    }
    return Optional.of(to(before.seen(next), What.SAFETY_PROGRESSED, now, seen.stateWord()));
  }

  @Override
  public RequestEvent verifying(Instant now) {
    return to(in(Phase.RUNNING).in(Phase.VERIFYING), What.SAFETY_VERIFYING, now, "");
  }

  /** The service lists it. The restore begins when the service would restore from it. */
  public RequestEvent taken(Kept listed, Instant now) {
    SafetyBackup before = in(Phase.VERIFYING);
    return to(before.taken(listed), What.SAFETY_TAKEN, now, before.label());
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
    String words = what + how.words();
    Outcome end = new Outcome(how.at(), words, how.serviceWords(), how.correlationId(), false);
    return request.end(RequestState.FAILED, What.FAILED, Person.HOLDFAST, how.at(), end);
  }

  /** Whether it was made cannot be told; without it there is no restore. */
  @Override
  public RequestEvent becomeUnknown(Outcome how) {
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

  private RequestEvent to(SafetyBackup next, What what, Instant now, String words) {
    request.keep(Optional.of(next));
    return request.to(RequestState.SAFETY_BACKUP, what, Person.HOLDFAST, now, words);
  }

  private SafetyBackup backup() {
    return request.safetyBackup().orElseThrow();
  }
}
