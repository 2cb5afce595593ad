package dev.holdfast.request;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.approve;
import static dev.holdfast.testing.MovedRequests.assertRefused;
import static dev.holdfast.testing.MovedRequests.end;
import static dev.holdfast.testing.MovedRequests.takeSafetyBackup;
import static dev.holdfast.testing.MovedRequests.verifying;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.request.Decision.Acting;
import dev.holdfast.request.RequestGuard.Attempt;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.StepEvent;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.testing.MovedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For each guard of each row there is an attempt that it alone refuses. */
class RequestGuardsTest {

  private static final Instant EXPIRY = NOW.plus(Duration.ofDays(1));
  private static final List<RequestGuard> ON_THE_NEXT_STATE =
      List.of(RequestGuard.MORE_APPROVALS_NEEDED, RequestGuard.LAST_APPROVAL_NEEDED);
  private static final List<RequestGuard> OTHER_RESOLUTIONS =
      List.of(RequestGuard.NOT_LOOKED_UP, RequestGuard.NOT_GIVEN_UP);

  /** Long enough ago for whatever is tried. */
  private static final PlannedStart START =
      new PlannedStart(NOW.minus(Duration.ofDays(1)), Duration.ofHours(25));

  private static final Instant OVER = NOW.plus(Duration.ofDays(3));
  private static final Message NOT_THERE = Message.plain("There is none.");
  private static final TargetObservation SEEN =
      new TargetObservation(LATER, "Ready", Optional.empty(), Optional.empty());

  /** Somebody tries to move a request. */
  private record Try(Request request, Attempt attempt) {

    static Try of(Request request, Person by) {
      return new Try(
          request,
          Attempt.decision(by, Acting.NOBODY, LATER, "looked", request.details().digest()));
    }

    Try after(Consumer<Request> change) {
      change.accept(request);
      return this;
    }

    Try by(Person other) {
      return with(other, attempt.now(), attempt.comment(), attempt.seen());
    }

    Try at(Instant now) {
      return with(attempt.by(), now, attempt.comment(), attempt.seen());
    }

    Try saying(String comment) {
      return with(attempt.by(), attempt.now(), comment, attempt.seen());
    }

    Try having(Digest seen) {
      return with(attempt.by(), attempt.now(), attempt.comment(), Optional.of(seen));
    }

    private Try with(Person by, Instant now, String comment, Optional<Digest> seen) {
      return new Try(
          request,
          new Attempt(by, now, comment, seen, attempt.acting(), Optional.of(StepRole.MAIN)));
    }

    List<RequestGuard> refusedBy(List<RequestGuard> guards) {
      return guards.stream().filter(guard -> !guard.holdsOf(request, attempt)).toList();
    }
  }

  static Stream<Arguments> guardsOfRows() {
    return RequestTransitions.TABLE.stream()
        .flatMap(row -> row.guards().stream().map(guard -> Arguments.of(row, guard)));
  }

  @ParameterizedTest
  @MethodSource("guardsOfRows")
  void aRowFitsOnlyWhereEachOfItsGuardsHolds(RequestTransitions.Row row, RequestGuard guard) {
    assertThat(row.fits(fitting(row).request(), row.event(), fitting(row).attempt())).isTrue();

    Try tried = against(guard, row);

    assertThat(tried.request().state()).isEqualTo(row.from().orElseThrow());
    assertThat(tried.refusedBy(row.guards())).containsExactly(guard);
    if (ON_THE_NEXT_STATE.contains(guard)) {
      assertThat(RequestTransitions.of(tried.request(), row.event(), tried.attempt()))
          .hasValueSatisfying(other -> assertThat(other.to()).isNotEqualTo(row.to()));
    } else {
      assertRefused(
          tried.request(), r -> r.apply(row.event(), tried.attempt(), "", Assertions::fail));
    }
  }

  static Stream<Arguments> guardsOfSteps() {
    return RequestTransitions.STEP_GUARDS.entrySet().stream()
        .flatMap(
            entry -> entry.getValue().stream().map(guard -> Arguments.of(entry.getKey(), guard)));
  }

