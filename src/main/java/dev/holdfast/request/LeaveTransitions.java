package dev.holdfast.request;

import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.TargetAdminMode.Leave;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.checklist.KnownItem;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.TargetObservation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/**
 * What becomes of administration mode on a target, as the request knows that has left it there:
 * another request takes the target out of it. Each method that returns an event is a transition of
 * the {@link Request} that it came from.
 */
public final class LeaveTransitions {

  private final Request request;

  LeaveTransitions(Request request) {
    this.request = request;
  }

  /** Whether somebody asked to leave it and the end is open. */
  public boolean isUnderWay() {
    return request.administrationMode().filter(TargetAdminMode::beingLeft).isPresent();
  }

  /** The wish that is being followed, or was followed last. */
  public Leave wish() {
    return request.administrationMode().flatMap(TargetAdminMode::leave).orElseThrow();
  }

  /** The wish that was stored before another request followed it, if it is still open. */
  public Optional<Leave> legacyWish() {
    return request
        .administrationMode()
        .filter(TargetAdminMode::beingLeft)
        .flatMap(TargetAdminMode::leave)
        .filter(leave -> leave.request().isEmpty());
  }

  /** Whether the admin API may be at work on such a wish. */
  public boolean isLegacyCall() {
    return legacyWish().isPresent() && mode().phase() != Phase.ASKED;
  }

  /**
   * Somebody asks that the target leaves administration mode.
   *
   * @param looked whether they say that they have looked at the target; needed after an end that
   *     was no success, since outside the mode everybody works on what may be half restored
   * @param by who asks
   * @param other the request that does it
   */
  public RequestEvent ask(Person by, boolean looked, RequestId other, Instant now) {
    boolean well = request.state() == RequestState.SUCCEEDED;
    request.require(well || looked, "leave administration mode unseen");
    in(Phase.ON, "leave administration mode");
    request.require(mode().leavable(), "leave administration mode through this admin API");
    String words = well ? other.toString() : other + ", says to have looked at the environment";
    return mode(
        mode().with(Phase.ASKED, Leave.asked(by, other, now)),
        RequestEventType.LEAVING_ASKED,
        by,
        now,
        words);
  }

  /** From now on another request follows a wish that was stored before. */
  public RequestEvent continueAs(RequestId other, Instant now) {
    request.require(legacyWish().isPresent(), "have another request leave administration mode");
    return mode(
        mode().with(Phase.ASKED, wish().doneBy(other)),
        RequestEventType.LEAVING_WAITS,
        Person.HOLDFAST,
        now,
        other.toString());
  }

  /** The request that was to do it has read the target to be out of administration mode. */
  public RequestEvent done(Request other) {
    requireDoneBy(other);
    Outcome end = other.outcome().orElseThrow();
    TargetAdminMode left =
        mode()
            .with(Phase.LEFT, wish().ended(end, other.progress()))
            .withBackground(
                other.completed().targetObservation().flatMap(TargetObservation::background));
    request
        .completed()
        .checklist()
        .tickRead(
            left.backgroundOperationsOn().orElse(false)
                ? EnumSet.of(KnownItem.ADMIN_MODE, KnownItem.BACKGROUND_OPERATIONS)
                : EnumSet.of(KnownItem.ADMIN_MODE),
            end.at());
    return mode(left, RequestEventType.LEFT_ADMIN_MODE, end);
  }

  /**
   * It did not work, and the target counts as in administration mode as before.
   *
   * @param again whether Holdfast can be asked once more
   */
  public RequestEvent fail(Request other, boolean again) {
    requireDoneBy(other);
    Outcome end = other.outcome().orElseThrow();
    TargetAdminMode on =
        mode().with(Phase.ON, wish().ended(end, other.progress())).offeredAgain(again);
    return mode(on, RequestEventType.LEAVING_FAILED, end);
  }

  private RequestEvent mode(TargetAdminMode mode, RequestEventType type, Outcome end) {
    return mode(mode, type, Person.HOLDFAST, end.at(), StoredMessage.english(end.message()));
  }

  /** It was taken back before anything was done, or was only a rehearsal. */
  public RequestEvent withdraw(Request other) {
    requireDoneBy(other);
    Instant at = other.outcome().orElseThrow().at();
    Person by =
        other.state() == RequestState.CANCELLED ? other.details().requester() : Person.HOLDFAST;
    return mode(
        mode().withoutLeave(), RequestEventType.LEAVING_FAILED, by, at, other.id().toString());
  }

  /**
   * Whether another request is the one that leaves the mode. A replica of an earlier version may
   * have lost its number; no other request can be meant then.
   */
  public boolean isDoneBy(Request other) {
    return isUnderWay() && wish().request().map(other.id()::equals).orElse(true);
  }

  private void requireDoneBy(Request other) {
    request.require(isDoneBy(other), "hear from a request that does not leave its mode");
  }

  private void in(Phase phase, String what) {
    request.require(
        request.administrationMode().filter(mode -> mode.phase() == phase).isPresent(), what);
  }

  private TargetAdminMode mode() {
    return request.administrationMode().orElseThrow();
  }

  private RequestEvent mode(
      TargetAdminMode next, RequestEventType type, Person who, Instant now, String words) {
    request.data().administrationMode = Optional.of(next);
    return request.emit(type, who, now, words);
  }
}
