package dev.holdfast.request;

import static dev.holdfast.request.SafetyBackup.Phase.TAKEN;

import dev.holdfast.request.AdministrationMode.Phase;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.Settlement.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A backup or restore that somebody asked for. The only thing that changes a request is one of its
 * named transitions: each checks the state, raises the version and returns the event that belongs
 * to it. One that does not fit throws {@link IllegalTransitionException} and changes nothing.
 */
public final class Request implements Call {

  private final RequestId id;
  private final Terms terms;
  private final List<Decision> decisions;
  private State state;
  private long version;
  private Optional<Instant> intendedAt;
  private Optional<String> waitsFor;
  private Optional<Progress> progress;
  private Optional<Ending> ending;
  private Optional<AdministrationMode> administrationMode;
  private Optional<Line> line;
  private Optional<Doubt> doubt;
  private final List<Settlement> settlements;
  private Optional<Tries> tries;
  private Optional<Instant> verifyingSince;
  private Optional<TargetSeen> targetSeen;
  private Optional<SafetyBackup> safetyBackup;
  private Optional<Silence> silence;

  Request(RequestId id, RequestBody body) {
    this.id = id;
    this.terms = body.terms();
    this.decisions = new ArrayList<>(body.decisions());
    this.state = body.state();
    this.version = body.version();
    this.intendedAt = body.intendedAt();
    this.waitsFor = body.waitsFor();
    this.progress = body.progress();
    this.ending = body.ending();
    this.administrationMode = body.administrationMode();
    this.line = body.line();
    this.doubt = body.doubt();
    this.settlements = new ArrayList<>(body.settlements());
    this.tries = body.tries();
    this.verifyingSince = body.verifyingSince();
    this.targetSeen = body.targetSeen();
    this.safetyBackup = body.safetyBackup();
    this.silence = body.silence();
  }

  /**
   * A new request, as it was submitted: awaiting approval, or approved where the policy asks for
   * nobody's.
   */
  public static Request submit(RequestId id, Terms terms) {
    State state = terms.approvals() > 0 ? State.AWAITING_APPROVAL : State.APPROVED;
    return new Request(id, RequestBody.submitted(state, terms));
  }

  /** The event of the submission. */
  public RequestEvent submitted() {
    require(version == 1, "submit");
    return new RequestEvent(
        id, version, What.SUBMITTED, state, terms.requester(), terms.createdAt(), terms.reason());
  }

  /** Counts an approval; the last one that is needed moves the request on. */
  public RequestEvent approve(Person by, String comment, Digest seen, Instant now) {
    require(state == State.AWAITING_APPROVAL, "approve");
    require(!by.isSameAs(terms.requester()), "approve as the requester");
    require(decisions.stream().noneMatch(d -> d.by().isSameAs(by)), "approve twice");
    require(seen.equals(terms.digest()), "approve something else");
    decisions.add(new Decision(by, true, comment, now, seen));
    return to(
        approvalsSoFar() >= terms.approvals() ? State.APPROVED : state,
        What.APPROVED,
        by,
        now,
        comment);
  }

  /** One rejection ends it. */
  public RequestEvent reject(Person by, String comment, Instant now) {
    require(state == State.AWAITING_APPROVAL, "reject");
    require(!by.isSameAs(terms.requester()), "reject as the requester");
    decisions.add(new Decision(by, false, comment, now, terms.digest()));
    return end(State.REJECTED, What.REJECTED, by, now, plainly(now, comment));
  }

  /** Whether the requester can take it back: nothing of the target is being changed. */
  public boolean cancellable() {
    boolean taken = safetyBackup.filter(backup -> backup.phase() == TAKEN).isPresent();
    return state == State.AWAITING_APPROVAL
        || state == State.APPROVED
        || (state == State.SAFETY_BACKUP && taken);
  }

  /** The requester takes it back. A safety backup that was taken already is kept. */
  public RequestEvent cancel(Person by, Instant now) {
    require(cancellable(), "cancel");
    require(by.isSameAs(terms.requester()), "cancel as somebody else");
    return end(State.CANCELLED, What.CANCELLED, by, now, plainly(now, ""));
  }

