package dev.holdfast.request;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.approved;
import static dev.holdfast.testing.MovedRequests.assertRefused;
import static dev.holdfast.testing.MovedRequests.created;
import static dev.holdfast.testing.MovedRequests.end;
import static dev.holdfast.testing.MovedRequests.running;
import static dev.holdfast.testing.MovedRequests.starting;
import static dev.holdfast.testing.MovedRequests.takeSafetyBackup;
import static dev.holdfast.testing.MovedRequests.verifying;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.step.UnresponsivePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How each call of a request's plan goes. */
class StepTransitionsTest {

  private static final Instant THEN = LATER.plusSeconds(60);
  private static final Duration AWAY = Duration.ofMinutes(10);
  private static final TargetObservation SEEN =
      new TargetObservation(THEN, "Ready", Optional.of("Enabled"), Optional.empty());

  @Test
  void theIntentToCallIsKeptWithWhatTheServiceListedBefore() {
    Request request = approved(restore(), 1);
    assertThat(request.mainStep().startCommittedAt()).isEmpty();
    request.mainStep().commitStart(LATER, Set.of("op-0"), Optional.empty());
    assertThat(request.mainStep().startCommittedAt()).contains(LATER);
    assertThat(request.mainStep().attempts().operationsBefore()).contains(Set.of("op-0"));
    assertThat(request.mainStep().attempts().made()).isEqualTo(1);
  }

  @Test
  void theIntentToBackUpIsToldWithTheLabelByWhichTheBackupIsFound() {
    Request request = approved(restoreWithSafetyBackup(), 1);
    RequestEvent event = request.safetyBackupStep().commitStart(LATER);
    assertThat(event.type()).isEqualTo(RequestEventType.SAFETY_STARTING);
    assertThat(event.words()).contains("R-1001");
    assertThat(approved(backup(), 1).mainStep().commitStart(LATER).words()).isEmpty();
  }

  @Test
  void whatCertainlyDidNotBeginIsPutBackAndOnlyASafetyBackupBeginsAnew() {
    Request request = approved(restoreWithSafetyBackup(), 1);
    request.safetyBackupStep().commitStart(LATER);
    request.safetyBackupStep().notStarted(Message.plain("busy"), THEN);
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    assertThat(request.safetyBackup()).isEmpty();
    Request main = starting(restoreWithSafetyBackup());
    main.mainStep().notStarted(Message.plain("busy"), THEN);
    assertThat(main.state()).isEqualTo(RequestState.SAFETY_BACKUP);
    assertThat(main.safetyBackup().orElseThrow().created()).contains(created());
    assertThat(main.mainStep().startCommittedAt()).contains(LATER);
  }

  @Test
  void theCallIsRepeatedOnlyAfterTheServiceShowedNothingOfIt() {
    Request request = starting(restore());
    StepTransitions main = request.mainStep();
    assertRefused(request, r -> r.mainStep().repeatStart(THEN));
    main.recordAnswerLost(THEN);
    assertThat(main.attempts().answerLostAt()).contains(THEN);
    main.recordNothingFound();
    assertThat(main.attempts().shownNothing()).isEqualTo(1);
    assertThat(main.attempts().answerLostAt()).contains(THEN);
    RequestEvent event = main.repeatStart(THEN);
    assertThat(event.type()).isEqualTo(RequestEventType.STARTING);
    assertThat(event.words()).isEqualTo("again");
    assertThat(main.startCommittedAt()).contains(THEN);
    assertThat(main.attempts().since()).isEqualTo(LATER);
    assertThat(main.attempts().made()).isEqualTo(2);
    assertThat(main.attempts().shownNothing()).isZero();
    assertThat(main.attempts().answerLostAt()).isEmpty();
    assertRefused(request, r -> r.mainStep().repeatStart(THEN));
  }

  @Test
  void onlyACallWhoseFateIsOpenLosesItsAnswerOrIsLookedFor() {
    assertRefused(approved(restore(), 1), r -> r.mainStep().recordAnswerLost(THEN));
    assertRefused(running(restore()), r -> r.mainStep().recordAnswerLost(THEN));
    assertRefused(approved(restore(), 1), r -> r.mainStep().recordNothingFound());
    assertRefused(running(restore()), r -> r.mainStep().recordNothingFound());
  }

