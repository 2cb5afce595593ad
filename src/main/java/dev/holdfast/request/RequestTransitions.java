package dev.holdfast.request;

import static dev.holdfast.request.RequestGuard.AN_APPROVAL_IN_FORCE;
import static dev.holdfast.request.RequestGuard.APPROVALS_HOLD;
import static dev.holdfast.request.RequestGuard.A_REHEARSAL;
import static dev.holdfast.request.RequestGuard.ERRORS_TO_BE_READ;
import static dev.holdfast.request.RequestGuard.FINOPS_AWAITED;
import static dev.holdfast.request.RequestGuard.FINOPS_IS_LATE;
import static dev.holdfast.request.RequestGuard.FINOPS_NOT_TOLD;
import static dev.holdfast.request.RequestGuard.LAST_APPROVAL_NEEDED;
import static dev.holdfast.request.RequestGuard.LOOKED_UP;
import static dev.holdfast.request.RequestGuard.MAY_BE_IN_ADMIN_MODE;
import static dev.holdfast.request.RequestGuard.MORE_APPROVALS_NEEDED;
import static dev.holdfast.request.RequestGuard.NOTHING_BEGUN;
import static dev.holdfast.request.RequestGuard.NOT_A_REHEARSAL;
import static dev.holdfast.request.RequestGuard.NOT_DECIDED_BEFORE;
import static dev.holdfast.request.RequestGuard.NOT_GIVEN_UP;
import static dev.holdfast.request.RequestGuard.NOT_LOOKED_UP;
import static dev.holdfast.request.RequestGuard.NOT_THE_REQUESTER;
import static dev.holdfast.request.RequestGuard.PROPOSED_BY_ANOTHER;
import static dev.holdfast.request.RequestGuard.REVIEW_MISSING;
import static dev.holdfast.request.RequestGuard.SAME_DIGEST;
import static dev.holdfast.request.RequestGuard.START_IS_DUE;
import static dev.holdfast.request.RequestGuard.START_IS_OVER;
import static dev.holdfast.request.RequestGuard.STEPS_BEFORE_DONE;
import static dev.holdfast.request.RequestGuard.TARGET_TO_BE_SEEN;
import static dev.holdfast.request.RequestGuard.THE_REQUESTER;
import static dev.holdfast.request.RequestGuard.TIME_IS_UP;
import static dev.holdfast.request.RequestGuard.WITH_A_REASON;
import static dev.holdfast.request.RequestState.APPROVED;
import static dev.holdfast.request.RequestState.AWAITING_APPROVAL;
import static dev.holdfast.request.RequestState.CANCELLED;
import static dev.holdfast.request.RequestState.EXPIRED;
import static dev.holdfast.request.RequestState.FAILED;
import static dev.holdfast.request.RequestState.MISSED;
import static dev.holdfast.request.RequestState.REHEARSED;
import static dev.holdfast.request.RequestState.REJECTED;
import static dev.holdfast.request.RequestState.RUNNING;
import static dev.holdfast.request.RequestState.SAFETY_BACKUP;
import static dev.holdfast.request.RequestState.STARTING;
import static dev.holdfast.request.RequestState.SUCCEEDED;
import static dev.holdfast.request.RequestState.UNKNOWN;
import static dev.holdfast.request.RequestState.VERIFYING;
import static dev.holdfast.request.RequestState.VOIDED;
import static dev.holdfast.request.step.Actor.APPROVER;
import static dev.holdfast.request.step.Actor.CLOCK;
import static dev.holdfast.request.step.Actor.REQUESTER;
import static dev.holdfast.request.step.Actor.WORKER;

