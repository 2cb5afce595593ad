package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.RequestGuard.Attempt;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.step.StepEvent;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.verification.FinOpsActivity;
import dev.holdfast.request.verification.FinOpsProgress;
import dev.holdfast.request.verification.ServiceError;
import dev.holdfast.request.verification.ServiceErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the end of a request, or of its operation, leaves behind on the target. Each method that
 * returns an event is a transition of the {@link Request} that it came from.
 */
public final class CompletedRequest {

  /** The pause after a failure that may have overwritten something (rule R25). */
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(30);

  private final Request request;

  CompletedRequest(Request request) {
    this.request = request;
  }

  /** What the target showed after an end that was no success; empty before it was read. */
  public Optional<TargetObservation> targetObservation() {
    return request.data().targetObservation;
  }

  /** What the service says went wrong, beyond what its end says; empty where nothing was read. */
  public Optional<ServiceErrors> serviceErrors() {
    return request.data().serviceErrors;
  }

  /** How its finance and operations apps are followed, where it has any. */
  public FinOpsProgress finOps() {
    return request.data().finOps;
  }

  /** What there is to do once it has succeeded. */
  public ChecklistTransitions checklist() {
    return new ChecklistTransitions(request);
  }

  /** Whether the target was seen to be overwritten, and its apps weren't seen to run then. */
  public boolean isFinOpsAwaited() {
    return finOps().environmentReadyAt().isPresent();
  }

  /** Whether it was told that its apps are late, and they are followed further. */
  public boolean isFinOpsLate() {
    return request.state() == RequestState.VERIFYING && finOps().isLate();
  }

  /** Whether it is over and the target was overwritten, or may have been in part. */
  public boolean hasOverwritten() {
    return request.state().isClosed()
        && request.details().spec().overwrites()
        && request.outcome().filter(Outcome::serviceStarted).isPresent();
  }

  /** The safety backup with which it can be undone; empty when there is none any more. */
  public Optional<CreatedBackup> wayBack(Instant now) {
    return hasOverwritten()
        ? request.safetyBackup().flatMap(SafetyBackup::created).filter(kept -> kept.livesAt(now))
        : Optional.empty();
  }

  /**
   * From when on the same can be requested again; empty when it isn't to be. After a failure Power
   * Platform needs half an hour (rule R25).
   */
  public Optional<Instant> againFrom() {
    boolean failed = request.state() == RequestState.FAILED;
    return failed || request.resolution().isGivenUp()
        ? request.outcome().map(end -> failed ? restFrom(end) : end.at())
        : Optional.empty();
  }

  /** From when on the target can be overwritten again; at once unless it failed. */
  public Instant restorableFrom() {
    Outcome end = request.outcome().orElseThrow();
    return request.state() == RequestState.FAILED ? restFrom(end) : end.at();
  }

  /** Whether the same can be requested again now. */
  public boolean canBeRequestedAgain(Instant now) {
    return againFrom().filter(from -> !now.isBefore(from)).isPresent();
  }

  /** Whether its safety backup can be restored now. */
  public boolean canBeUndone(Instant now) {
    return wayBack(now).isPresent() && !now.isBefore(restorableFrom());
  }

  private Instant restFrom(Outcome end) {
    return hasOverwritten() ? end.at().plus(AFTER_A_FAILURE) : end.at();
  }

  /** Whether overwriting it did not end well, and nobody has looked at the target since. */
  public boolean targetIsToBeSeen() {
    return (request.state() == RequestState.FAILED || request.state() == RequestState.UNKNOWN)
        && hasOverwritten()
        && targetObservation().isEmpty();
  }

  /**
   * Whether it ended without success after the service had begun, and what the service says went
   * wrong wasn't read since.
   */
  public boolean serviceErrorsAreToBeRead() {
    return (request.state() == RequestState.FAILED || request.state() == RequestState.UNKNOWN)
        && request
            .outcome()
            .filter(Outcome::serviceStarted)
            .filter(end -> serviceErrors().filter(it -> !it.readAt().isBefore(end.at())).isEmpty())
            .isPresent();
  }

  /** After an end that was no success it was read what the service says went wrong. */
  public RequestEvent serviceErrorsRead(List<ServiceError> errors, Instant now) {
    return request.apply(
        RequestTrigger.SERVICE_ERRORS_READ,
        Attempt.ofWorker(now),
        errors.stream().map(ServiceError::words).collect(Collectors.joining("; ")),
        () -> request.data().serviceErrors = Optional.of(new ServiceErrors(now, errors)));
  }

  /** After an end that was no success the target was read. */
  public RequestEvent targetSeen(TargetObservation target) {
    return request.apply(
        RequestTrigger.TARGET_SEEN,
        Attempt.ofWorker(target.at()),
        target.state(),
        () -> request.data().targetObservation = Optional.of(target));
  }

  /**
   * What finance and operations apps the target has to have after the operation.
   *
   * @param ordered as when it's ordered
   */
  public void expectFinOps(FinOpsProgress ordered) {
    request.data().finOps = ordered;
  }