  @Test
  void theServicesIdForSupportIsKeptUntilTheEndNamesOne() {
    Request request = starting(restore());
    request.mainStep().accepted(progress("Accepted"), Optional.of("correlation-1"), "", THEN);
    assertThat(request.correlationId()).contains("correlation-1");
    assertThat(request.mainStep().progress()).contains(progress("Accepted"));
    request
        .mainStep()
        .fail(
            new Outcome(
                THEN, Message.plain("no"), Optional.empty(), Optional.of("correlation-2"), true));
    assertThat(request.correlationId()).contains("correlation-2");
  }

  @Test
  void theServiceIsSilentFromTheFirstLookWithoutAnAnswerToTheNextAnswer() {
    Request request = running(restore());
    request.mainStep().recordNoResponse(LATER, AWAY);
    UnresponsivePeriod longer = request.mainStep().recordNoResponse(LATER.plus(AWAY), AWAY);
    assertThat(longer).isEqualTo(new UnresponsivePeriod(LATER, LATER.plus(AWAY)));
    assertThat(longer.duration()).isEqualTo(AWAY);
    assertThat(request.snapshot().waiting().silence()).contains(longer);
    assertThat(request.mainStep().observe(progress("Accepted"), THEN)).isEmpty();
    assertThat(request.snapshot().waiting().silence()).isEmpty();
    Request notCalled = approved(restore(), 1);
    assertRefused(notCalled, r -> r.mainStep().recordNoResponse(LATER, AWAY));
  }

  @Test
  void aPauseThatWasHoldfastsOwnMakesTheServiceNoLongerSilent() {
    Instant woken = LATER.plus(AWAY).plusNanos(1);
    UnresponsivePeriod anew = new UnresponsivePeriod(LATER, LATER).extend(woken, AWAY);
    assertThat(anew).isEqualTo(new UnresponsivePeriod(woken, woken));
  }

  @Test
  void whatMovesItEndsItsSilenceAndItsWait() {
    Request request = running(restore());
    request.waitFor(Message.plain("no answer"), LATER);
    request.mainStep().recordNoResponse(LATER, AWAY);
    request.mainStep().beginVerification(THEN);
    assertThat(request.waitReason()).isEmpty();
    assertThat(request.snapshot().waiting().silence()).isEmpty();
    assertThat(request.verificationStartedAt()).contains(THEN);
  }

  @Test
  void aReasonToWaitEndsWithWhatPeopleDecideToo() {
    Request request = approved(restore(), 1);
    request.waitFor(Message.plain("busy"), LATER);
    request.approval().voidRequest(Message.plain("changed"), THEN);
    assertThat(request.waitReason()).isEmpty();
  }

  /** The service is asked, and answers: that it waits in line is no answer. */
  @Test
  void aReasonToWaitDoesNotEndTheSilence() {
    Request request = running(restore());
    request.mainStep().recordNoResponse(LATER, AWAY);
    request.waitFor(Message.plain("no answer"), THEN);
    assertThat(request.snapshot().waiting().silence()).isPresent();
    assertThat(request.waitReason()).isPresent();
  }

  @Test
  void onlyWhatWasVerifiedSucceedsByTheTransitionOfItsKind() {
    assertRefused(
        verifying(restore()),
        r -> r.completed().succeedInOrderedState(Message.plain("done"), SEEN));
    Request leaving = approved(details(new LeaveAdminModeSpec(DEV, "R-7"), 0), 0);
    leaving.mainStep().commitStart(LATER);
    leaving.mainStep().accepted(progress("Accepted"), "", LATER);
    leaving.mainStep().beginVerification(LATER);
    assertRefused(leaving, r -> r.mainStep().succeed(Message.plain("done"), THEN));
    leaving.completed().succeedInOrderedState(Message.plain("done"), SEEN);
    assertThat(leaving.outcome().orElseThrow().serviceStarted()).isTrue();
    assertThat(leaving.completed().targetObservation()).contains(SEEN);
    assertThat(leaving.details().followUpOf()).contains(new RequestId(7));
    Request taken = approved(restoreWithSafetyBackup(), 1);
    taken.safetyBackupStep().commitStart(LATER);
    taken.safetyBackupStep().accepted(progress("Accepted"), "", LATER);
    taken.safetyBackupStep().beginVerification(LATER);
    assertRefused(taken, r -> r.safetyBackupStep().succeed(Message.plain("done"), THEN));
    assertRefused(verifying(restore()), r -> r.mainStep().taken(created(), THEN));
  }

