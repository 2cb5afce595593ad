package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.RequestGuard.Attempt;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.step.StepEvent;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.StepTransition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What somebody asked for: its approval, the plan of its steps, and how it ended. A request changes
 * only by the rows of {@link RequestTransitions} and {@link StepTransition}: each raises the
 * version and yields the event that belongs to it. What has no row throws {@link
 * IllegalTransitionException} and changes nothing.
 *
 * <p>The transitions of each part of its life stand in classes of their own, which reach the
 * request through its package-private methods; nobody else does.
 */
public final class Request {

  private final RequestId id;
  private final RequestDetails details;
  private final Plan plan;
  private final Optional<String> document;
  private final RequestData data;
  private RequestState state;
  private long version;

  private Request(RequestId id, RequestSnapshot snapshot, Optional<String> document) {
    this.id = id;
    this.details = snapshot.details();
    this.state = snapshot.state();
    this.version = snapshot.version();
    this.plan = new Plan(snapshot.steps());
    this.data = RequestData.of(snapshot);
    this.document = document;
  }

  /** A request as it was at a moment, with the document that it was read from. */
  public static Request from(RequestId id, RequestSnapshot snapshot, String document) {
    return new Request(id, snapshot, Optional.of(document));
  }

  public RequestSnapshot snapshot() {
    return new RequestSnapshot(
        details,
        state,
        version,
        data.approval(),
        steps(),
        data.waiting(),
        data.end(),
        data.target());
  }

  /** A new request: awaiting approval, or approved where the policy asks for nobody's. */
  public static Request submit(RequestId id, RequestDetails details) {
    RequestState state =
        details.approvalTerms().approvals() > 0
            ? RequestState.AWAITING_APPROVAL
            : RequestState.APPROVED;
    return new Request(
        id,
        RequestSnapshot.submitted(details, state, Plan.of(id, details.spec())),
        Optional.empty());
  }

  /**
   * A new run of a series, with the approvals of the series as its own: approved where the policy
   * asks for no more.
   *
   * @param approval the request of the series, by which it's approved
   */
  public static Request submitRun(RequestId id, RequestDetails details, Request approval) {
    Request run = submit(id, details);
    if (run.state == RequestState.AWAITING_APPROVAL) {
      approval.decisions().stream()
          .filter(Decision::isApprovalInForce)
          .filter(decision -> decision.digest().equals(approval.details().digest()))
          .map(decision -> decision.ofDigest(details.digest()))
          .forEach(run.data.decisions::add);
      run.state =
          run.approval().hasRequiredApprovals()
              ? RequestState.APPROVED
              : RequestState.AWAITING_APPROVAL;
    }
    return run;
  }

  /** The event of the submission. */
  public RequestEvent submitted() {
    return submitted(details.requester(), details.reason());
  }

  /** The same of a run: by Holdfast, for its series. */
  public RequestEvent submittedAsRun(String words) {
    return submitted(Person.HOLDFAST, words);
  }

  private RequestEvent submitted(Person by, String words) {
    require(version == 1, "be submitted");
    return event(RequestEventType.SUBMITTED, by, details.submission().at(), words);
  }

  /** It cannot go on yet; the card says why. The same reason again is no event. */
  public Optional<RequestEvent> waitFor(Message reason, Instant now) {
    return waitFor(RequestTrigger.WAITED, reason, now);
  }

  Optional<RequestEvent> waitFor(RequestTrigger trigger, Message reason, Instant now) {
    if (data.waitReason.filter(reason::equals).isPresent()) {
      requireRow(trigger, Attempt.ofWorker(now));
      return Optional.empty();
    }
    RequestEvent event =
        apply(trigger, Attempt.ofWorker(now), StoredMessage.english(reason), () -> {});
    data.waitReason = Optional.of(reason);
    return Optional.of(event);
  }

  /** What people decide about it. */
  public ApprovalTransitions approval() {
    return new ApprovalTransitions(this);
  }

  /** Whether it's an emergency, and what came of that. */
  public EmergencyTransitions emergency() {
    return new EmergencyTransitions(this);
  }

  /** How it lets others go first. */
  public QueueTransitions queue() {
    return new QueueTransitions(this);
  }

  /** The call that is to be made next, or was made last. */
  public StepTransitions nextStep() {
    return new StepTransitions(this, plan.next().role());
  }

  /** How the backup is taken that comes before anything is overwritten, where one is planned. */
  public StepTransitions safetyBackupStep() {
    return new StepTransitions(this, StepRole.BEFORE);
  }

  /** How what it asks for is carried out. */
  public StepTransitions mainStep() {
    return new StepTransitions(this, StepRole.MAIN);
  }

