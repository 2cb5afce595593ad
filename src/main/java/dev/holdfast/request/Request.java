package dev.holdfast.request;

import dev.holdfast.request.ApprovalTransitions;
import dev.holdfast.request.CompletedRequest;
import dev.holdfast.request.Decision;
import dev.holdfast.request.IllegalTransitionException;
import dev.holdfast.request.Leaving;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.OwnCall;
import dev.holdfast.request.Person;
import dev.holdfast.request.QueuePosition;
import dev.holdfast.request.QueueTransitions;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDocument;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.ResolutionTransitions;
import dev.holdfast.request.SafetyBackup;
import dev.holdfast.request.SafetyCall;
import dev.holdfast.request.StartAttempts;
import dev.holdfast.request.StepRun;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetObservation;
import dev.holdfast.request.UnknownOutcome;
import dev.holdfast.request.UnresponsivePeriod;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A backup or restore that somebody asked for. The only thing that changes a request is one of its
 * named transitions: each checks the state, raises the version and returns the event that belongs
 * to it. One that does not fit throws {@link IllegalTransitionException} and changes nothing.
 *
 * <p>The transitions of each part of its life stand in a class of their own: {@link
 * ApprovalTransitions}, {@link QueueTransitions}, {@link SafetyCall}, {@link OwnCall}, {@link
 * ResolutionTransitions}, {@link CompletedRequest} and {@link Leaving}. They reach the request
 * through its package-private methods, and nobody else does.
 */
public final class Request {

  private final RequestId id;
  private final RequestDetails details;
  private final List<Decision> decisions = new ArrayList<>();
  private RequestState state;
  private long version = 1;
  private Optional<Instant> startCommittedAt = Optional.empty();
  private Optional<String> waitReason = Optional.empty();
  private Optional<OperationProgress> progress = Optional.empty();
  private Optional<Outcome> outcome = Optional.empty();
  private Optional<TargetAdminMode> administrationMode = Optional.empty();
  private Optional<QueuePosition> queuePosition = Optional.empty();
  private Optional<UnknownOutcome> unknownOutcome = Optional.empty();
  private final List<Resolution> resolutions = new ArrayList<>();
  private Optional<StartAttempts> startAttempts = Optional.empty();
  private Optional<Instant> verificationStartedAt = Optional.empty();
  private Optional<TargetObservation> targetObservation = Optional.empty();
  private Optional<SafetyBackup> safetyBackup = Optional.empty();
  private Optional<UnresponsivePeriod> silence = Optional.empty();
  private final Optional<String> document;

  private Request(
      RequestId id, RequestDetails details, RequestState state, Optional<String> document) {
    this.id = id;
    this.details = details;
    this.state = state;
    this.document = document;
  }

  /**
   * A request as it was at a moment.
   *
   * @param document what it was read from
   */
  static Request from(RequestId id, RequestSnapshot snapshot, String document) {
    Request request = new Request(id, snapshot.details(), snapshot.state(), Optional.of(document));
    request.decisions.addAll(snapshot.decisions());
    request.version = snapshot.version();
    request.take(snapshot.waiting(), snapshot.calls());
    request.take(snapshot.end(), snapshot.target());
    return request;
  }

  private void take(RequestSnapshot.Waiting waiting, RequestSnapshot.Calls calls) {
    waitReason = waiting.reason();
    queuePosition = waiting.position();
    silence = waiting.silence();
    startCommittedAt = calls.startCommittedAt();
    startAttempts = calls.attempts();
    progress = calls.progress();
    verificationStartedAt = calls.verificationStartedAt();
    safetyBackup = calls.safetyBackup();
  }

  private void take(RequestSnapshot.End end, RequestSnapshot.Target target) {
    outcome = end.outcome();
    unknownOutcome = end.unknown();
    resolutions.addAll(end.resolutions());
    administrationMode = target.adminMode();
    targetObservation = target.observation();
  }