  @Test
  void theSafetyBackupIsTheFirstOfTwoSteps() {
    Request request = approved(restoreWithSafetyBackup(), 1);
    assertThat(request.transitions())
        .extracting(StepTransitions::role)
        .containsExactly(StepRole.BEFORE, StepRole.MAIN);
    assertThat(request.safetyBackup()).isEmpty();
    assertThat(request.nextStep().role()).isEqualTo(StepRole.BEFORE);
    takeSafetyBackup(request);
    assertThat(request.nextStep().role()).isEqualTo(StepRole.MAIN);
    SafetyBackup backup = request.safetyBackup().orElseThrow();
    assertThat(backup.state()).isEqualTo(StepState.SUCCEEDED);
    assertThat(backup.created()).contains(created());
    assertThat(backup.firstCommittedAt()).isEqualTo(NOW);
    assertThat(backup.label()).contains("R-1001");
    assertThat(running(restore()).safetyBackup()).isEmpty();
  }

  @Test
  void withoutASafetyBackupThereIsNoSuchStep() {
    Request request = approved(backup(), 1);
    assertThat(request.transitions()).hasSize(1);
    assertRefused(request, r -> r.safetyBackupStep().commitStart(LATER));
  }

  @Test
  void aSafetyBackupThatGoesWrongLeavesTheTargetAsItWas() {
    Request request = approved(restoreWithSafetyBackup(), 1);
    request.safetyBackupStep().commitStart(LATER);
    RequestEvent event = request.safetyBackupStep().outcomeUnknown(end(true));
    assertThat(event.type()).isEqualTo(RequestEventType.FAILED);
    assertThat(request.state()).isEqualTo(RequestState.FAILED);
    assertThat(request.outcome().orElseThrow().serviceStarted()).isFalse();
    assertThat(StoredMessage.english(request.outcome().orElseThrow().message())).endsWith("no");
    assertThat(request.resolution().unknownOutcome()).isEmpty();
  }

  @Test
  void aSubmissionIsToldOnceAndWithItsReason() {
    Request request = approved(restore(), 0);
    assertThat(request.submitted().words()).isEqualTo("fresh data for testing");
    request.waitFor(Message.plain("busy"), LATER);
    assertThatThrownBy(request::submitted).isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void aRefusalSaysTheStateAndWhatIsNotPossible() {
    assertThatThrownBy(() -> approved(restore(), 1).mainStep().beginVerification(LATER))
        .hasMessage("R-1001 is approved and cannot be verified");
    assertThatThrownBy(() -> running(restore()).approval().expire(LATER))
        .hasMessage("R-1001 is running and cannot expire");
  }

  @Test
  void onlyAWaitAndAReviewDoNotEndTheWait() {
    assertThat(RequestTrigger.values())
        .filteredOn(trigger -> !trigger.endsWait())
        .containsExactly(
            RequestTrigger.WAITED,
            RequestTrigger.QUEUED,
            RequestTrigger.DEQUEUED,
            RequestTrigger.REVIEWED);
  }

  @Test
  void theAdminApiMayBeAtWorkInTheseStatesAlone() {
    assertThat(RequestState.values())
        .filteredOn(RequestState::isExecuting)
        .containsExactly(
            RequestState.SAFETY_BACKUP,
            RequestState.STARTING,
            RequestState.RUNNING,
            RequestState.VERIFYING);
    assertThat(RequestState.values())
        .filteredOn(state -> !state.isClosed())
        .containsExactly(
            RequestState.AWAITING_APPROVAL,
            RequestState.APPROVED,
            RequestState.SAFETY_BACKUP,
            RequestState.STARTING,
            RequestState.RUNNING,
            RequestState.VERIFYING);
  }
}
