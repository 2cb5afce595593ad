package dev.holdfast.request;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.awaiting;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StageStatus;
import dev.holdfast.testing.MovedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTests {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final OperationProgress ACCEPTED =
      new OperationProgress(
          Optional.of("http://127.0.0.1/op/1"), Optional.empty(), "Accepted", List.of(), NOW, NOW);

  @Test
  void awaitsApprovalWhenThePolicyAsksForOne() {
    assertThat(awaiting(1).state()).isEqualTo(RequestState.AWAITING_APPROVAL);
  }

  @Test
  void isApprovedAtOnceWhenThePolicyAsksForNone() {
    Request request = Request.submit(new RequestId(1), details(restore(), 0));
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    assertThat(request.submitted().type()).isEqualTo(RequestEventType.SUBMITTED);
  }

  @Test
  void theLastNeededApprovalMovesItOn() {
    Request request = awaiting(2);
    RequestEvent first = approve(request, MEGAN);
    assertThat(first.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    RequestEvent second = approve(request, ADELE);
    assertThat(second.state()).isEqualTo(RequestState.APPROVED);
    assertThat(second.version()).isEqualTo(3);
  }

  @Test
  void theRequesterNeverDecides() {
    assertRefused(awaiting(1), request -> approve(request, ALEX));
    assertRefused(awaiting(1), request -> request.approval().reject(ALEX, "no", LATER));
  }

  @Test
  void theRequesterIsKnownByTheIdAndNotByTheName() {
    Person alexUnderAnotherName =
        new Person(ALEX.id().toUpperCase(java.util.Locale.ROOT), "Somebody");
    assertRefused(awaiting(1), request -> approve(request, alexUnderAnotherName));
  }

  @Test
  void nobodyApprovesTwice() {
    Request request = awaiting(2);
    approve(request, MEGAN);
    assertRefused(request, twice -> approve(twice, MEGAN));
  }

  @Test
  void anApprovalOfSomethingElseDoesNotCount() {
    assertRefused(
        awaiting(1), request -> request.approval().approve(MEGAN, "", new Digest("other"), LATER));
  }

  @Test
  void oneRejectionEndsItAndKeepsTheReason() {
    Request request = awaiting(2);
    approve(request, MEGAN);
    request.approval().reject(ADELE, "not this week", LATER);
    assertThat(request.state()).isEqualTo(RequestState.REJECTED);
    assertThat(StoredMessage.english(request.outcome().orElseThrow().message()))
        .isEqualTo("not this week");
  }

  @Test
  void onlyTheRequesterCancels() {
    assertRefused(awaiting(1), request -> request.approval().cancel(MEGAN, LATER));
    Request request = awaiting(1);
    request.approval().cancel(ALEX, LATER);
    assertThat(request.state()).isEqualTo(RequestState.CANCELLED);
  }

  @Test
  void expiresWhenItsTimeIsOverAndNotBefore() {
    Request request = awaiting(1);
    Instant end = request.details().approvalTerms().expiresAt();
    assertRefused(request, early -> early.approval().expire(end.minusSeconds(1)));
    request.approval().expire(end);
    assertThat(request.state()).isEqualTo(RequestState.EXPIRED);
  }

  @Test
  void aCertainRefusalPutsItBackAndSaysWhatItWaitsFor() {
    Request request = in(RequestState.STARTING);
    request.mainStep().notStarted(Message.plain("busy"), LATER);
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    assertThat(request.waitReason().map(StoredMessage::english)).contains("busy");
    request.mainStep().commitStart(LATER);
    assertThat(request.waitReason()).isEmpty();
  }

  @Test
  void theSameReasonToWaitIsToldOnce() {
    Request request = in(RequestState.APPROVED);
    assertThat(request.waitFor(Message.plain("busy"), LATER)).isPresent();
    assertThat(request.waitFor(Message.plain("busy"), LATER)).isEmpty();
    assertThat(request.waitFor(Message.plain("throttled"), LATER)).isPresent();
  }

  @Test
  void progressIsAnEventOnlyWhenAReaderWouldNotice() {
    Request request = in(RequestState.RUNNING);
    OperationProgress seenLater =
        new OperationProgress(
            ACCEPTED.statusUrl(), ACCEPTED.operationId(), "Accepted", List.of(), NOW, LATER);
    assertThat(request.mainStep().observe(seenLater, LATER)).isEmpty();
    assertThat(request.progress().orElseThrow().seenAt()).isEqualTo(LATER);
    OperationProgress moved =
        new OperationProgress(
            ACCEPTED.statusUrl(), Optional.of("op"), "Running", List.of(), NOW, LATER);
    assertThat(request.mainStep().observe(moved, LATER))
        .map(RequestEvent::type)
        .contains(RequestEventType.PROGRESSED);
  }

  @Test
  void beingSeenAgainEndsTheWait() {
    Request request = in(RequestState.RUNNING);
    request.waitFor(Message.plain("the service does not answer"), LATER);
    assertThat(request.mainStep().observe(ACCEPTED, LATER)).isPresent();
    assertThat(request.waitReason()).isEmpty();
  }

  /** What names no consent counts for none; before, it counted for all. */
  @Test
  void anApprovalOfSomebodyWhomNoConsentNamesCountsForNone() {
    Request request = awaiting(1);
    approve(request, new Person("id-stranger", "Stranger"));
    assertThat(request.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    approve(request, MEGAN);
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void everyEventRaisesTheVersionByOne() {
    Request request = awaiting(1);
    long before = request.version();
    RequestEvent event = approve(request, MEGAN);
    assertThat(event.version()).isEqualTo(before + 1).isEqualTo(request.version());
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void eachTransitionWorksInItsStatesAloneAndElseChangesNothing(RequestState state) {
    Outcome ending =
        new Outcome(LATER, Message.plain(""), Optional.empty(), Optional.empty(), true);
    Set<RequestState> underWay =
        EnumSet.of(RequestState.STARTING, RequestState.RUNNING, RequestState.VERIFYING);
    Map<Consumer<Request>, Set<RequestState>> allowed =
        Map.of(
            r -> approve(r, MEGAN), EnumSet.of(RequestState.AWAITING_APPROVAL),
            r -> r.approval().reject(MEGAN, "no", LATER),
                EnumSet.of(RequestState.AWAITING_APPROVAL),
            r -> r.approval().cancel(ALEX, LATER),
                EnumSet.of(RequestState.AWAITING_APPROVAL, RequestState.APPROVED),
            r -> r.approval().voidRequest(Message.plain("changed"), LATER),
                EnumSet.of(RequestState.AWAITING_APPROVAL, RequestState.APPROVED),
            r -> r.mainStep().commitStart(LATER), EnumSet.of(RequestState.APPROVED),
            r -> r.mainStep().accepted(ACCEPTED, "", LATER), EnumSet.of(RequestState.STARTING),
            r -> r.mainStep().beginVerification(LATER), EnumSet.of(RequestState.RUNNING),
            r -> r.mainStep().succeed(Message.plain("done"), LATER),
                EnumSet.of(RequestState.VERIFYING),
            r -> r.mainStep().fail(ending), underWay,
            r -> r.mainStep().outcomeUnknown(ending), underWay);
    allowed.forEach(
        (transition, states) -> {
          if (states.contains(state)) {
            transition.accept(in(state));
          } else {
            assertRefused(in(state), transition);
          }
        });
  }

  private static RequestEvent approve(Request request, Person by) {
    return request.approval().approve(by, "", request.details().digest(), LATER);
  }

  private static void assertRefused(Request request, Consumer<Request> transition) {
    RequestSnapshot before = request.snapshot();
    assertThatThrownBy(() -> transition.accept(request))
        .isInstanceOf(IllegalTransitionException.class);
    assertThat(request.snapshot()).isEqualTo(before);
  }

  /** A request that came to a state by its own transitions. */
  private static Request in(RequestState state) {
    Request request =
        switch (state) {
          case SAFETY_BACKUP ->
              Request.submit(new RequestId(1001), details(restoreWithSafetyBackup(), 1));
          case REHEARSED ->
              Request.submit(new RequestId(1001), MovedRequests.asRehearsal(details(restore(), 1)));
          case MISSED ->
              Request.submit(
                  new RequestId(1001),
                  MovedRequests.startingAt(
                      new PlannedStart(LATER, Duration.ofHours(1)), details(restore(), 1)));
          default -> awaiting(1);
        };
    Outcome ending =
        new Outcome(LATER, Message.plain(""), Optional.empty(), Optional.empty(), true);
    switch (state) {
      case AWAITING_APPROVAL -> {}
      case REJECTED -> request.approval().reject(MEGAN, "no", LATER);
      case CANCELLED -> request.approval().cancel(ALEX, LATER);
      case EXPIRED -> request.approval().expire(NOW.plus(Duration.ofDays(2)));
      default -> approve(request, MEGAN);
    }
    switch (state) {
      case VOIDED -> request.approval().voidRequest(Message.plain("changed"), LATER);
      case MISSED -> request.queue().miss(LATER.plus(Duration.ofHours(2)));
      case REHEARSED -> request.approval().endRehearsal(Message.plain("would start"), LATER);
      case SAFETY_BACKUP -> request.safetyBackupStep().commitStart(LATER);
      case STARTING, RUNNING, VERIFYING, SUCCEEDED, FAILED, UNKNOWN ->
          request.mainStep().commitStart(LATER);
      default -> {}
    }
    switch (state) {
      case FAILED -> request.mainStep().fail(ending);
      case UNKNOWN -> request.mainStep().outcomeUnknown(ending);
      case RUNNING, VERIFYING, SUCCEEDED -> request.mainStep().accepted(ACCEPTED, "", LATER);
      default -> {}
    }
    switch (state) {
      case VERIFYING, SUCCEEDED -> request.mainStep().beginVerification(LATER);
      default -> {}
    }
    if (state == RequestState.SUCCEEDED) {
      request.mainStep().succeed(Message.plain("done"), LATER);
    }
    assertThat(request.state()).isEqualTo(state);
    return request;
  }

  @Test
  void stagesKeepWhenTheyWereFirstSeenToBeginAndToEnd() {
    Request request = awaiting(0);
    request.mainStep().commitStart(NOW);
    request.mainStep().accepted(run(StageStatus.WAITING, "NotStarted", NOW), "", NOW);
    request.mainStep().observe(run(StageStatus.RUNNING, "Running", NOW.plusSeconds(60)), NOW);
    request.mainStep().observe(run(StageStatus.RUNNING, "Running", NOW.plusSeconds(90)), NOW);
    request.mainStep().observe(run(StageStatus.DONE, "Succeeded", NOW.plusSeconds(180)), NOW);
    request.mainStep().observe(run(StageStatus.DONE, "Succeeded", NOW.plusSeconds(240)), NOW);
    OperationStage stage = request.progress().orElseThrow().stages().get(0);
    assertThat(stage.startedAt()).contains(NOW.plusSeconds(60));
    assertThat(stage.endedAt()).contains(NOW.plusSeconds(180));
  }

  private static OperationProgress run(StageStatus standing, String word, Instant seenAt) {
    return new OperationProgress(
        Optional.of("http://127.0.0.1/op"),
        Optional.of("op"),
        "Running",
        List.of(new OperationStage("Run", standing, word)),
        NOW,
        seenAt);
  }
}
