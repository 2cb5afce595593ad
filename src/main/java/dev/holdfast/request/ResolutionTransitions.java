package dev.holdfast.request;

import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.UnknownOutcome;

import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.Resolution.Standing;
import dev.holdfast.request.Resolution.Way;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a person settles an outcome that is not known. Each method is a transition of the {@link
 * Request} that it came from, as the request's own are.
 */
public final class ResolutionTransitions {

  private final Request request;

  ResolutionTransitions(Request request) {
    this.request = request;
  }

  /** What was said last. */
  public Optional<Resolution> last() {
    List<Resolution> all = request.settlements();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** What was said and is being looked up. */
  public Optional<Resolution> pending() {
    return last().filter(said -> isUnknown() && said.standing() == Standing.OPEN);
  }

  /** Whether the outcome stays unknown for good, because somebody said so. */
  public boolean givenUp() {
    return isUnknown() && last().filter(said -> said.way() == Way.GIVE_UP).isPresent();
  }

  /** Whether the outcome is unknown and nobody has settled it. */
  public boolean needed() {
    return isUnknown() && !givenUp();
  }

  /** Operations of which one may be ours. */
  public List<UnknownOutcome.Candidate> candidates() {
    return request.doubt().map(UnknownOutcome::candidates).orElse(List.of());
  }

  /** The ways in which it can be settled now; none while one is looked up. */
  public Set<Way> ways() {
    if (!needed() || pending().isPresent()) {
      return EnumSet.noneOf(Way.class);
    }
    boolean seen = request.progress().flatMap(OperationProgress::operationId).isPresent();
    return switch (from()) {
      case STARTING -> EnumSet.of(Way.RAN_AS, Way.CALL_AGAIN, Way.GIVE_UP);
      case RUNNING ->
          seen
              ? EnumSet.of(Way.LOOK_AGAIN, Way.CONFIRMED, Way.GIVE_UP)
              : EnumSet.of(Way.RAN_AS, Way.LOOK_AGAIN, Way.CALL_AGAIN, Way.GIVE_UP);
      default -> EnumSet.of(Way.LOOK_AGAIN, Way.CONFIRMED, Way.GIVE_UP);
    };
  }

  /** It ran as an operation that Holdfast has to look up first. */
  public RequestEvent ranAs(Person by, String operation, String comment, Instant now) {
    offers(Way.RAN_AS);
    return say(RequestState.UNKNOWN, by, Way.RAN_AS, operation, comment, now);
  }

  /** The operation that a person named is there, and is followed. */
  public RequestEvent found(OperationProgress first, Instant now) {
    Resolution said = lookedUp();
    request.settled(said.with(Standing.DONE, ""));
    request.reopen(Optional.of(first));
    return request.to(
        RequestState.RUNNING,
        What.STARTED,
        Person.HOLDFAST,
        now,
        "It ran as " + said.operation() + ", says " + said.by().name() + ".");
  }

  /** The operation that a person named cannot be ours; the outcome is as unknown as before. */
  public RequestEvent notFound(String why, Instant now) {
    Resolution said = lookedUp();
    request.settled(said.with(Standing.REFUSED, why));
    return request.to(RequestState.UNKNOWN, What.SETTLING_FAILED, Person.HOLDFAST, now, why);
  }

  /** What was followed or verified in vain gets its whole time once more. */
  public RequestEvent lookAgain(Person by, String comment, Instant now) {
    offers(Way.LOOK_AGAIN);
    RequestState back = from();
    request.reopen(request.progress().map(seen -> seen.followedFrom(now)));
    request.verifyingFrom(request.verifyingSince().map(before -> now));
    return say(back, by, Way.LOOK_AGAIN, "", comment, now);
  }

  /**
   * It never started: it is approved as before, and is checked and called once more. A safety
   * backup may be old by now, so another is taken first.
   */
  public RequestEvent callAgain(Person by, String comment, Instant now) {
    offers(Way.CALL_AGAIN);
    request.require(request.approving().hold(), "be called again without its approvals");
    request.require(!comment.isBlank(), "be called again without a reason");
    request.reopen(Optional.empty());
    request.keep(Optional.empty());
    return say(RequestState.APPROVED, by, Way.CALL_AGAIN, "", comment, now);
  }

  /** It succeeded, on a person's word: Holdfast itself couldn't read it. */
  public RequestEvent confirmed(Person by, String comment, Instant now) {
    offers(Way.CONFIRMED);
    request.require(!comment.isBlank(), "be confirmed without a reason");
    request.concluded(
        new Outcome(
            now,
            "%s checked %s and confirmed the outcome. Holdfast couldn't read it itself."
                .formatted(by.name(), request.terms().work().affected().displayName()),
            Optional.empty(),
            request.progress().flatMap(OperationProgress::operationId),
            true));
    return say(RequestState.SUCCEEDED, by, Way.CONFIRMED, "", comment, now);
  }

  /** The outcome stays unknown, and holds nobody up any more. */
  public RequestEvent giveUp(Person by, String comment, Instant now) {
    offers(Way.GIVE_UP);
    request.require(!comment.isBlank(), "be given up without a reason");
    return say(RequestState.UNKNOWN, by, Way.GIVE_UP, "", comment, now);
  }

  private RequestEvent say(
      RequestState next, Person by, Way way, String operation, String comment, Instant now) {
    Standing standing = way == Way.RAN_AS ? Standing.OPEN : Standing.DONE;
    request.said(
        new Resolution(request.version() + 1, by, now, way, operation, comment, standing, ""));
    String words = (way + " " + operation).strip();
    return request.to(
        next, What.SETTLED, by, now, comment.isBlank() ? words : words + ": " + comment);
  }

  private Resolution lookedUp() {
    request.require(pending().isPresent(), "be looked up");
    return pending().orElseThrow();
  }

  private void offers(Way way) {
    request.require(ways().contains(way), "be settled so");
    request.require(!request.leaving().isUnderWay(), "be settled while the mode is left");
  }

  /** Requests from before doubts were kept show by their progress how far they came. */
  private RequestState from() {
    return request
        .doubt()
        .map(UnknownOutcome::from)
        .orElse(request.progress().isPresent() ? RequestState.RUNNING : RequestState.STARTING);
  }

  private boolean isUnknown() {
    return request.state() == RequestState.UNKNOWN;
  }
}
