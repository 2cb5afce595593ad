package dev.holdfast.request;

import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.UnknownOutcome;

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
    List<Resolution> all = request.resolutions();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** What was said and is being looked up. */
  public Optional<Resolution> inProgress() {
    return last().filter(said -> isUnknown() && said.status() == ResolutionStatus.OPEN);
  }

  /** Whether the outcome stays unknown for good, because somebody said so. */
  public boolean isGivenUp() {
    return isUnknown() && last().filter(said -> said.kind() == ResolutionKind.GIVE_UP).isPresent();
  }

  /** Whether the outcome is unknown and nobody has settled it. */
  public boolean isNeeded() {
    return isUnknown() && !isGivenUp();
  }

  /** Operations of which one may be ours. */
  public List<CandidateOperation> candidates() {
    return request.unknownOutcome().map(UnknownOutcome::candidates).orElse(List.of());
  }

  /** The ways in which it can be settled now; none while one is looked up. */
  public Set<ResolutionKind> options() {
    if (!isNeeded() || inProgress().isPresent()) {
      return EnumSet.noneOf(ResolutionKind.class);
    }
    boolean seen = request.progress().flatMap(OperationProgress::operationId).isPresent();
    return switch (from()) {
      case STARTING ->
          EnumSet.of(ResolutionKind.RAN_AS, ResolutionKind.CALL_AGAIN, ResolutionKind.GIVE_UP);
      case RUNNING ->
          seen
              ? EnumSet.of(
                  ResolutionKind.LOOK_AGAIN, ResolutionKind.CONFIRMED, ResolutionKind.GIVE_UP)
              : EnumSet.of(
                  ResolutionKind.RAN_AS,
                  ResolutionKind.LOOK_AGAIN,
                  ResolutionKind.CALL_AGAIN,
                  ResolutionKind.GIVE_UP);
      default ->
          EnumSet.of(ResolutionKind.LOOK_AGAIN, ResolutionKind.CONFIRMED, ResolutionKind.GIVE_UP);
    };
  }

  /** It ran as an operation that Holdfast has to look up first. */
  public RequestEvent resolveAsOperation(Person by, String operation, String comment, Instant now) {
    offers(ResolutionKind.RAN_AS);
    return say(RequestState.UNKNOWN, by, ResolutionKind.RAN_AS, operation, comment, now);
  }

  /** The operation that a person named is there, and is followed. */
  public RequestEvent operationFound(OperationProgress first, Instant now) {
    Resolution said = lookedUp();
    request.updateResolution(said.with(ResolutionStatus.DONE, ""));
    request.reopen(Optional.of(first));
    return request.transitionTo(
        RequestState.RUNNING,
        RequestEventType.STARTED,
        Person.HOLDFAST,
        now,
        "It ran as " + said.operation() + ", says " + said.by().name() + ".");
  }

  /** The operation that a person named cannot be ours; the outcome is as unknown as before. */
  public RequestEvent operationNotFound(String why, Instant now) {
    Resolution said = lookedUp();
    request.updateResolution(said.with(ResolutionStatus.REFUSED, why));
    return request.transitionTo(
        RequestState.UNKNOWN, RequestEventType.SETTLING_FAILED, Person.HOLDFAST, now, why);
  }

  /** What was followed or verified in vain gets its whole time once more. */
  public RequestEvent lookAgain(Person by, String comment, Instant now) {
    offers(ResolutionKind.LOOK_AGAIN);
    RequestState back = from();
    request.reopen(request.progress().map(seen -> seen.followedFrom(now)));
    request.verifyingFrom(request.verificationStartedAt().map(before -> now));
    return say(back, by, ResolutionKind.LOOK_AGAIN, "", comment, now);
  }

  /**
   * It never started: it is approved as before, and is checked and called once more. A safety
   * backup may be old by now, so another is taken first.
   */
  public RequestEvent callAgain(Person by, String comment, Instant now) {
    offers(ResolutionKind.CALL_AGAIN);
    request.require(
        request.approval().hasRequiredApprovals(), "be called again without its approvals");
    request.require(!comment.isBlank(), "be called again without a reason");
    request.reopen(Optional.empty());
    request.setSafetyBackup(Optional.empty());
    return say(RequestState.APPROVED, by, ResolutionKind.CALL_AGAIN, "", comment, now);
  }

  /** It succeeded, on a person's word: Holdfast itself couldn't read it. */
  public RequestEvent confirm(Person by, String comment, Instant now) {
    offers(ResolutionKind.CONFIRMED);
    request.require(!comment.isBlank(), "be confirmed without a reason");
    request.concluded(
        new Outcome(
            now,
            "%s checked %s and confirmed the outcome. Holdfast couldn't read it itself."
                .formatted(by.name(), request.details().spec().affected().displayName()),
            Optional.empty(),
            request.progress().flatMap(OperationProgress::operationId),
            true));
    return say(RequestState.SUCCEEDED, by, ResolutionKind.CONFIRMED, "", comment, now);
  }

  /** The outcome stays unknown, and holds nobody up any more. */
  public RequestEvent giveUp(Person by, String comment, Instant now) {
    offers(ResolutionKind.GIVE_UP);
    request.require(!comment.isBlank(), "be given up without a reason");
    return say(RequestState.UNKNOWN, by, ResolutionKind.GIVE_UP, "", comment, now);
  }

  private RequestEvent say(
      RequestState next,
      Person by,
      ResolutionKind way,
      String operation,
      String comment,
      Instant now) {
    ResolutionStatus standing =
        way == ResolutionKind.RAN_AS ? ResolutionStatus.OPEN : ResolutionStatus.DONE;
    request.addResolution(
        new Resolution(request.version() + 1, by, now, way, operation, comment, standing, ""));
    String words = (way + " " + operation).strip();
    return request.transitionTo(
        next,
        RequestEventType.SETTLED,
        by,
        now,
        comment.isBlank() ? words : words + ": " + comment);
  }

  private Resolution lookedUp() {
    request.require(inProgress().isPresent(), "be looked up");
    return inProgress().orElseThrow();
  }

  private void offers(ResolutionKind way) {
    request.require(options().contains(way), "be settled so");
    request.require(!request.leaving().isUnderWay(), "be settled while the mode is left");
  }

  /** Requests from before doubts were kept show by their progress how far they came. */
  private RequestState from() {
    return request
        .unknownOutcome()
        .map(UnknownOutcome::from)
        .orElse(request.progress().isPresent() ? RequestState.RUNNING : RequestState.STARTING);
  }

  private boolean isUnknown() {
    return request.state() == RequestState.UNKNOWN;
  }
}