  @ParameterizedTest
  @MethodSource("guardsOfSteps")
  void aStepMovesARequestOnlyWhereEachOfItsGuardsHolds(StepEvent event, RequestGuard guard) {
    List<RequestGuard> guards = RequestTransitions.STEP_GUARDS.get(event);
    Try fitting = fitting(event);
    fitting.request().apply(StepRole.MAIN, event, fitting.attempt(), "", step -> step);

    Try tried =
        switch (guard) {
          case FINOPS_IS_LATE -> fittingState(event);
          case NOT_A_REHEARSAL -> Try.of(rehearsal(event), MEGAN).by(MEGAN);
          default -> against(guard, fitting(event));
        };

    List<RequestGuard> refusing = new ArrayList<>(tried.refusedBy(guards));
    if (OTHER_RESOLUTIONS.contains(guard)) {
      // What is said then takes the proposal's place.
      refusing.remove(RequestGuard.PROPOSED_BY_ANOTHER);
    }
    assertThat(refusing).containsExactly(guard);
    assertRefused(
        tried.request(),
        r -> r.apply(StepRole.MAIN, event, tried.attempt(), "", step -> Assertions.fail()));
  }

  private static Try fitting(RequestTransitions.Row row) {
    return switch (row.event()) {
      case APPROVED -> Try.of(asked(row.to() == RequestState.AWAITING_APPROVAL ? 2 : 1), MEGAN);
      case APPROVAL_WITHDRAWN ->
          row.from().orElseThrow() == RequestState.AWAITING_APPROVAL
              ? Try.of(asked(2), MEGAN).after(r -> approve(r, MEGAN))
              : Try.of(in(row.from().orElseThrow()), MEGAN);
      case CANCELLED -> Try.of(in(row.from().orElseThrow()), ALEX);
      case EXPIRED -> Try.of(asked(1), MEGAN).at(EXPIRY);
      case REVIEWED -> Try.of(MovedRequests.emergency(restore(), row.from().orElseThrow()), MEGAN);
      case REHEARSED -> Try.of(rehearsed(restoreWithSafetyBackup()), MEGAN);
      case MISSED -> Try.of(in(row.from().orElseThrow()), MEGAN).at(OVER);
      case OPERATION_NOT_FOUND ->
          Try.of(in(RequestState.UNKNOWN), MEGAN).after(RequestGuardsTest::nameAnOperation);
      case FINOPS_LATE ->
          Try.of(verifying(restoreWithSafetyBackup()), MEGAN)
              .after(
                  r ->
                      r.completed()
                          .finOpsAwaited(Message.plain("not ready"), Optional.empty(), LATER));
      default -> Try.of(in(row.from().orElseThrow()), MEGAN);
    };
  }

  private static Try against(RequestGuard guard, RequestTransitions.Row row) {
    return switch (guard) {
      case NOT_DECIDED_BEFORE ->
          Try.of(asked(row.to() == RequestState.AWAITING_APPROVAL ? 3 : 2), MEGAN)
              .after(r -> approve(r, MEGAN));
      case A_REHEARSAL -> Try.of(in(RequestState.APPROVED), MEGAN);
      case MORE_APPROVALS_NEEDED -> Try.of(asked(1), MEGAN);
      case LAST_APPROVAL_NEEDED -> Try.of(asked(2), MEGAN);
      case LOOKED_UP -> Try.of(in(RequestState.UNKNOWN), MEGAN);
      case FINOPS_AWAITED -> Try.of(verifying(restoreWithSafetyBackup()), MEGAN);
      case FINOPS_NOT_TOLD ->
          fitting(row)
              .after(
                  r ->
                      r.completed()
                          .finOpsLate(Message.plain("not ready"), false, List.of(), LATER));
      case NOTHING_BEGUN ->
          Try.of(approvedByMegan(), ALEX)
              .after(r -> r.safetyBackupStep().commitStart(LATER))
              .at(row.event() == RequestTrigger.MISSED ? OVER : LATER);
      default -> against(guard, fitting(row));
    };
  }

  private static Try fitting(StepEvent event) {
    Try main = fittingState(event);
    return switch (event) {
      case WAITING_STOPPED -> main.after(RequestGuardsTest::late);
      case START_REPEATED -> main.after(r -> r.mainStep().recordNothingFound());
      case RESOLVED_AS_RUNNING -> main.after(RequestGuardsTest::nameAnOperation);
      case RESOLVED_NOT_STARTED ->
          main.after(r -> r.resolution().proposeCallAgain(MEGAN, "looked", LATER));
      default -> main;
    };
  }

  private static Try fittingState(StepEvent event) {
    Request request =
        switch (event) {
          case START_COMMITTED -> in(RequestState.SAFETY_BACKUP);
          case START_REPEATED -> starting();
          case VERIFIED -> verifying(restore());
          case WAITING_STOPPED -> verifying(restoreWithSafetyBackup());
          default -> in(RequestState.UNKNOWN);
        };
    return Try.of(request, ADELE).by(ADELE);
  }

