package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.RequestGuard.Attempt;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.ResolutionStatus;
import dev.holdfast.request.step.StepEvent;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.StepTransition;
import dev.holdfast.request.step.UnknownOutcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a person settles an outcome that is not known. Each method is a transition of the {@link
 * Request} that it came from, as the request's own are.
 */
public final class ResolutionTransitions {

  private static final Message NO_OBJECTION = Message.plain("");

  private final Request request;

  ResolutionTransitions(Request request) {
    this.request = request;
  }

  /** Why the outcome is, or was last, not known. */
  public Optional<UnknownOutcome> unknownOutcome() {
    return request.data().unknownOutcome;
  }

  /** What people said about an outcome that was not known, in their order. */
  public List<Resolution> all() {
    return List.copyOf(request.data().resolutions);
  }

  /** What was said last. */
  public Optional<Resolution> last() {
    List<Resolution> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** What was said and is being looked up. */
  public Optional<Resolution> inProgress() {
    return last().filter(said -> isUnknown() && said.status() == ResolutionStatus.OPEN);
  }

  /** That it be called again, as one person said and a second one hasn't confirmed yet. */
  public Optional<Resolution> proposal() {
    return last().filter(said -> isUnknown() && said.status() == ResolutionStatus.PROPOSED);
  }

  /** The same, where there is still time to confirm it. */
  public Optional<Resolution> proposal(Instant now) {
    return proposal().filter(said -> now.isBefore(said.confirmableUntil()));
  }

  /** Whether the outcome stays unknown for good, because somebody said so. */
  public boolean isGivenUp() {
    return isUnknown() && last().filter(said -> said.kind() == ResolutionKind.GIVE_UP).isPresent();
  }

  /**
   * Whether the outcome is unknown and nobody has settled it. What has parts is settled by settling
   * these.
   */
  public boolean isNeeded() {
    return isUnknown() && !isGivenUp() && !request.details().spec().hasParts();
  }

  /** Operations of which one may be ours. */
  public List<CandidateOperation> candidates() {
    return unknownOutcome().map(UnknownOutcome::candidates).orElse(List.of());
  }

  /** The ways in which it can be settled now; none while one is looked up. */
  public Set<ResolutionKind> options() {
    if (!isNeeded() || inProgress().isPresent()) {
      return Set.of();
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
    requireOffered(ResolutionKind.RAN_AS);
    Resolution said =
        resolution(by, ResolutionKind.RAN_AS, operation, comment, ResolutionStatus.OPEN, now);
    return request.apply(
        RequestTrigger.OPERATION_NAMED,
        Attempt.of(by, now, comment),
        words(said),
        () -> request.data().resolutions.add(said));
  }

  /** The operation that a person named is there, and is followed. */
  public RequestEvent operationFound(OperationProgress first, Instant now) {
    Attempt attempt = Attempt.ofWorker(now);
    request.requireRow(request.mainStep().run(), StepEvent.RESOLVED_AS_RUNNING, attempt);
    Resolution said = inProgress().orElseThrow();
    RequestEvent event =
        request.apply(
            StepRole.MAIN,
            StepEvent.RESOLVED_AS_RUNNING,
            attempt,
            StoredMessage.english(
                Message.of(
                    "resolution.found", "operation", said.operation(), "person", said.by().name())),
            step -> step.with(Optional.of(first)));
    request.data().updateResolution(said.with(ResolutionStatus.DONE, NO_OBJECTION));
    request.data().reopen();
    return event;
  }

  /** The operation that a person named cannot be ours; the outcome is as unknown as before. */
  public RequestEvent operationNotFound(Message why, Instant now) {
    return request.apply(
        RequestTrigger.OPERATION_NOT_FOUND,
        Attempt.ofWorker(now),
        StoredMessage.english(why),
        () ->
            request
                .data()
                .updateResolution(inProgress().orElseThrow().with(ResolutionStatus.REFUSED, why)));
  }

  /** What was followed or verified in vain gets its whole time once more. */
  public RequestEvent lookAgain(Person by, String comment, Instant now) {
    RequestEvent event =
        resolve(
            from() == StepState.RUNNING
                ? StepEvent.RESOLVED_POLL_AGAIN
                : StepEvent.RESOLVED_VERIFY_AGAIN,
            resolution(by, ResolutionKind.LOOK_AGAIN, "", comment, ResolutionStatus.DONE, now),
            step ->
                step.with(step.progress().map(seen -> seen.followedFrom(now)))
                    .verifiedSince(step.verificationStartedAt().map(before -> now)));
    request.data().reopen();
    return event;
  }

  /** It never started, says one person: it's called again once another one says so, too. */
  public RequestEvent proposeCallAgain(Person by, String comment, Instant now) {
    requireOffered(ResolutionKind.CALL_AGAIN);
    Resolution said =
        resolution(by, ResolutionKind.CALL_AGAIN, "", comment, ResolutionStatus.PROPOSED, now);
    return request.apply(
        RequestTrigger.CALL_PROPOSED,
        Attempt.of(by, now, comment),
        words(said),
        () -> request.data().resolutions.add(said));
  }

  /**
   * It never started, says a second person: it is approved as before, and is checked and called
   * once more. A safety backup may be old by now, so another is taken first.
   */
  public RequestEvent callAgain(Person by, String comment, Instant now) {
    RequestEvent event =
        resolve(
            StepEvent.RESOLVED_NOT_STARTED,
            resolution(by, ResolutionKind.CALL_AGAIN, "", comment, ResolutionStatus.DONE, now),
            step -> {
              resetStepsBefore();
              return step.with(Optional.<OperationProgress>empty());
            });
    request.data().reopen();
    return event;
  }

  private void resetStepsBefore() {
    for (StepRun step : request.stepsBefore(StepRole.MAIN)) {
      StepTransition.of(step, StepEvent.RESOLVED_NOT_STARTED)
          .ifPresent(row -> request.set(step.reset().in(row.to())));
    }
  }

  /** It succeeded, on a person's word: Holdfast itself couldn't read it. */
  public RequestEvent confirm(Person by, String comment, Instant now) {
    RequestEvent event =
        resolve(
            StepEvent.RESOLVED_AS_SUCCEEDED,
            resolution(by, ResolutionKind.CONFIRMED, "", comment, ResolutionStatus.DONE, now),
            step -> step);
    request.data().outcome =
        Optional.of(
            new Outcome(
                now,
                Message.of(
                    "outcome.confirmed",
                    "person",
                    by.name(),
                    "environment",
                    request.details().spec().affected().displayName()),
                Optional.empty(),
                request.progress().flatMap(OperationProgress::operationId),
                true));
    return event;
  }

  /** The outcome stays unknown, and holds nobody up any more. */
  public RequestEvent giveUp(Person by, String comment, Instant now) {
    requireOffered(ResolutionKind.GIVE_UP);
    Resolution said =
        resolution(by, ResolutionKind.GIVE_UP, "", comment, ResolutionStatus.DONE, now);
    return request.apply(
        RequestTrigger.GIVEN_UP,
        Attempt.of(by, now, comment),
        words(said),
        () -> request.data().resolutions.add(said));
  }

  private RequestEvent resolve(StepEvent event, Resolution said, UnaryOperator<StepRun> change) {
    requireOffered(said.kind());
    RequestEvent resolved =
        request.apply(
            StepRole.MAIN,
            event,
            Attempt.of(said.by(), said.at(), said.comment()),
            words(said),
            change);
    request.data().resolutions.add(said);
    return resolved;
  }

  private Resolution resolution(
      Person by,
      ResolutionKind kind,
      String operation,
      String comment,
      ResolutionStatus status,
      Instant now) {
    return new Resolution(
        request.version() + 1, by, now, kind, operation, comment, status, NO_OBJECTION);
  }

  private static String words(Resolution said) {
    String proposed = said.status() == ResolutionStatus.PROPOSED ? "proposed" : "";
    String words = (said.kind() + " " + said.operation() + proposed).strip();
    return said.comment().isBlank() ? words : words + ": " + said.comment();
  }

  private void requireOffered(ResolutionKind kind) {
    request.require(options().contains(kind), "be settled so");
    request.require(!request.leaving().isUnderWay(), "be settled while the mode is left");
  }

  /** Requests from before doubts were kept show by their progress how far they came. */
  private StepState from() {
    return unknownOutcome()
        .map(UnknownOutcome::from)
        .orElse(request.progress().isPresent() ? StepState.RUNNING : StepState.STARTING);
  }

  private boolean isUnknown() {
    return request.state() == RequestState.UNKNOWN;
  }
}