import dev.holdfast.request.RequestGuard.Attempt;
import dev.holdfast.request.step.Actor;
import dev.holdfast.request.step.StepEvent;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.StepTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables by which a request moves; what isn't in them is refused. Where a step of its plan
 * moves it, the state of the request follows from its steps, and {@link StepTransition#TABLE} says
 * what is allowed.
 */
final class RequestTransitions {

  private static final RequestGuard[] RESOLVABLE = {NOT_LOOKED_UP, NOT_GIVEN_UP};

  /** What moves a request besides its steps. */
  static final List<Row> TABLE =
      Stream.of(
              start(AWAITING_APPROVAL),
              start(APPROVED),
              row(
                  AWAITING_APPROVAL,
                  RequestTrigger.APPROVED,
                  AWAITING_APPROVAL,
                  APPROVER,
                  NOT_THE_REQUESTER,
                  NOT_DECIDED_BEFORE,
                  SAME_DIGEST,
                  MORE_APPROVALS_NEEDED),
              row(
                  AWAITING_APPROVAL,
                  RequestTrigger.APPROVED,
                  APPROVED,
                  APPROVER,
                  NOT_THE_REQUESTER,
                  NOT_DECIDED_BEFORE,
                  SAME_DIGEST,
                  LAST_APPROVAL_NEEDED),
              row(
                  AWAITING_APPROVAL,
                  RequestTrigger.REJECTED,
                  REJECTED,
                  APPROVER,
                  NOT_THE_REQUESTER),
              row(
                  AWAITING_APPROVAL,
                  RequestTrigger.APPROVAL_WITHDRAWN,
                  AWAITING_APPROVAL,
                  APPROVER,
                  AN_APPROVAL_IN_FORCE),
              row(
                  APPROVED,
                  RequestTrigger.APPROVAL_WITHDRAWN,
                  AWAITING_APPROVAL,
                  APPROVER,
                  AN_APPROVAL_IN_FORCE),
              row(
                  SAFETY_BACKUP,
                  RequestTrigger.APPROVAL_WITHDRAWN,
                  SAFETY_BACKUP,
                  APPROVER,
                  AN_APPROVAL_IN_FORCE),
              row(APPROVED, RequestTrigger.REOPENED, AWAITING_APPROVAL, WORKER),
              row(AWAITING_APPROVAL, RequestTrigger.VOIDED, VOIDED, WORKER),
              row(AWAITING_APPROVAL, RequestTrigger.ESCALATED, AWAITING_APPROVAL, CLOCK),
              row(AWAITING_APPROVAL, RequestTrigger.EXPIRED, EXPIRED, CLOCK, TIME_IS_UP),
              row(AWAITING_APPROVAL, RequestTrigger.CANCELLED, CANCELLED, REQUESTER, THE_REQUESTER),
              row(APPROVED, RequestTrigger.CANCELLED, CANCELLED, REQUESTER, THE_REQUESTER),
              row(
                  SAFETY_BACKUP,
                  RequestTrigger.CANCELLED,
                  CANCELLED,
                  REQUESTER,
                  THE_REQUESTER,
                  NOTHING_BEGUN),
              row(APPROVED, RequestTrigger.VOIDED, VOIDED, WORKER),
              row(SAFETY_BACKUP, RequestTrigger.VOIDED, VOIDED, WORKER, NOTHING_BEGUN),
              row(APPROVED, RequestTrigger.MISSED, MISSED, CLOCK, START_IS_OVER),
              row(
                  SAFETY_BACKUP,
                  RequestTrigger.MISSED,
                  MISSED,
                  CLOCK,
                  START_IS_OVER,
                  NOTHING_BEGUN),
              row(
                  APPROVED,
                  RequestTrigger.REHEARSED,
                  REHEARSED,
                  WORKER,
                  A_REHEARSAL,
                  APPROVALS_HOLD,
                  START_IS_DUE),
              stays(APPROVED, RequestTrigger.WAITED),
              stays(SAFETY_BACKUP, RequestTrigger.WAITED),
              stays(STARTING, RequestTrigger.WAITED),
              stays(RUNNING, RequestTrigger.WAITED),
              stays(VERIFYING, RequestTrigger.WAITED),
              stays(VERIFYING, RequestTrigger.FINOPS_LATE, FINOPS_AWAITED, FINOPS_NOT_TOLD),
              stays(APPROVED, RequestTrigger.QUEUED),
              stays(APPROVED, RequestTrigger.DEQUEUED),
              stays(SAFETY_BACKUP, RequestTrigger.DEQUEUED),
              row(UNKNOWN, RequestTrigger.OPERATION_NAMED, UNKNOWN, APPROVER, RESOLVABLE),
              row(
                  UNKNOWN,
                  RequestTrigger.CALL_PROPOSED,
                  UNKNOWN,
                  APPROVER,
                  NOT_LOOKED_UP,
                  NOT_GIVEN_UP,
                  WITH_A_REASON,
                  APPROVALS_HOLD),
              stays(UNKNOWN, RequestTrigger.OPERATION_NOT_FOUND, LOOKED_UP),
              row(
                  UNKNOWN,
                  RequestTrigger.GIVEN_UP,
                  UNKNOWN,
                  APPROVER,
                  NOT_LOOKED_UP,
                  NOT_GIVEN_UP,
                  WITH_A_REASON),
              stays(FAILED, RequestTrigger.TARGET_SEEN, TARGET_TO_BE_SEEN),
              stays(UNKNOWN, RequestTrigger.TARGET_SEEN, TARGET_TO_BE_SEEN),
              stays(FAILED, RequestTrigger.SERVICE_ERRORS_READ, ERRORS_TO_BE_READ),
              stays(UNKNOWN, RequestTrigger.SERVICE_ERRORS_READ, ERRORS_TO_BE_READ),
              stays(FAILED, RequestTrigger.ADMIN_MODE_SEEN, MAY_BE_IN_ADMIN_MODE),
              stays(UNKNOWN, RequestTrigger.ADMIN_MODE_SEEN, MAY_BE_IN_ADMIN_MODE),
              reviewed(RUNNING),
              reviewed(VERIFYING),
              reviewed(SUCCEEDED),
              reviewed(FAILED),
              reviewed(UNKNOWN))
          .toList();

  /** What must hold of the request where a step moves it. */
  static final Map<StepEvent, List<RequestGuard>> STEP_GUARDS =
      Map.of(
          StepEvent.START_COMMITTED,
              List.of(NOT_A_REHEARSAL, APPROVALS_HOLD, STEPS_BEFORE_DONE, START_IS_DUE),
          StepEvent.START_REPEATED, List.of(START_IS_DUE),
          StepEvent.VERIFIED, List.of(NOT_A_REHEARSAL),
          StepEvent.WAITING_STOPPED, List.of(FINOPS_IS_LATE, WITH_A_REASON),
          StepEvent.RESOLVED_AS_RUNNING, List.of(LOOKED_UP),
          StepEvent.RESOLVED_POLL_AGAIN, List.of(RESOLVABLE),
          StepEvent.RESOLVED_VERIFY_AGAIN, List.of(RESOLVABLE),
          StepEvent.RESOLVED_AS_SUCCEEDED, List.of(NOT_LOOKED_UP, NOT_GIVEN_UP, WITH_A_REASON),
          StepEvent.RESOLVED_NOT_STARTED,
              List.of(
                  NOT_LOOKED_UP, NOT_GIVEN_UP, WITH_A_REASON, APPROVALS_HOLD, PROPOSED_BY_ANOTHER));

  /**
   * A row of the table.
   *
   * @param from empty for a request that is just submitted
   */
  record Row(
      Optional<RequestState> from,
      RequestTrigger event,
      RequestState to,
      Actor actor,
      List<RequestGuard> guards) {

    boolean fits(Request request, RequestTrigger trigger, Attempt attempt) {
      return event == trigger
          && from.filter(state -> state == request.state()).isPresent()
          && guards.stream().allMatch(guard -> guard.holdsOf(request, attempt));
    }
  }

  private RequestTransitions() {}

  /** The row by which a request moves; empty where it's refused. */
  static Optional<Row> of(Request request, RequestTrigger trigger, Attempt attempt) {
    return TABLE.stream().filter(row -> row.fits(request, trigger, attempt)).findFirst();
  }

  /** The same where one of its steps moves it. */
  static Optional<StepTransition> of(
      Request request, StepRun step, StepEvent event, Attempt attempt) {
    boolean holds =
        STEP_GUARDS.getOrDefault(event, List.of()).stream()
            .allMatch(guard -> guard.holdsOf(request, attempt));
    return holds ? StepTransition.of(step, event) : Optional.empty();
  }

  private static Row start(RequestState to) {
    return new Row(Optional.empty(), RequestTrigger.SUBMITTED, to, REQUESTER, List.of());
  }

  private static Row reviewed(RequestState state) {
    return row(
        state,
        RequestTrigger.REVIEWED,
        state,
        APPROVER,
        NOT_THE_REQUESTER,
        WITH_A_REASON,
        REVIEW_MISSING);
  }

  private static Row stays(RequestState state, RequestTrigger event, RequestGuard... guards) {
    return row(state, event, state, WORKER, guards);
  }

  private static Row row(
      RequestState from,
      RequestTrigger event,
      RequestState to,
      Actor actor,
      RequestGuard... guards) {
    return new Row(Optional.of(from), event, to, actor, List.of(guards));
  }
}
