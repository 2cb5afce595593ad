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

import dev.holdfast.request.RequestEvent.What;
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
  private final RequestDetails terms;
  private final List<Decision> decisions = new ArrayList<>();
  private RequestState state;
  private long version = 1;
  private Optional<Instant> intendedAt = Optional.empty();
  private Optional<String> waitsFor = Optional.empty();
  private Optional<OperationProgress> progress = Optional.empty();
  private Optional<Outcome> ending = Optional.empty();
  private Optional<TargetAdminMode> administrationMode = Optional.empty();
  private Optional<QueuePosition> line = Optional.empty();
  private Optional<UnknownOutcome> doubt = Optional.empty();
  private final List<Resolution> settlements = new ArrayList<>();
  private Optional<StartAttempts> tries = Optional.empty();
  private Optional<Instant> verifyingSince = Optional.empty();
  private Optional<TargetObservation> targetSeen = Optional.empty();
  private Optional<SafetyBackup> safetyBackup = Optional.empty();
  private Optional<UnresponsivePeriod> silence = Optional.empty();
  private final Optional<String> document;

  private Request(
      RequestId id, RequestDetails terms, RequestState state, Optional<String> document) {
    this.id = id;
    this.terms = terms;
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
    waitsFor = waiting.reason();
    line = waiting.position();
    silence = waiting.silence();
    intendedAt = calls.startCommittedAt();
    tries = calls.attempts();
    progress = calls.progress();
    verifyingSince = calls.verificationStartedAt();
    safetyBackup = calls.safetyBackup();
  }

  private void take(RequestSnapshot.End end, RequestSnapshot.Target target) {
    ending = end.outcome();
    doubt = end.unknown();
    settlements.addAll(end.resolutions());
    administrationMode = target.adminMode();
    targetSeen = target.observation();
  }

  /**
   * A new request, as it was submitted: awaiting approval, or approved where the policy asks for
   * nobody's.
   */
  public static Request submit(RequestId id, RequestDetails terms) {
    RequestState state =
        terms.approvals() > 0 ? RequestState.AWAITING_APPROVAL : RequestState.APPROVED;
    return new Request(id, terms, state, Optional.empty());
  }

  /** The event of the submission. */
  public RequestEvent submitted() {
    require(version == 1, "submit");
    return new RequestEvent(
        id, version, What.SUBMITTED, state, terms.requester(), terms.createdAt(), terms.reason());
  }

  /** It cannot go on yet; the card says why. The same reason again is no event. */
  public Optional<RequestEvent> waitFor(String reason, Instant now) {
    require(!state.closed() && state != RequestState.AWAITING_APPROVAL, "wait");
    if (waitsFor.filter(reason::equals).isPresent()) {
      return Optional.empty();
    }
    waitsFor = Optional.of(reason);
    return Optional.of(raise(What.WAITING, Person.HOLDFAST, now, reason));
  }

  /** The service was read and shows nothing of the call; no reader of the card would notice. */
  public void nothingShown() {
    require(state == RequestState.STARTING || state == RequestState.SAFETY_BACKUP, "be looked for");
    tries = Optional.of(tries().nothingShown());
  }

  /**
   * The service was asked how it goes, and did not answer.
   *
   * @param away a pause between two looks that is longer was Holdfast's own
   */
  public UnresponsivePeriod unanswered(Instant now, Duration away) {
    require(state.underWay(), "be asked for");
    UnresponsivePeriod next =
        silence.map(it -> it.goesOn(now, away)).orElseGet(() -> new UnresponsivePeriod(now, now));
    silence = Optional.of(next);
    return next;
  }

  /** The service answers again. */
  public void answered() {
    silence = Optional.empty();
  }

  /** What people decide about it. */
  public ApprovalTransitions approving() {
    return new ApprovalTransitions(this);
  }

  /** How it lets others go first. */
  public QueueTransitions waiting() {
    return new QueueTransitions(this);
  }

  /** The call that is to be made next: for the safety backup, where it is still to be taken. */
  public StepRun nextCall() {
    return safety().isDue() ? safety() : call();
  }

  /** How the safety backup is taken. */
  public SafetyCall safety() {
    return new SafetyCall(this);
  }

  /** How what it asks for is carried out. */
  public OwnCall call() {
    return new OwnCall(this);
  }

  /** What people say about an outcome that is not known. */
  public ResolutionTransitions settling() {
    return new ResolutionTransitions(this);
  }

  /** What its end leaves behind on the target. */
  public CompletedRequest aftermath() {
    return new CompletedRequest(this);
  }

  /** How the target leaves administration mode. */
  public Leaving leaving() {
    return new Leaving(this);
  }

  public RequestId id() {
    return id;
  }

  public RequestDetails terms() {
    return terms;
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

  public Optional<Instant> intendedAt() {
    return intendedAt;
  }

  /** Why it does not go on at the moment, in words. */
  public Optional<String> waitsFor() {
    return waitsFor;
  }

  public Optional<OperationProgress> progress() {
    return progress;
  }

  public Optional<Outcome> ending() {
    return ending;
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
  public Optional<TargetObservation> targetSeen() {
    return targetSeen;
  }

  /** Why the outcome is, or was last, not known. */
  public Optional<UnknownOutcome> doubt() {
    return doubt;
  }

  /** What people said about an outcome that was not known, in their order. */
  public List<Resolution> settlements() {
    return List.copyOf(settlements);
  }

  /** The calls since it was last set out; one where a request from before says nothing. */
  public StartAttempts tries() {
    return tries.orElseGet(() -> StartAttempts.first(intendedAt.orElse(terms.createdAt())));
  }

  /** Since when its end is verified; empty before, and in requests from before this was kept. */
  public Optional<Instant> verifyingSince() {
    return verifyingSince;
  }

  /** How it waited for others; empty when it never had to. */
  public Optional<QueuePosition> line() {
    return line;
  }

  /**
   * What it was read from, with the fields that only a newer version knows; empty for a new one.
   */
  Optional<String> document() {
    return document;
  }

  RequestSnapshot snapshot() {
    return new RequestSnapshot(
        terms,
        state,
        version,
        List.copyOf(decisions),
        new RequestSnapshot.Waiting(waitsFor, line, silence),
        new RequestSnapshot.Calls(intendedAt, tries, progress, verifyingSince, safetyBackup),
        new RequestSnapshot.End(ending, doubt, List.copyOf(settlements)),
        new RequestSnapshot.Target(administrationMode, targetSeen));
  }

  /** How it ended is known after all. */
  void concluded(Outcome how) {
    ending = Optional.of(how);
  }

  /** The request is over. */
  RequestEvent end(RequestState closed, What what, Person who, Instant now, Outcome how) {
    ending = Optional.of(how);
    return to(closed, what, who, now, how.words());
  }

  /** Administration mode on the target changed. */
  RequestEvent mode(TargetAdminMode next, What what, Person who, Instant now, String words) {
    administrationMode = Optional.of(next);
    return raise(what, who, now, words);
  }

  /** The same, where no reader of a card would notice. */
  void quietly(TargetAdminMode next) {
    administrationMode = Optional.of(next);
  }

  void decided(Decision decision) {
    decisions.add(decision);
  }

  void stand(QueuePosition inIt) {
    line = Optional.of(inIt);
  }

  void intended(Instant now) {
    intendedAt = Optional.of(now);
  }

  void tried(StartAttempts made) {
    tries = Optional.of(made);
  }

  void keep(Optional<SafetyBackup> next) {
    safetyBackup = next;
  }

  void follow(OperationProgress seen) {
    progress = Optional.of(seen);
  }

  void verifyingFrom(Optional<Instant> since) {
    verifyingSince = since;
  }

  void doubted(UnknownOutcome why) {
    doubt = Optional.of(why);
  }

  /** A person's word about an unknown outcome begins. */
  void said(Resolution settlement) {
    settlements.add(settlement);
  }

  /** What came of the last word. */
  void settled(Resolution last) {
    settlements.set(settlements.size() - 1, last);
  }

  void seen(TargetObservation target) {
    targetSeen = Optional.of(target);
  }

  /** The end was none. */
  void reopen(Optional<OperationProgress> followed) {
    progress = followed;
    ending = Optional.empty();
    administrationMode = Optional.empty();
    targetSeen = Optional.empty();
  }

  /** It is put back, and waits. */
  RequestEvent backTo(RequestState before, String reason, Instant now) {
    RequestEvent event = to(before, What.WAITING, Person.HOLDFAST, now, reason);
    waitsFor = Optional.of(reason);
    return event;
  }

  RequestEvent to(RequestState next, What what, Person who, Instant now, String words) {
    state = next;
    waitsFor = Optional.empty();
    silence = Optional.empty();
    return raise(what, who, now, words);
  }

  /** Something happened that a reader of the card would notice. */
  RequestEvent raise(What what, Person who, Instant now, String words) {
    version++;
    return new RequestEvent(id, version, what, state, who, now, words);
  }

  void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalTransitionException(id, state, what);
    }
  }
}
