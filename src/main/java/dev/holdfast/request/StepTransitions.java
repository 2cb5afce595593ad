package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.RequestGuard.Attempt;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StartAttempts;
import dev.holdfast.request.step.StepEvent;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.StepStart;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.UnknownOutcome;
import dev.holdfast.request.step.UnresponsivePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How one call of the admin API goes: started, followed, verified, ended. Each method that returns
 * an event is a transition of the {@link Request} that it came from.
 */
public final class StepTransitions {

  private static final String NOT_TAKEN = "outcome.safetyBackup.notTaken";
  private static final String NOT_KNOWN = "outcome.safetyBackup.notKnown";

  private final Request request;
  private final StepRole role;

  StepTransitions(Request request, StepRole role) {
    this.request = request;
    this.role = role;
  }

  /** The request that needs it, and that is saved after each transition. */
  public Request request() {
    return request;
  }

  public StepRole role() {
    return role;
  }

  /** How far it is. */
  public StepRun run() {
    return request.step(role);
  }

  /** What is ordered. */
  public OperationSpec spec() {
    return run().spec();
  }

  /** When the intent to call was committed last; empty before. */
  public Optional<Instant> startCommittedAt() {
    return run().startCommittedAt();
  }

  /** The calls since it was last begun; one where a request from before says nothing. */
  public StartAttempts attempts() {
    return run()
        .start()
        .map(StepStart::attempts)
        .orElseGet(() -> StartAttempts.first(request.details().submission().at()));
  }

  /** Of the operation, once the service took the order. */
  public Optional<OperationProgress> progress() {
    return run().progress();
  }

  /**
   * The intent to call the admin API, to be committed before the call goes out.
   *
   * @param operationsBefore the IDs of all operations that the service lists for the environment
   * @param flavor which admin API lists them; empty where only one is used
   */
  public RequestEvent commitStart(
      Instant now, Set<String> operationsBefore, Optional<String> flavor) {
    return commitStart(StepStart.first(now, operationsBefore, flavor));
  }

  /** The same where it isn't known what the service listed: no operation is taken for ours. */
  public RequestEvent commitStart(Instant now) {
    return commitStart(StepStart.first(now));
  }

  private RequestEvent commitStart(StepStart start) {
    String words = role == StepRole.BEFORE ? spec().marker().orElse("") : "";
    return apply(
        StepEvent.START_COMMITTED,
        byWorker(start.lastCommittedAt()),
        words,
        step -> step.with(start));
  }

  /** The call is about to be repeated after the service showed nothing of the one before. */
  public RequestEvent repeatStart(Instant now) {
    return apply(
        StepEvent.START_REPEATED,
        byWorker(now),
        "again",
        step -> step.with(step.start().orElseThrow().again(now)));
  }

  /** The call ended without an answer, so nothing of it is on its way any more. */
  public void recordAnswerLost(Instant now) {
    StepRun step = run();
    request.require(step.state() == StepState.STARTING, "lose its answer");
    request.set(step.with(step.start().orElseThrow().answerLost(now)));
  }

  /** The service was read and shows nothing of the call; no reader of the card would notice. */
  public void recordNothingFound() {
    StepRun step = run();
    request.require(step.state() == StepState.STARTING, "be looked for");
    request.set(step.with(step.start().orElseThrow().nothingShown()));
  }

  /**
   * The service certainly did not begin: the request waits for its next try. What was made before
   * it is kept, and with it the turn: if another request changed the target in between, an undo
   * would bring back too little.
   */
  public RequestEvent notStarted(Message reason, Instant now) {
    RequestEvent event =
        apply(
            StepEvent.NOT_STARTED,
            byWorker(now),
            StoredMessage.english(reason),
            step -> role == StepRole.BEFORE ? step.reset() : step);
    request.data().waitReason = Optional.of(reason);
    return event;
  }

  /** The service took the order, or an operation of ours was found among the environment's. */
  public RequestEvent accepted(OperationProgress first, String how, Instant now) {
    return apply(StepEvent.ACCEPTED, byWorker(now), how, step -> step.with(Optional.of(first)));
  }

  /** The same, with the service's ID for support. */
  public RequestEvent accepted(
      OperationProgress first, Optional<String> correlationId, String how, Instant now) {
    request.data().correlationId = correlationId;
    return accepted(first, how, now);
  }

  /** The operation was seen; an event only when a reader of the card would notice. */
  public Optional<RequestEvent> observe(OperationProgress seen, Instant now) {
    StepRun before = run();
    request.requireRow(before, StepEvent.PROGRESSED, byWorker(now));
    StepRun next = before.with(Optional.of(before.progress().map(seen::mergedWith).orElse(seen)));
    recordResponse();
    boolean same =
        request.waitReason().isEmpty() && before.progress().filter(seen::isSameAs).isPresent();
    if (same) {
      request.set(next);
      return Optional.empty();
    }
    return Optional.of(
        apply(StepEvent.PROGRESSED, byWorker(now), seen.serviceStatus(), step -> next));
  }

