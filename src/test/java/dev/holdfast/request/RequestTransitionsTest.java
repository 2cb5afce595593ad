package dev.holdfast.request;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.testing.MovedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table has an example here: a new row fails until it has one, too. */
class RequestTransitionsTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Instant OVER = NOW.plus(Duration.ofDays(2));
  private static final TargetObservation SEEN =
      new TargetObservation(LATER, "Ready", Optional.empty(), Optional.empty());

  private static final Map<RequestTrigger, Consumer<Request>> EXAMPLES =
      Map.ofEntries(
          Map.entry(RequestTrigger.APPROVED, r -> approve(r, r.decisions().isEmpty())),
          Map.entry(RequestTrigger.REJECTED, r -> r.approval().reject(MEGAN, "no", LATER)),
          Map.entry(RequestTrigger.EXPIRED, r -> r.approval().expire(OVER)),
          Map.entry(RequestTrigger.CANCELLED, r -> r.approval().cancel(ALEX, LATER)),
          Map.entry(
              RequestTrigger.VOIDED,
              r -> r.approval().voidRequest(Message.plain("changed"), LATER)),
          Map.entry(
              RequestTrigger.REHEARSED,
              r -> r.approval().endRehearsal(Message.plain("POST …"), LATER)),
          Map.entry(RequestTrigger.MISSED, r -> r.queue().miss(OVER)),
          Map.entry(
              RequestTrigger.APPROVAL_WITHDRAWN, r -> r.approval().withdraw(MEGAN, "", LATER)),
          Map.entry(
              RequestTrigger.REOPENED,
              r -> r.approval().reopen(Message.plain("stricter"), List.of(), List.of(), LATER)),
          Map.entry(
              RequestTrigger.FINOPS_LATE,
              r -> {
                r.completed().finOpsAwaited(Message.plain("not ready"), Optional.empty(), LATER);
                r.completed().finOpsLate(Message.plain("not ready"), false, List.of(), LATER);
              }),
          Map.entry(RequestTrigger.WAITED, r -> r.waitFor(Message.plain("busy"), LATER)),
          Map.entry(
              RequestTrigger.QUEUED,
              r ->
                  r.queue()
                      .enqueue(
                          Optional.of(new RequestId(1)), Message.plain("R-1 goes first"), LATER)),
          Map.entry(
              RequestTrigger.ESCALATED,
              r -> r.approval().escalate(List.of(), Set.of(), "to somebody", LATER)),
          Map.entry(RequestTrigger.DEQUEUED, r -> r.queue().dequeue(LATER)),
          Map.entry(
              RequestTrigger.OPERATION_NAMED,
              r -> r.resolution().resolveAsOperation(MEGAN, "op-1", "", LATER)),
          Map.entry(
              RequestTrigger.CALL_PROPOSED,
              r -> r.resolution().proposeCallAgain(MEGAN, "looked", LATER)),
          Map.entry(
              RequestTrigger.OPERATION_NOT_FOUND,
              r -> r.resolution().operationNotFound(Message.plain("none"), LATER)),
          Map.entry(
              RequestTrigger.GIVEN_UP, r -> r.resolution().giveUp(MEGAN, "nobody knows", LATER)),
          Map.entry(
              RequestTrigger.REVIEWED, r -> r.emergency().review(MEGAN, "It was needed.", LATER)),
          Map.entry(
              RequestTrigger.SERVICE_ERRORS_READ,
              r -> r.completed().serviceErrorsRead(List.of(), LATER)),
          Map.entry(RequestTrigger.TARGET_SEEN, r -> r.completed().targetSeen(SEEN)),
          Map.entry(
              RequestTrigger.ADMIN_MODE_SEEN,
              r -> r.completed().seenInAdministrationMode(true, LATER)));

  static Stream<RequestTransitions.Row> rows() {
    return RequestTransitions.TABLE.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRequestMovesByEachRow(RequestTransitions.Row row) {
    if (row.from().isEmpty()) {
      int approvals = row.to() == RequestState.AWAITING_APPROVAL ? 1 : 0;
      assertThat(submit(approvals).state()).isEqualTo(row.to());
      return;
    }
    Request request = before(row);
    assertThat(request.state()).isEqualTo(row.from().orElseThrow());
    EXAMPLES.get(row.event()).accept(request);
    assertThat(request.state()).isEqualTo(row.to());
  }

  private static Request before(RequestTransitions.Row row) {
    boolean lastOfTwo =
        row.event() == RequestTrigger.APPROVED && row.to() == RequestState.AWAITING_APPROVAL;
    RequestState from = row.from().orElseThrow();
    if (row.event() == RequestTrigger.REVIEWED) {
      return MovedRequests.emergency(restoreWithSafetyBackup(), from);
    }
    if (row.event() == RequestTrigger.MISSED) {
      Request planned =
          MovedRequests.approved(
              MovedRequests.startingAt(
                  new PlannedStart(NOW, Duration.ofHours(1)),
                  details(restoreWithSafetyBackup(), 1)),
              1);
      if (from == RequestState.SAFETY_BACKUP) {
        takeSafetyBackup(planned);
      }
      return planned;
    }
    if (row.event() == RequestTrigger.REHEARSED) {
      return MovedRequests.approved(
          MovedRequests.asRehearsal(details(restoreWithSafetyBackup(), 1)), 1);
    }
    boolean firstOfTwo =
        row.event() == RequestTrigger.APPROVAL_WITHDRAWN && from == RequestState.AWAITING_APPROVAL;
    Request request = submit(lastOfTwo || firstOfTwo ? 2 : 1);
    if (firstOfTwo) {
      approve(request, true);
    }
    if (from == RequestState.AWAITING_APPROVAL) {
      return request;
    }
    approve(request, true);
    if (from == RequestState.APPROVED) {
      return queued(request, row);
    }
    takeSafetyBackup(request);
    if (from == RequestState.SAFETY_BACKUP) {
      return request;
    }
    request.mainStep().commitStart(LATER);
    if (from == RequestState.RUNNING || from == RequestState.VERIFYING) {
      request.mainStep().accepted(progress("Accepted"), "", LATER);
    }
    if (from == RequestState.VERIFYING) {
      request.mainStep().beginVerification(LATER);
    }
    return ended(request, row);
  }

  private static Request queued(Request request, RequestTransitions.Row row) {
    if (row.event() == RequestTrigger.DEQUEUED) {
      request
          .queue()
          .enqueue(Optional.of(new RequestId(1)), Message.plain("R-1 goes first"), LATER);
    }
    return request;
  }

  private static Request ended(Request request, RequestTransitions.Row row) {
    Outcome end = new Outcome(LATER, Message.plain(""), Optional.empty(), Optional.empty(), true);
    if (row.from().orElseThrow() == RequestState.FAILED) {
      request.mainStep().fail(end);
    }
    if (row.from().orElseThrow() == RequestState.UNKNOWN) {
      request.mainStep().outcomeUnknown(end);
    }
    if (row.event() == RequestTrigger.OPERATION_NOT_FOUND) {
      request.resolution().resolveAsOperation(MEGAN, "op-1", "", LATER);
    }
    return request;
  }

  private static void takeSafetyBackup(Request request) {
    request.safetyBackupStep().commitStart(NOW);
    request.safetyBackupStep().accepted(progress("Accepted"), "", NOW);
    request.safetyBackupStep().beginVerification(NOW);
    request
        .safetyBackupStep()
        .taken(new CreatedBackup("b", NOW, NOW, NOW.plus(Duration.ofDays(7)), true), NOW);
  }

  private static void approve(Request request, boolean first) {
    request.approval().approve(first ? MEGAN : ADELE, "", request.details().digest(), LATER);
  }

  private static Request submit(int approvals) {
    return Request.submit(new RequestId(1), details(restoreWithSafetyBackup(), approvals));
  }
}