  /** How each call of its plan goes, in their order. */
  public List<StepTransitions> transitions() {
    return plan.steps().stream().map(step -> new StepTransitions(this, step.role())).toList();
  }

  /** What people say about an outcome that is not known. */
  public ResolutionTransitions resolution() {
    return new ResolutionTransitions(this);
  }

  /** What its end leaves behind on the target. */
  public CompletedRequest completed() {
    return new CompletedRequest(this);
  }

  /** What becomes of administration mode on the target. */
  public LeaveTransitions leaving() {
    return new LeaveTransitions(this);
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
    return List.copyOf(data.decisions);
  }

  /** The rules for deciding about it that are in force; they only ever became stricter. */
  public ApprovalTerms terms() {
    return data.terms;
  }

  public List<StepRun> steps() {
    return plan.steps();
  }

  /** Why it does not go on at the moment. */
  public Optional<Message> waitReason() {
    return data.waitReason;
  }

  public Optional<OperationProgress> progress() {
    return plan.main().progress();
  }

  public Optional<Outcome> outcome() {
    return data.outcome;
  }

  /** The service's ID for support: of the end, or of the call whose answer has just come. */
  public Optional<String> correlationId() {
    return data.outcome.flatMap(Outcome::correlationId).or(() -> data.correlationId);
  }

  /** Administration mode on the target; empty when it was not seen in it. */
  public Optional<TargetAdminMode> administrationMode() {
    return data.administrationMode;
  }

  /** The backup of the target before it was overwritten; empty when none was begun. */
  public Optional<SafetyBackup> safetyBackup() {
    return plan.steps().stream().flatMap(step -> SafetyBackup.of(step).stream()).findFirst();
  }

  /** Since when its end is verified; empty before, and in requests from before this was kept. */
  public Optional<Instant> verificationStartedAt() {
    return plan.main().verificationStartedAt();
  }

  /** How it waited for others; empty when it never had to. */
  public Optional<QueuePosition> queuePosition() {
    return data.queuePosition;
  }

  /** What it was read from, with fields that only a newer version knows; empty when new. */
  public Optional<String> document() {
    return document;
  }

  StepRun step(StepRole role) {
    return plan.step(role)
        .orElseThrow(() -> new IllegalTransitionException(id, state, "have such a step"));
  }

  /** What has to succeed before a step. */
  List<StepRun> stepsBefore(StepRole role) {
    return plan.before(role);
  }

  /** Moves it by a row of its table. */
  RequestEvent apply(RequestTrigger trigger, Attempt attempt, String words, Runnable change) {
    RequestTransitions.Row row = requireRow(trigger, attempt);
    change.run();
    if (trigger.endsWait()) {
      data.goesOn();
    }
    state = row.to();
    return emit(trigger.type(), attempt.by(), attempt.now(), words);
  }

  /** Moves it by an event of one of its steps; its state follows from where its steps are then. */
  RequestEvent apply(
      StepRole role,
      StepEvent event,
      Attempt attempt,
      String words,
      UnaryOperator<StepRun> change) {
    StepRun step = step(role);
    StepTransition row = requireRow(step, event, attempt);
    set(change.apply(step).in(row.to()));
    data.goesOn();
    state = plan.state();
    return emit(StepEvents.type(role, event), attempt.by(), attempt.now(), words);
  }

  /** Refuses what the table doesn't allow. */
  RequestTransitions.Row requireRow(RequestTrigger trigger, Attempt attempt) {
    return RequestTransitions.of(this, trigger, attempt)
        .orElseThrow(() -> new IllegalTransitionException(id, state, trigger.words()));
  }

  /** Refuses what the tables don't allow; its steps move it only while it is in their hands. */
  StepTransition requireRow(StepRun step, StepEvent event, Attempt attempt) {
    require(state == plan.state(), event.words());
    return RequestTransitions.of(this, step, event, attempt.at(step.role()))
        .orElseThrow(() -> new IllegalTransitionException(id, state, event.words()));
  }

  /** Something happened that a reader of the card would notice. */
  RequestEvent emit(RequestEventType type, Person who, Instant now, String words) {
    version++;
    return event(type, who, now, words);
  }

  private RequestEvent event(RequestEventType type, Person who, Instant at, String words) {
    return new RequestEvent(id, version, type, state, who, at, words);
  }

  void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalTransitionException(id, state, what);
    }
  }

  void set(StepRun next) {
    plan.set(next);
  }

  /** What its transitions change besides state, version and steps. */
  RequestData data() {
    return data;
  }
}