  /**
   * A new request, as it was submitted: awaiting approval, or approved where the policy asks for
   * nobody's.
   */
  public static Request submit(RequestId id, RequestDetails details) {
    RequestState state =
        details.approvals() > 0 ? RequestState.AWAITING_APPROVAL : RequestState.APPROVED;
    return new Request(id, details, state, Optional.empty());
  }

  /** The event of the submission. */
  public RequestEvent submitted() {
    require(version == 1, "submit");
    return new RequestEvent(
        id,
        version,
        RequestEventType.SUBMITTED,
        state,
        details.requester(),
        details.createdAt(),
        details.reason());
  }

  /** It cannot go on yet; the card says why. The same reason again is no event. */
  public Optional<RequestEvent> waitFor(String reason, Instant now) {
    require(!state.isClosed() && state != RequestState.AWAITING_APPROVAL, "wait");
    if (waitReason.filter(reason::equals).isPresent()) {
      return Optional.empty();
    }
    waitReason = Optional.of(reason);
    return Optional.of(emit(RequestEventType.WAITING, Person.HOLDFAST, now, reason));
  }

  /** The service was read and shows nothing of the call; no reader of the card would notice. */
  public void recordNothingFound() {
    require(state == RequestState.STARTING || state == RequestState.SAFETY_BACKUP, "be looked for");
    startAttempts = Optional.of(startAttempts().nothingShown());
  }

  /**
   * The service was asked how it goes, and did not answer.
   *
   * @param away a pause between two looks that is longer was Holdfast's own
   */
  public UnresponsivePeriod recordNoResponse(Instant now, Duration away) {
    require(state.isExecuting(), "be asked for");
    UnresponsivePeriod next =
        silence.map(it -> it.extend(now, away)).orElseGet(() -> new UnresponsivePeriod(now, now));
    silence = Optional.of(next);
    return next;
  }

  /** The service answers again. */
  public void recordResponse() {
    silence = Optional.empty();
  }

  /** What people decide about it. */
  public ApprovalTransitions approval() {
    return new ApprovalTransitions(this);
  }

  /** How it lets others go first. */
  public QueueTransitions queue() {
    return new QueueTransitions(this);
  }

  /** The call that is to be made next: for the safety backup, where it is still to be taken. */
  public StepRun nextStep() {
    return safetyBackupStep().isDue() ? safetyBackupStep() : mainStep();
  }

  /** How the safety backup is taken. */
  public SafetyCall safetyBackupStep() {
    return new SafetyCall(this);
  }

  /** How what it asks for is carried out. */
  public OwnCall mainStep() {
    return new OwnCall(this);
  }

  /** What people say about an outcome that is not known. */
  public ResolutionTransitions resolution() {
    return new ResolutionTransitions(this);
  }

  /** What its end leaves behind on the target. */
  public CompletedRequest completed() {
    return new CompletedRequest(this);
  }

  /** How the target leaves administration mode. */
  public Leaving leaving() {
    return new Leaving(this);
  }

  public RequestId id() {
    return id;
  }

  public RequestDetails details() {
    return details;
  }

  public RequestState state() {
    return state;
  }

  public long version() {
    return version;
  }

  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  public Optional<Instant> startCommittedAt() {
    return startCommittedAt;
  }

  /** Why it does not go on at the moment, in words. */
  public Optional<String> waitReason() {
    return waitReason;
  }

  public Optional<OperationProgress> progress() {
    return progress;
  }

  public Optional<Outcome> outcome() {
    return outcome;
  }

  /** Administration mode on the target; empty when it was not seen in it. */
  public Optional<TargetAdminMode> administrationMode() {
    return administrationMode;
  }

  /** The backup of the target before it was overwritten; empty when none was begun. */
  public Optional<SafetyBackup> safetyBackup() {
    return safetyBackup;
  }

  /** What the target showed after an end that was no success; empty before it was read. */
  public Optional<TargetObservation> targetObservation() {
    return targetObservation;
  }

  /** Why the outcome is, or was last, not known. */
  public Optional<UnknownOutcome> unknownOutcome() {
    return unknownOutcome;
  }

  /** What people said about an outcome that was not known, in their order. */
  public List<Resolution> resolutions() {
    return List.copyOf(resolutions);
  }