  /** Nobody decided in time. */
  public RequestEvent expire(Instant now) {
    require(state == State.AWAITING_APPROVAL, "expire");
    require(!now.isBefore(terms.expiresAt()), "expire early");
    return end(
        State.EXPIRED, What.EXPIRED, Person.HOLDFAST, now, plainly(now, "Nobody decided in time."));
  }

  /** The checks just before the call found that it is no longer possible as approved. */
  public RequestEvent voidBecause(String reason, Instant now) {
    require(state != State.AWAITING_APPROVAL && cancellable(), "void");
    return end(State.VOIDED, What.VOIDED, Person.HOLDFAST, now, plainly(now, reason));
  }

  /** It cannot go on yet; the card says why. The same reason again is no event. */
  public Optional<RequestEvent> waitFor(String reason, Instant now) {
    require(!state.closed() && state != State.AWAITING_APPROVAL, "wait");
    if (waitsFor.filter(reason::equals).isPresent()) {
      return Optional.empty();
    }
    waitsFor = Optional.of(reason);
    return Optional.of(raise(What.WAITING, Person.HOLDFAST, now, reason));
  }

  /** Others that work on the same environments go first; the same words again are no event. */
  public Optional<RequestEvent> waitInLine(String words, Instant now) {
    require(state == State.APPROVED, "wait in line");
    if (line.filter(waiting -> waiting.turnAt().isEmpty()).isEmpty()) {
      line = Optional.of(new Line(line.map(Line::since).orElse(now), Optional.empty()));
    }
    return waitFor(words, now);
  }