  /**
   * The service was asked how it goes, and did not answer.
   *
   * @param away a pause between two looks that is longer was Holdfast's own
   */
  public UnresponsivePeriod recordNoResponse(Instant now, Duration away) {
    request.require(request.state().isExecuting(), "be asked for");
    UnresponsivePeriod next =
        request
            .data()
            .silence
            .map(it -> it.extend(now, away))
            .orElseGet(() -> new UnresponsivePeriod(now, now));
    request.data().silence = Optional.of(next);
    return next;
  }

  /** The service answers again. */
  public void recordResponse() {
    request.data().silence = Optional.empty();
  }

  /** The operation says that it succeeded; now the environment itself is looked at. */
  public RequestEvent beginVerification(Instant now) {
    return apply(
        StepEvent.OPERATION_SUCCEEDED,
        byWorker(now),
        "",
        step -> role == StepRole.MAIN ? step.verifiedSince(Optional.of(now)) : step);
  }

  /** Operation and environment both say so. */
  public RequestEvent succeed(Message message, Instant now) {
    request.require(role == StepRole.MAIN && !spec().setsState(), StepEvent.VERIFIED.words());
    request.requireRow(run(), StepEvent.VERIFIED, byWorker(now));
    request.data().outcome =
        Optional.of(new Outcome(now, message, Optional.empty(), Optional.empty(), true));
    return apply(StepEvent.VERIFIED, byWorker(now), StoredMessage.english(message), step -> step);
  }

  /** The service lists the backup. What comes after it begins when the service would restore it. */
  public RequestEvent taken(CreatedBackup listed, Instant now) {
    request.require(role == StepRole.BEFORE, StepEvent.VERIFIED.words());
    return apply(
        StepEvent.VERIFIED, byWorker(now), spec().marker().orElse(""), step -> step.with(listed));
  }

  /** It failed: the service refused the order, or its operation failed. */
  public RequestEvent fail(Outcome how) {
    return role == StepRole.BEFORE ? endBeforeMain(how, NOT_TAKEN) : end(StepEvent.FAILED, how);
  }

  /** What happened cannot be told: a person must look. */
  public RequestEvent outcomeUnknown(Outcome how) {
    return outcomeUnknown(how, List.of());
  }

  /**
   * The same, where operations were found.
   *
   * @param candidates of which one may be ours
   */
  public RequestEvent outcomeUnknown(Outcome how, List<CandidateOperation> candidates) {
    if (role == StepRole.BEFORE) {
      return endBeforeMain(how, NOT_KNOWN);
    }
    StepRun step = run();
    request.requireRow(step, StepEvent.OUTCOME_UNKNOWN, byWorker(how.at()));
    request.data().unknownOutcome = Optional.of(new UnknownOutcome(step.state(), candidates));
    return end(StepEvent.OUTCOME_UNKNOWN, how);
  }

  /** A person doesn't want it to be verified any longer, so a person must look. */
  RequestEvent stopWaiting(Attempt attempt, Outcome how) {
    StepRun step = run();
    request.requireRow(step, StepEvent.WAITING_STOPPED, attempt);
    request.data().unknownOutcome = Optional.of(new UnknownOutcome(step.state(), List.of()));
    request.data().outcome = Optional.of(how);
    String words = StoredMessage.english(how.message());
    return apply(StepEvent.WAITING_STOPPED, attempt, words, same -> same);
  }

  /**
   * Whatever goes wrong before the main step, the target is as it was: that is never unknown.
   *
   * @param code of the message that says so
   */
  private RequestEvent endBeforeMain(Outcome how, String code) {
    return end(
        StepEvent.FAILED,
        new Outcome(
            how.at(),
            Message.of(code, "kind", request.details().spec().kind()).then(how.message()),
            how.serviceMessage(),
            how.correlationId(),
            false));
  }

  private RequestEvent end(StepEvent event, Outcome how) {
    request.requireRow(run(), event, byWorker(how.at()));
    request.data().outcome = Optional.of(how);
    return apply(event, byWorker(how.at()), StoredMessage.english(how.message()), step -> step);
  }

  /** A person resolves an unknown outcome of it. */
  RequestEvent resolve(
      StepEvent event, Attempt attempt, String words, UnaryOperator<StepRun> change) {
    return apply(event, attempt, words, change);
  }

  private static Attempt byWorker(Instant now) {
    return Attempt.ofWorker(now);
  }

  private RequestEvent apply(
      StepEvent event, Attempt attempt, String words, UnaryOperator<StepRun> change) {
    return request.apply(role, event, attempt, words, change);
  }
}