  /**
   * The target is overwritten, and its finance and operations apps don't run yet. The same again is
   * no event.
   *
   * @param latest what the service does with them; empty if that can't be read
   */
  public Optional<RequestEvent> finOpsAwaited(
      Message why, Optional<FinOpsActivity> latest, Instant now) {
    RequestData data = request.data();
    FinOpsProgress next = data.finOps.awaitedSince(now).showing(latest);
    if (next.equals(data.finOps)) {
      return request.waitFor(why, now);
    }
    RequestEvent event =
        request.apply(
            RequestTrigger.WAITED,
            Attempt.ofWorker(now),
            StoredMessage.english(why),
            () -> data.finOps = next);
    data.waitReason = Optional.of(why);
    return Optional.of(event);
  }

  /**
   * They don't run in time. It's told once, and they are followed further.
   *
   * @param silent whether no answer of the service came by then
   * @param errors what the service says went wrong
   */
  public RequestEvent finOpsLate(
      Message why, boolean silent, List<ServiceError> errors, Instant now) {
    RequestData data = request.data();
    RequestEvent event =
        request.apply(
            RequestTrigger.FINOPS_LATE,
            Attempt.ofWorker(now),
            StoredMessage.english(why),
            () -> {
              data.finOps = data.finOps.told(silent, now);
              data.serviceErrors =
                  Optional.of(new ServiceErrors(now, errors)).filter(it -> !it.errors().isEmpty());
            });
    data.waitReason = Optional.of(why);
    return event;
  }

  /**
   * A person doesn't want the late apps to be waited for any longer: whether they run stays open,
   * for a person to resolve.
   */
  public RequestEvent stopWaiting(Person by, String comment, Instant now) {
    StepTransitions main = request.mainStep();
    Message known =
        Message.of(
            "outcome.finOps.stopped",
            "kind",
            main.spec().kind(),
            "environment",
            main.spec().affected().displayName(),
            "person",
            by.name(),
            "comment",
            comment);
    return main.stopWaiting(
        Attempt.of(by, now, comment),
        new Outcome(
            now,
            request.waitReason().map(known::then).orElse(known),
            Optional.empty(),
            request.progress().flatMap(OperationProgress::operationId),
            true));
  }

  /**
   * Whether it ended without success after the service had begun, so that the target may be in
   * administration mode and somebody has to look.
   */
  public boolean mayBeInAdministrationMode() {
    return request.state() != RequestState.SUCCEEDED
        && hasOverwritten()
        && request.administrationMode().isEmpty();
  }

  /** After an end that was no success the target was seen in administration mode. */
  public RequestEvent seenInAdministrationMode(boolean leavable, Instant now) {
    TargetAdminMode on = administrationMode(leavable, now);
    return request.apply(
        RequestTrigger.ADMIN_MODE_SEEN,
        Attempt.ofWorker(now),
        "",
        () -> request.data().administrationMode = Optional.of(on));
  }

  /**
   * Operation and environment both say that it succeeded, and the target was left in administration
   * mode (R20).
   *
   * @param leavable whether Holdfast can have the mode left
   */
  public RequestEvent succeedInAdministrationMode(Message message, boolean leavable, Instant now) {
    request.require(request.mainStep().spec().overwrites(), "end in administration mode");
    RequestEvent event = request.mainStep().succeed(message, now);
    request.data().administrationMode = Optional.of(administrationMode(leavable, now));
    return event;
  }

  /** The same, with what was read of the target. */
  public RequestEvent succeedInAdministrationMode(
      Message message, boolean leavable, TargetObservation target) {
    requireVerified(target.at());
    request.data().targetObservation = Optional.of(target);
    return succeedInAdministrationMode(message, leavable, target.at());
  }

  /** The target was read to be in the state that was ordered. */
  public RequestEvent succeedInOrderedState(Message message, TargetObservation target) {
    StepTransitions main = request.mainStep();
    request.require(main.spec().setsState(), "end in the state that was ordered");
    boolean called = main.run().state() != StepState.PENDING;
    requireVerified(target.at());
    request.data().targetObservation = Optional.of(target);
    request.data().outcome =
        Optional.of(new Outcome(target.at(), message, Optional.empty(), Optional.empty(), called));
    return request.apply(
        StepRole.MAIN,
        StepEvent.VERIFIED,
        Attempt.ofWorker(target.at()),
        StoredMessage.english(message),
        step -> step);
  }

  /** It's a series, which runs from now on; nothing was called. */
  public RequestEvent succeedAsSeries(Message message, Instant now) {
    request.require(
        request.details().spec().isSeries() && request.approval().hasRequiredApprovals(),
        "run as a series");
    requireVerified(now);
    request.data().outcome = Optional.of(Outcome.beforeStart(now, message));
    return request.apply(
        StepRole.MAIN,
        StepEvent.VERIFIED,
        Attempt.ofWorker(now),
        StoredMessage.english(message),
        step -> step);
  }

  private void requireVerified(Instant now) {
    request.requireRow(request.mainStep().run(), StepEvent.VERIFIED, Attempt.ofWorker(now));
  }

  private TargetAdminMode administrationMode(boolean leavable, Instant now) {
    return TargetAdminMode.seen(
        leavable, targetObservation().flatMap(TargetObservation::background), now);
  }
}
