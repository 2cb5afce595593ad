package dev.holdfast.request;

import dev.holdfast.request.TargetAdminMode.Leave;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How Holdfast has a target leave administration mode, when somebody asks for it. Each method that
 * returns an event is a transition of the {@link Request} that it came from.
 */
public final class Leaving {

  private static final Set<Phase> UNDER_WAY = EnumSet.range(Phase.ASKED, Phase.VERIFYING);
  private static final Set<Phase> CALLING = EnumSet.range(Phase.STARTING, Phase.VERIFYING);

  private final Request request;

  Leaving(Request request) {
    this.request = request;
  }

  /** Whether somebody asked to leave it and Holdfast is at it. */
  public boolean isUnderWay() {
    return request.administrationMode().filter(TargetAdminMode::beingLeft).isPresent();
  }

  /** Whether the admin API may be at work on it. */
  public boolean calls() {
    return isIn(CALLING);
  }

  /**
   * Somebody asks that the target leaves administration mode.
   *
   * @param looked whether they say that they have looked at the target; needed after an end that
   *     was no success, since outside the mode everybody works on what may be half restored
   */
  public RequestEvent ask(Person by, boolean looked, Instant now) {
    boolean well = request.state() == RequestState.SUCCEEDED;
    request.require(well || looked, "leave administration mode unseen");
    in(EnumSet.of(Phase.ON), "leave administration mode");
    request.require(mode().leavable(), "leave administration mode through this admin API");
    String words = well ? "" : "says to have looked at the environment";
    return mode(mode().asked(by, now), RequestEventType.LEAVING_ASKED, by, now, words);
  }

  /** The wish that is being followed, or was followed last. */
  public Leave wish() {
    return request.administrationMode().flatMap(TargetAdminMode::leave).orElseThrow();
  }

  /** It cannot go on yet; the card says why. The same reason again is no event. */
  public Optional<RequestEvent> waitFor(String reason, Instant now) {
    in(UNDER_WAY, "wait to leave administration mode");
    if (wish().waitsFor().filter(reason::equals).isPresent()) {
      return Optional.empty();
    }
    Leave waiting = wish().waiting(Optional.of(reason));
    return Optional.of(to(mode().phase(), waiting, RequestEventType.LEAVING_WAITS, now, reason));
  }

  /** The intent to call the admin API, to be committed before the call goes out. */
  public RequestEvent starting(Instant now) {
    Leave intended = in(Phase.ASKED, "start").intended(now);
    return to(Phase.STARTING, intended, RequestEventType.LEAVING_STARTING, now, "");
  }

  /** As far as can be seen the service did not begin: it is asked again. */
  public RequestEvent notStarted(String reason, Instant now) {
    Leave waiting = in(Phase.STARTING, "be put back").waiting(Optional.of(reason));
    return to(Phase.ASKED, waiting, RequestEventType.LEAVING_WAITS, now, reason);
  }

  /** The service took the order, or its operation was found among the target's. */
  public RequestEvent started(OperationProgress first, String how, Instant now) {
    Leave started = in(Phase.STARTING, "be started").seen(first);
    return to(Phase.RUNNING, started, RequestEventType.LEAVING_STARTED, now, how);
  }

  /** The operation was seen; an event only when a reader of the card would notice. */
  public Optional<RequestEvent> observe(OperationProgress seen, Instant now) {
    Leave before = in(Phase.RUNNING, "progress");
    OperationProgress next = before.progress().map(seen::mergedWith).orElse(seen);
    boolean same =
        before.waitsFor().isEmpty() && before.progress().filter(seen::isSameAs).isPresent();
    if (same) {
      quietly(mode().with(Phase.RUNNING, before.seen(next)));
      return Optional.empty();
    }
    return Optional.of(
        to(
            Phase.RUNNING,
            before.seen(next),
            RequestEventType.LEAVING_PROGRESSED,
            now,
            seen.serviceStatus()));
  }

  /** The operation has nothing more to say; now the target itself is looked at. */
  public RequestEvent verifying(Instant now) {
    Leave leave = in(Phase.RUNNING, "verify").waiting(Optional.empty());
    return to(Phase.VERIFYING, leave, RequestEventType.LEAVING_VERIFYING, now, "");
  }

  /**
   * The target was read to be out of administration mode.
   *
   * @param background the service's own word for background operations, as it was read then
   */
  public RequestEvent done(String words, Optional<String> background, Instant now) {
    in(UNDER_WAY, "have left administration mode");
    boolean called = wish().intendedAt().isPresent();
    Outcome end = new Outcome(now, words, Optional.empty(), Optional.empty(), called);
    TargetAdminMode left = mode().with(Phase.LEFT, wish().ended(end)).withBackground(background);
    return mode(left, RequestEventType.LEFT_ADMIN_MODE, Person.HOLDFAST, now, words);
  }

  /** The same, where nothing was read of background operations. */
  public RequestEvent done(String words, Instant now) {
    return done(words, Optional.empty(), now);
  }

  /**
   * It did not work, and the target counts as in administration mode as before.
   *
   * @param again whether Holdfast can be asked once more
   */
  public RequestEvent fail(Outcome how, boolean again) {
    in(UNDER_WAY, "fail to leave administration mode");
    TargetAdminMode on = mode().with(Phase.ON, wish().ended(how)).offeredAgain(again);
    return mode(on, RequestEventType.LEAVING_FAILED, Person.HOLDFAST, how.at(), how.message());
  }

  private Leave in(Phase phase, String what) {
    in(EnumSet.of(phase), what);
    return wish();
  }

  private void in(Set<Phase> phases, String what) {
    request.require(isIn(phases), what);
  }

  private boolean isIn(Set<Phase> phases) {
    return request.administrationMode().filter(mode -> phases.contains(mode.phase())).isPresent();
  }

  private RequestEvent to(
      Phase next, Leave leave, RequestEventType what, Instant now, String words) {
    return mode(mode().with(next, leave), what, Person.HOLDFAST, now, words);
  }

  private TargetAdminMode mode() {
    return request.administrationMode().orElseThrow();
  }

  private RequestEvent mode(
      TargetAdminMode next, RequestEventType type, Person who, Instant now, String words) {
    quietly(next);
    return request.emit(type, who, now, words);
  }

  private void quietly(TargetAdminMode next) {
    request.data().administrationMode = Optional.of(next);
  }
}
