package dev.holdfast.request;

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
 * <p>The transitions of each part of its life stand in a class of their own: {@link Approving},
 * {@link Waiting}, {@link SafetyCall}, {@link OwnCall}, {@link Settling}, {@link Aftermath} and
 * {@link Leaving}. They reach the request through its package-private methods, and nobody else
 * does.
 */
public final class Request {

  private final RequestId id;
  private final Terms terms;
  private final List<Decision> decisions = new ArrayList<>();
  private State state;
  private long version = 1;
  private Optional<Instant> intendedAt = Optional.empty();
  private Optional<String> waitsFor = Optional.empty();
  private Optional<Progress> progress = Optional.empty();
  private Optional<Ending> ending = Optional.empty();
  private Optional<AdministrationMode> administrationMode = Optional.empty();
  private Optional<Line> line = Optional.empty();
  private Optional<Doubt> doubt = Optional.empty();
  private final List<Settlement> settlements = new ArrayList<>();
  private Optional<Tries> tries = Optional.empty();
  private Optional<Instant> verifyingSince = Optional.empty();
  private Optional<TargetSeen> targetSeen = Optional.empty();
  private Optional<SafetyBackup> safetyBackup = Optional.empty();
  private Optional<Silence> silence = Optional.empty();
  private final Optional<String> document;

  private Request(RequestId id, Terms terms, State state, Optional<String> document) {
    this.id = id;
    this.terms = terms;
    this.state = state;
    this.document = document;
  }

  /**
   * @param document what it was read from
   */
  Request(RequestId id, RequestBody body, String document) {
    this(id, body.terms(), body.state(), Optional.of(document));
    this.decisions.addAll(body.decisions());
    this.version = body.version();
    this.intendedAt = body.intendedAt();
    this.waitsFor = body.waitsFor();
    this.progress = body.progress();
    this.ending = body.ending();
    this.administrationMode = body.administrationMode();
    this.line = body.line();
    this.doubt = body.doubt();
    this.settlements.addAll(body.settlements());
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
    require(!state.closed() && state != State.AWAITING_APPROVAL, "wait");
    if (waitsFor.filter(reason::equals).isPresent()) {
      return Optional.empty();
    }
    waitsFor = Optional.of(reason);
    return Optional.of(raise(What.WAITING, Person.HOLDFAST, now, reason));
  }

  /** The service was read and shows nothing of the call; no reader of the card would notice. */
  public void nothingShown() {
    require(state == State.STARTING || state == State.SAFETY_BACKUP, "be looked for");
    tries = Optional.of(tries().nothingShown());
  }

  /**
   * The service was asked how it goes, and did not answer.
   *
   * @param away a pause between two looks that is longer was Holdfast's own
   */
  public Silence unanswered(Instant now, Duration away) {
    require(state.underWay(), "be asked for");
    Silence next = silence.map(it -> it.goesOn(now, away)).orElseGet(() -> new Silence(now, now));
    silence = Optional.of(next);
    return next;
  }

  /** The service answers again. */
  public void answered() {
    silence = Optional.empty();
  }

  /** What people decide about it. */
  public Approving approving() {
    return new Approving(this);
  }

  /** How it lets others go first. */
  public Waiting waiting() {
    return new Waiting(this);
  }

  /** The call that is to be made next: for the safety backup, where it is still to be taken. */
  public Call nextCall() {
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
  public Settling settling() {
    return new Settling(this);
  }

  /** What its end leaves behind on the target. */
  public Aftermath aftermath() {
    return new Aftermath(this);
  }

  /** How the target leaves administration mode. */
  public Leaving leaving() {
    return new Leaving(this);
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

  public Optional<Instant> intendedAt() {
    return intendedAt;
  }

  /** Why it does not go on at the moment, in words. */
  public Optional<String> waitsFor() {
    return waitsFor;
  }

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

  /** What the target showed after an end that was no success; empty before it was read. */
  public Optional<TargetSeen> targetSeen() {
    return targetSeen;
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

  /** How it waited for others; empty when it never had to. */
  public Optional<Line> line() {
    return line;
  }

  /**
   * What it was read from, with the fields that only a newer version knows; empty for a new one.
   */
  Optional<String> document() {
    return document;
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

  /** How it ended is known after all. */
  void concluded(Ending how) {
    ending = Optional.of(how);
  }

  /** The request is over. */
  RequestEvent end(State closed, What what, Person who, Instant now, Ending how) {
    ending = Optional.of(how);
    return to(closed, what, who, now, how.words());
  }

  /** Administration mode on the target changed. */
  RequestEvent mode(AdministrationMode next, What what, Person who, Instant now, String words) {
    administrationMode = Optional.of(next);
    return raise(what, who, now, words);
  }

  /** The same, where no reader of a card would notice. */
  void quietly(AdministrationMode next) {
    administrationMode = Optional.of(next);
  }

  void decided(Decision decision) {
    decisions.add(decision);
  }

  void stand(Line inIt) {
    line = Optional.of(inIt);
  }

  void intended(Instant now) {
    intendedAt = Optional.of(now);
  }

  void tried(Tries made) {
    tries = Optional.of(made);
  }

  void keep(Optional<SafetyBackup> next) {
    safetyBackup = next;
  }

  void follow(Progress seen) {
    progress = Optional.of(seen);
  }

  void verifyingFrom(Optional<Instant> since) {
    verifyingSince = since;
  }

  void doubted(Doubt why) {
    doubt = Optional.of(why);
  }

  /** A person's word about an unknown outcome begins. */
  void said(Settlement settlement) {
    settlements.add(settlement);
  }

  /** What came of the last word. */
  void settled(Settlement last) {
    settlements.set(settlements.size() - 1, last);
  }

  void seen(TargetSeen target) {
    targetSeen = Optional.of(target);
  }

  /** The end was none. */
  void reopen(Optional<Progress> followed) {
    progress = followed;
    ending = Optional.empty();
    administrationMode = Optional.empty();
    targetSeen = Optional.empty();
  }

  /** It is put back, and waits. */
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