  /** The calls since it was last set out; one where a request from before says nothing. */
  public StartAttempts startAttempts() {
    return startAttempts.orElseGet(
        () -> StartAttempts.first(startCommittedAt.orElse(details.createdAt())));
  }

  /** Since when its end is verified; empty before, and in requests from before this was kept. */
  public Optional<Instant> verificationStartedAt() {
    return verificationStartedAt;
  }

  /** How it waited for others; empty when it never had to. */
  public Optional<QueuePosition> queuePosition() {
    return queuePosition;
  }

  /**
   * What it was read from, with the fields that only a newer version knows; empty for a new one.
   */
  Optional<String> document() {
    return document;
  }

  RequestSnapshot snapshot() {
    return new RequestSnapshot(
        details,
        state,
        version,
        List.copyOf(decisions),
        new RequestSnapshot.Waiting(waitReason, queuePosition, silence),
        new RequestSnapshot.Calls(
            startCommittedAt, startAttempts, progress, verificationStartedAt, safetyBackup),
        new RequestSnapshot.End(outcome, unknownOutcome, List.copyOf(resolutions)),
        new RequestSnapshot.Target(administrationMode, targetObservation));
  }

  /** How it ended is known after all. */
  void concluded(Outcome how) {
    outcome = Optional.of(how);
  }

  /** The request is over. */
  RequestEvent end(
      RequestState closed, RequestEventType what, Person who, Instant now, Outcome how) {
    outcome = Optional.of(how);
    return transitionTo(closed, what, who, now, how.message());
  }

  /** Administration mode on the target changed. */
  RequestEvent mode(
      TargetAdminMode next, RequestEventType what, Person who, Instant now, String words) {
    administrationMode = Optional.of(next);
    return emit(what, who, now, words);
  }

  /** The same, where no reader of a card would notice. */
  void quietly(TargetAdminMode next) {
    administrationMode = Optional.of(next);
  }

  void addDecision(Decision decision) {
    decisions.add(decision);
  }

  void enqueue(QueuePosition inIt) {
    queuePosition = Optional.of(inIt);
  }

  void markStartCommitted(Instant now) {
    startCommittedAt = Optional.of(now);
  }

  void setStartAttempts(StartAttempts made) {
    startAttempts = Optional.of(made);
  }

  void setSafetyBackup(Optional<SafetyBackup> next) {
    safetyBackup = next;
  }

  void setProgress(OperationProgress seen) {
    progress = Optional.of(seen);
  }

  void verifyingFrom(Optional<Instant> since) {
    verificationStartedAt = since;
  }

  void setUnknownOutcome(UnknownOutcome why) {
    unknownOutcome = Optional.of(why);
  }

  /** A person's word about an unknown outcome begins. */
  void addResolution(Resolution settlement) {
    resolutions.add(settlement);
  }

  /** What came of the last word. */
  void updateResolution(Resolution last) {
    resolutions.set(resolutions.size() - 1, last);
  }

  void setTargetObservation(TargetObservation target) {
    targetObservation = Optional.of(target);
  }

  /** The end was none. */
  void reopen(Optional<OperationProgress> followed) {
    progress = followed;
    outcome = Optional.empty();
    administrationMode = Optional.empty();
    targetObservation = Optional.empty();
  }

  /** It is put back, and waits. */
  RequestEvent returnTo(RequestState before, String reason, Instant now) {
    RequestEvent event =
        transitionTo(before, RequestEventType.WAITING, Person.HOLDFAST, now, reason);
    waitReason = Optional.of(reason);
    return event;
  }

  RequestEvent transitionTo(
      RequestState next, RequestEventType what, Person who, Instant now, String words) {
    state = next;
    waitReason = Optional.empty();
    silence = Optional.empty();
    return emit(what, who, now, words);
  }

  /** Something happened that a reader of the card would notice. */
  RequestEvent emit(RequestEventType what, Person who, Instant now, String words) {
    version++;
    return new RequestEvent(id, version, what, state, who, now, words);
  }

  void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalTransitionException(id, state, what);
    }
  }
}