  private static Request starting() {
    Request request = in(RequestState.SAFETY_BACKUP);
    request.mainStep().commitStart(LATER);
    return request;
  }

  private static void late(Request request) {
    request.completed().finOpsAwaited(Message.plain("not ready"), Optional.empty(), LATER);
    request.completed().finOpsLate(Message.plain("not ready"), false, List.of(), LATER);
  }

  private static Try against(RequestGuard guard, Try fitting) {
    return switch (guard) {
      case NOT_THE_REQUESTER -> fitting.by(ALEX);
      case THE_REQUESTER, PROPOSED_BY_ANOTHER -> fitting.by(MEGAN);
      case AN_APPROVAL_IN_FORCE -> fitting.by(ADELE);
      case SAME_DIGEST -> fitting.having(new Digest("other"));
      case TIME_IS_UP -> fitting.at(EXPIRY.minusNanos(1));
      case START_IS_DUE -> fitting.at(OVER);
      case START_IS_OVER -> fitting.at(LATER);
      case WITH_A_REASON -> fitting.saying(" ");
      case REVIEW_MISSING ->
          fitting.after(r -> r.emergency().review(ADELE, "It was needed.", LATER));
      case APPROVALS_HOLD -> fitting.after(RequestGuardsTest::askForMoreApprovals);
      case STEPS_BEFORE_DONE -> fitting.at(NOW.minusSeconds(1));
      case LOOKED_UP -> fitting.after(r -> r.resolution().operationNotFound(NOT_THERE, LATER));
      case NOT_LOOKED_UP -> fitting.after(RequestGuardsTest::nameAnOperation);
      case NOT_GIVEN_UP -> fitting.after(r -> r.resolution().giveUp(ADELE, "nobody knows", LATER));
      case TARGET_TO_BE_SEEN -> fitting.after(r -> r.completed().targetSeen(SEEN));
      case ERRORS_TO_BE_READ ->
          fitting.after(r -> r.completed().serviceErrorsRead(List.of(), LATER));
      case MAY_BE_IN_ADMIN_MODE ->
          fitting.after(r -> r.completed().seenInAdministrationMode(true, LATER));
      default -> throw new IllegalArgumentException("no attempt against " + guard);
    };
  }

  private static void nameAnOperation(Request request) {
    request.resolution().resolveAsOperation(MEGAN, "op-7", "looked", LATER);
  }

  private static void askForMoreApprovals(Request request) {
    request
        .approval()
        .update(
            terms(request.details().spec(), 2, List.of(MEGAN.id(), ADELE.id()), EXPIRY).consents());
  }

  /** By a policy that names the requester, too. */
  private static Request asked(int approvals) {
    RequestDetails plain = details(restoreWithSafetyBackup(), approvals);
    return Request.submit(
        new RequestId(1),
        new RequestDetails(
            plain.spec(),
            plain.requester(),
            plain.reason(),
            plain.warnings(),
            MovedRequests.startingAt(START, plain).submission(),
            terms(plain.spec(), approvals, List.of(ALEX.id(), MEGAN.id(), ADELE.id()), EXPIRY)));
  }

  /** None comes further than to its approval, so only what can follow that at once is tried. */
  private static Request rehearsal(StepEvent event) {
    return rehearsed(event == StepEvent.VERIFIED ? new LeaveAdminModeSpec(DEV, "R-2") : restore());
  }

  private static Request rehearsed(OperationSpec spec) {
    return MovedRequests.approved(
        MovedRequests.asRehearsal(MovedRequests.startingAt(START, details(spec, 1))), 1);
  }

  private static Request approvedByMegan() {
    Request request = asked(1);
    approve(request, MEGAN);
    return request;
  }

  private static Request in(RequestState state) {
    if (state == RequestState.AWAITING_APPROVAL) {
      return asked(1);
    }
    Request request = approvedByMegan();
    if (state == RequestState.APPROVED) {
      return request;
    }
    takeSafetyBackup(request);
    if (state == RequestState.SAFETY_BACKUP) {
      return request;
    }
    request.mainStep().commitStart(LATER);
    if (state == RequestState.FAILED) {
      request.mainStep().fail(end(true));
    } else {
      request.mainStep().outcomeUnknown(end(true));
    }
    return request;
  }
}