  /** Nobody is before it any more; from now on it has its time to start. */
  public Optional<RequestEvent> turnCame(Instant now) {
    require(state == State.APPROVED || state == State.SAFETY_BACKUP, "have its turn");
    if (line.filter(waiting -> waiting.turnAt().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    line = line.map(waiting -> new Line(waiting.since(), Optional.of(now)));
    return waitFor("It is its turn. Holdfast checks once more, then calls the service.", now);
  }

  /** The call that is to be made next: for the safety backup, where it is still to be taken. */
  public Call nextCall() {
    boolean first = terms.work() instanceof Work.Restore restore && restore.safetyBackup();
    return first && safetyBackup.isEmpty() ? safety() : this;
  }

  @Override
  public RequestEvent starting(Instant now) {
    require(state == State.APPROVED || state == State.SAFETY_BACKUP, "start");
    require(nextCall() == this, "start without the safety backup");
    require(safetyBackup.filter(backup -> !backup.usableAt(now)).isEmpty(), "start early");
    require(approvalsHold(), "start without the approvals for exactly this");
    intendedAt = Optional.of(now);
    tries = Optional.of(Tries.first(now));
    return to(State.STARTING, What.STARTING, Person.HOLDFAST, now, "");
  }

  @Override
  public RequestEvent startingAgain(Instant now) {
    require(state == State.STARTING, "start again");
    intendedAt = Optional.of(now);
    tries = Optional.of(tries().again());
    return to(State.STARTING, What.STARTING, Person.HOLDFAST, now, "again");
  }

  /** The service was read and shows nothing of the call; no reader of the card would notice. */
  public void nothingShown() {
    require(state == State.STARTING || state == State.SAFETY_BACKUP, "be looked for");
    tries = Optional.of(tries().nothingShown());
  }

  /** Package-private for {@link SafetyCall}: the first call, or one more. */
  void tried(Tries made) {
    tries = Optional.of(made);
  }

  /**
   * It is approved as before. With a safety backup it keeps its turn, too: were another to change
   * the target in between, that would be no way back any more.
   */
  @Override
  public RequestEvent notStarted(String reason, Instant now) {
    require(state == State.STARTING, "be put back");
    State before = safetyBackup.isPresent() ? State.SAFETY_BACKUP : State.APPROVED;
    return backTo(before, reason, now);
  }

  @Override
  public RequestEvent started(Progress first, String how, Instant now) {
    require(state == State.STARTING, "be started");
    progress = Optional.of(first);
    return to(State.RUNNING, What.STARTED, Person.HOLDFAST, now, how);
  }

  @Override
  public Optional<RequestEvent> observe(Progress seen, Instant now) {
    require(state == State.RUNNING || state == State.VERIFYING, "progress");
    answered();
    boolean same = waitsFor.isEmpty() && progress.filter(seen::looksLike).isPresent();
    progress = Optional.of(progress.map(seen::after).orElse(seen));
    if (same) {
      return Optional.empty();
    }
    waitsFor = Optional.empty();
    return Optional.of(raise(What.PROGRESSED, Person.HOLDFAST, now, seen.stateWord()));
  }

  /**
   * The service was asked how it goes, and did not answer.
   *
   * @param away a pause between two looks that is longer was Holdfast's own
   */
  public Silence unanswered(Instant now, Duration away) {
    require(state.underWay(), "be asked for");
    silence =
        silence
            .map(before -> before.goesOn(now, away))
            .or(() -> Optional.of(new Silence(now, now)));
    return silence.orElseThrow();
  }

  /** The service answers again. */
  public void answered() {
    silence = Optional.empty();
  }

  @Override
  public RequestEvent verifying(Instant now) {
    require(state == State.RUNNING, "verify");
    verifyingSince = Optional.of(now);
    return to(State.VERIFYING, What.VERIFYING, Person.HOLDFAST, now, "");
  }

  /** Operation and environment both say so. */
  public RequestEvent succeed(String words, Instant now) {
    require(state == State.VERIFYING, "succeed");
    Ending end = new Ending(now, words, Optional.empty(), Optional.empty(), true);
    return end(State.SUCCEEDED, What.SUCCEEDED, Person.HOLDFAST, now, end);
  }

  /**
   * Operation and environment both say so, and the target was left in administration mode (R20).
   *
   * @param leavable whether Holdfast can have the mode left
   */
  public RequestEvent succeedInAdministrationMode(String words, boolean leavable, Instant now) {
    require(terms.work() instanceof Work.Restore, "end in administration mode");
    RequestEvent event = succeed(words, now);
    administrationMode = Optional.of(AdministrationMode.seen(leavable, now));
    return event;
  }

  @Override
  public RequestEvent fail(Ending how) {
    require(calls(), "fail");
    return end(State.FAILED, What.FAILED, Person.HOLDFAST, how.at(), how);
  }

  /** A person must look. */
  @Override
  public RequestEvent becomeUnknown(Ending how) {
    return becomeUnknown(how, List.of());
  }

  @Override
  public RequestEvent becomeUnknown(Ending how, List<Doubt.Candidate> candidates) {
    require(calls(), "become unknown");
    doubt = Optional.of(new Doubt(state, candidates));
    return end(State.UNKNOWN, What.UNKNOWN, Person.HOLDFAST, how.at(), how);
  }

  /**
   * Whether it ended without success after the service had begun, so that the target may be in
   * administration mode and somebody has to look.
   */
  public boolean mayBeInAdministrationMode() {
    return state != State.SUCCEEDED && hasOverwritten() && administrationMode.isEmpty();
  }

  /** Whether it is over and the target was overwritten, or may have been in part. */
  public boolean hasOverwritten() {
    return state.closed()
        && terms.work() instanceof Work.Restore
        && ending.filter(Ending::started).isPresent();
  }

  /** The safety backup with which it can be undone; empty when there is none any more. */
  public Optional<SafetyBackup.Kept> wayBack(Instant now) {
    return hasOverwritten()
        ? safetyBackup.flatMap(SafetyBackup::kept).filter(kept -> kept.livesAt(now))
        : Optional.empty();
  }

  /** Whether its restore did not end well, and nobody has looked at the target since. */
  public boolean targetIsToBeSeen() {
    return (state == State.FAILED || state == State.UNKNOWN)
        && terms.work() instanceof Work.Restore
        && ending.filter(Ending::started).isPresent()
        && targetSeen.isEmpty();
  }

  /** After an end that was no success the target was read. */
  public RequestEvent targetSeen(String words, Instant now) {
    require(targetIsToBeSeen(), "have its target seen");
    targetSeen = Optional.of(new TargetSeen(now, words));
    return raise(What.TARGET_SEEN, Person.HOLDFAST, now, words);
  }

  /** What the target showed after an end that was no success; empty before it was read. */
  public Optional<TargetSeen> targetSeen() {
    return targetSeen;
  }

  /** After an end that was no success the target was seen in administration mode. */
  public RequestEvent seenInAdministrationMode(boolean leavable, Instant now) {
    require(mayBeInAdministrationMode(), "be seen in administration mode");
    return mode(
        AdministrationMode.seen(leavable, now), What.IN_ADMIN_MODE, Person.HOLDFAST, now, "");
  }

  /**
   * Somebody asks that the target leaves administration mode.
   *
   * @param looked whether they say that they have looked at the target; needed after an end that
   *     was no success, since outside the mode everybody works on what may be half restored
   */
  public RequestEvent leaveAdministrationMode(Person by, boolean looked, Instant now) {
    require(state == State.SUCCEEDED || looked, "leave administration mode unseen");
    AdministrationMode on = modeIn(EnumSet.of(Phase.ON), "leave administration mode");
    require(on.leavable(), "leave administration mode through this admin API");
    String words = state == State.SUCCEEDED ? "" : "says to have looked at the environment";
    return mode(on.asked(by, now), What.LEAVING_ASKED, by, now, words);
  }

  /** Whether the admin API may be at work to leave administration mode on the target. */
  public boolean callsToLeaveAdministrationMode() {
    Set<Phase> calling = EnumSet.of(Phase.STARTING, Phase.RUNNING, Phase.VERIFYING);
    return administrationMode.filter(mode -> calling.contains(mode.phase())).isPresent();
  }

  /** What people say about an outcome that is not known. */
  public Settling settling() {
    return new Settling(this);
  }

  /** Whether somebody asked to leave administration mode and Holdfast is at it. */
  public boolean isLeavingAdministrationMode() {
    return administrationMode.filter(AdministrationMode::beingLeft).isPresent();
  }

  /** What Holdfast does about the wish to leave administration mode. */
  public Leaving leaving() {
    return new Leaving(this);
  }

  /** How the safety backup is taken. */
  public SafetyCall safety() {
    return new SafetyCall(this);
  }

  @Override
  public Request request() {
    return this;
  }

  @Override
  public Work work() {
    return terms.work();
  }

  public RequestId id() {
    return id;
  }

  public Terms terms() {
    return terms;
  }

  public State state() {
    return state;
  }

  public long version() {
    return version;
  }

  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  @Override
  public Optional<Instant> intendedAt() {
    return intendedAt;
  }

  /** Why it does not go on at the moment, in words. */
  public Optional<String> waitsFor() {
    return waitsFor;
  }

  @Override
  public Optional<Progress> progress() {
    return progress;
  }

  public Optional<Ending> ending() {
    return ending;
  }

  /** Administration mode on the target; empty when it was not seen in it. */
  public Optional<AdministrationMode> administrationMode() {
    return administrationMode;
  }

  /** The backup of the target before it was overwritten; empty when none was begun. */
  public Optional<SafetyBackup> safetyBackup() {
    return safetyBackup;
  }

  public long approvalsSoFar() {
    return decisions.stream().filter(Decision::approves).count();
  }

  RequestBody body() {
    return new RequestBody(
        terms,
        state,
        version,
        List.copyOf(decisions),
        intendedAt,
        waitsFor,
        progress,
        ending,
        administrationMode,
        line,
        doubt,
        List.copyOf(settlements),
        tries,
        verifyingSince,
        targetSeen,
        safetyBackup,
        silence);
  }

  /**
   * When the last person said that it is to be done: by a decision, by settling that it is called
   * again, or by asking where nobody's approval is needed.
   */
  public Instant approvedAt() {
    return Stream.concat(
            decisions.stream().map(Decision::at),
            settlements.stream().filter(said -> said.way() == Way.CALL_AGAIN).map(Settlement::at))
        .max(Comparator.naturalOrder())
        .orElse(terms.createdAt());
  }

  /** Why the outcome is, or was last, not known. */
  public Optional<Doubt> doubt() {
    return doubt;
  }

  /** What people said about an outcome that was not known, in their order. */
  public List<Settlement> settlements() {
    return List.copyOf(settlements);
  }

  /** The calls since it was last set out; one where a request from before says nothing. */
  public Tries tries() {
    return tries.orElseGet(() -> Tries.first(intendedAt.orElse(terms.createdAt())));
  }

  /** Since when its end is verified; empty before, and in requests from before this was kept. */
  public Optional<Instant> verifyingSince() {
    return verifyingSince;
  }

  /** Since when nothing of Holdfast keeps it from its start. */
  public Instant startableSince() {
    return line.flatMap(Line::turnAt).filter(approvedAt()::isBefore).orElseGet(this::approvedAt);
  }

  /** How it waited for others; empty when it never had to. */
  public Optional<Line> line() {
    return line;
  }

  /** Whether the admin API may be at work on the request's own call. */
  private boolean calls() {
    return state.underWay() && state != State.SAFETY_BACKUP;
  }

  /** Whether enough approvals are for exactly this. */
  public boolean approvalsHold() {
    long holding =
        decisions.stream().filter(d -> d.approves() && d.digest().equals(terms.digest())).count();
    return holding >= terms.approvals();
  }

  private Ending plainly(Instant now, String words) {
    return new Ending(now, words, Optional.empty(), Optional.empty(), false);
  }

  RequestEvent end(State closed, What what, Person who, Instant now, Ending how) {
    ending = Optional.of(how);
    return to(closed, what, who, now, how.words());
  }

  /**
   * Package-private for {@link Leaving}, which takes the steps of this part of a request's life.
   */
  RequestEvent mode(AdministrationMode next, What what, Person who, Instant now, String words) {
    administrationMode = Optional.of(next);
    return raise(what, who, now, words);
  }

  /** The same, where no reader of a card would notice. */
  void quietly(AdministrationMode next) {
    administrationMode = Optional.of(next);
  }

  /** For {@link SafetyCall}. */
  void keep(Optional<SafetyBackup> next) {
    safetyBackup = next;
  }

  AdministrationMode modeIn(Set<Phase> phases, String what) {
    require(administrationMode.filter(mode -> phases.contains(mode.phase())).isPresent(), what);
    return administrationMode.orElseThrow();
  }

  /** Package-private for {@link Settling}: a person's word begins. */
  void said(Settlement settlement) {
    settlements.add(settlement);
  }

  /** What came of the last word. */
  void settled(Settlement last) {
    settlements.set(settlements.size() - 1, last);
  }

  /** The end was none. */
  void reopen(Optional<Progress> followed) {
    progress = followed;
    ending = Optional.empty();
    administrationMode = Optional.empty();
    targetSeen = Optional.empty();
  }

  void verifyingFrom(Instant now) {
    verifyingSince = verifyingSince.map(before -> now);
  }

  RequestEvent backTo(State before, String reason, Instant now) {
    RequestEvent event = to(before, What.WAITING, Person.HOLDFAST, now, reason);
    waitsFor = Optional.of(reason);
    return event;
  }

  RequestEvent to(State next, What what, Person who, Instant now, String words) {
    state = next;
    waitsFor = Optional.empty();
    silence = Optional.empty();
    return raise(what, who, now, words);
  }

  private RequestEvent raise(What what, Person who, Instant now, String words) {
    version++;
    return new RequestEvent(id, version, what, state, who, now, words);
  }

  void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalTransitionException(id, state, what);
    }
  }
}
