package dev.holdfast.request;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.approved;
import static dev.holdfast.testing.MovedRequests.assertRefused;
import static dev.holdfast.testing.MovedRequests.end;
import static dev.holdfast.testing.MovedRequests.failed;
import static dev.holdfast.testing.MovedRequests.running;
import static dev.holdfast.testing.MovedRequests.starting;
import static dev.holdfast.testing.MovedRequests.unknown;
import static dev.holdfast.testing.MovedRequests.verifying;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.ResolutionStatus;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.TargetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people settle an outcome that isn't known. */
class ResolutionTransitionsTest {

  private static final Instant THEN = LATER.plusSeconds(60);

  @Test
  void aCallOfWhichNothingIsKnownRanAsAnOperationOrIsCalledAgainOrGivenUp() {
    assertThat(unknown(restore()).resolution().options())
        .containsExactly(ResolutionKind.RAN_AS, ResolutionKind.CALL_AGAIN, ResolutionKind.GIVE_UP);
  }

  @Test
  void anOperationThatWasSeenIsLookedAtAgainOrConfirmedOrGivenUp() {
    ResolutionKind[] ways = {
      ResolutionKind.LOOK_AGAIN, ResolutionKind.CONFIRMED, ResolutionKind.GIVE_UP
    };
    assertThat(lost(running(restore())).resolution().options()).containsExactly(ways);
    assertThat(lost(verifying(restore())).resolution().options()).containsExactly(ways);
  }

  @Test
  void anOrderThatWasTakenAndNeverSeenCanBeAllOfThese() {
    assertThat(lost(runningUnseen()).resolution().options())
        .containsExactly(
            ResolutionKind.RAN_AS,
            ResolutionKind.LOOK_AGAIN,
            ResolutionKind.CALL_AGAIN,
            ResolutionKind.GIVE_UP);
  }

  @Test
  void whatIsKnownOrGivenUpOrLookedUpHasNoWays() {
    assertThat(running(restore()).resolution().options()).isEmpty();
    assertThat(failed(restore(), true).resolution().options()).isEmpty();
    Request named = unknown(restore());
    named.resolution().resolveAsOperation(MEGAN, "op-7", "", LATER);
    assertThat(named.resolution().options()).isEmpty();
    assertThat(named.resolution().isNeeded()).isTrue();
    Request givenUp = unknown(restore());
    givenUp.resolution().giveUp(MEGAN, "nobody knows", LATER);
    assertThat(givenUp.resolution().options()).isEmpty();
    assertThat(givenUp.resolution().isNeeded()).isFalse();
    assertThat(givenUp.resolution().isGivenUp()).isTrue();
  }

  /** What fits no way that is offered is refused to everyone. */
  @ParameterizedTest
  @EnumSource(ResolutionKind.class)
  void onlyAWayThatIsOfferedIsTaken(ResolutionKind kind) {
    for (Request request :
        List.of(unknown(restore()), lost(running(restore())), lost(runningUnseen()))) {
      if (!request.resolution().options().contains(kind)) {
        assertRefused(request, resolved -> resolve(resolved, kind));
      }
    }
    assertRefused(verifying(restore()), resolved -> resolve(resolved, kind));
  }

  @ParameterizedTest
  @EnumSource(ResolutionKind.class)
  void nothingIsSettledWhileAdministrationModeIsLeft(ResolutionKind kind) {
    boolean seen = kind == ResolutionKind.LOOK_AGAIN || kind == ResolutionKind.CONFIRMED;
    Request request = seen ? lost(running(restore())) : unknown(restore());
    request.completed().seenInAdministrationMode(true, LATER);
    request.leaving().ask(MEGAN, true, new RequestId(2), LATER);
    assertThat(request.resolution().options()).contains(kind);
    assertRefused(request, resolved -> resolve(resolved, kind));
  }

  private static void resolve(Request request, ResolutionKind kind) {
    ResolutionTransitions resolution = request.resolution();
    switch (kind) {
      case RAN_AS -> resolution.resolveAsOperation(MEGAN, "op-7", "looked", THEN);
      case LOOK_AGAIN -> resolution.lookAgain(MEGAN, "looked", THEN);
      case CALL_AGAIN -> resolution.proposeCallAgain(MEGAN, "looked", THEN);
      case CONFIRMED -> resolution.confirm(MEGAN, "looked", THEN);
      case GIVE_UP -> resolution.giveUp(MEGAN, "looked", THEN);
    }
  }

  @Test
  void anOperationThatAPersonNamedIsFollowedOnceItWasFound() {
    Request request = seen(unknown(restore()));
    RequestEvent named = request.resolution().resolveAsOperation(MEGAN, "op-7", "looked", THEN);
    assertThat(named.words()).isEqualTo("RAN_AS op-7: looked");
    assertThat(named.who()).isEqualTo(MEGAN);
    assertThat(request.resolution().inProgress()).isEqualTo(request.resolution().last());
    assertThat(request.resolution().last().orElseThrow().version()).isEqualTo(named.version());

    RequestEvent found = request.resolution().operationFound(progress("Running"), THEN);

    assertThat(found.type()).isEqualTo(RequestEventType.STARTED);
    assertThat(found.words()).contains("op-7", "Megan Bowen");
    assertThat(request.state()).isEqualTo(RequestState.RUNNING);
    assertThat(request.progress()).contains(progress("Running"));
    assertThat(statuses(request)).containsExactly(ResolutionStatus.DONE);
    assertThat(request.resolution().inProgress()).isEmpty();
    assertReopened(request);
  }

  @Test
  void anOperationThatCannotBeOursLeavesTheOutcomeUnknown() {
    Request request = unknown(restore());
    request.resolution().resolveAsOperation(MEGAN, "op-7", "", THEN);
    RequestEvent event =
        request.resolution().operationNotFound(Message.plain("There is none."), THEN);
    assertThat(event.type()).isEqualTo(RequestEventType.SETTLING_FAILED);
    assertThat(event.words()).isEqualTo("There is none.");
    assertThat(request.state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(statuses(request)).containsExactly(ResolutionStatus.REFUSED);
    assertThat(request.resolution().last().orElseThrow().objection())
        .isEqualTo(Message.plain("There is none."));
    assertThat(request.resolution().inProgress()).isEmpty();
    assertThat(request.resolution().options()).isNotEmpty();
  }

  @Test
  void anOperationIsFollowedWithItsWholeTimeOnceMore() {
    Request request = seen(lost(running(restore())));
    RequestEvent event = request.resolution().lookAgain(MEGAN, "", THEN);
    assertThat(event.words()).isEqualTo("LOOK_AGAIN");
    assertThat(request.state()).isEqualTo(RequestState.RUNNING);
    OperationProgress progress = request.progress().orElseThrow();
    assertThat(progress.seenAt()).isEqualTo(THEN);
    assertThat(progress.statusSince()).contains(THEN);
    assertReopened(request);
  }

  @Test
  void anEnvironmentIsVerifiedWithItsWholeTimeOnceMore() {
    Request request = seen(lost(verifying(restore())));
    assertThat(request.verificationStartedAt()).contains(LATER);
    request.resolution().lookAgain(MEGAN, "", THEN);
    assertThat(request.state()).isEqualTo(RequestState.VERIFYING);
    assertThat(request.verificationStartedAt()).contains(THEN);
    assertReopened(request);
  }

  @Test
  void aSecondPersonConfirmsWithinADayThatItIsCalledAgain() {
    Request request = seen(unknown(restoreWithSafetyBackup()));
    RequestEvent proposed = request.resolution().proposeCallAgain(MEGAN, "looked", LATER);
    assertThat(proposed.words()).isEqualTo("CALL_AGAIN proposed: looked");
    Instant late = LATER.plus(Duration.ofHours(24));
    assertThat(request.resolution().proposal(late.minusNanos(1))).isPresent();
    assertThat(request.resolution().proposal(late)).isEmpty();
    assertThat(request.resolution().proposal()).isPresent();
    assertRefused(request, r -> r.resolution().callAgain(MEGAN, "looked", THEN));
    assertRefused(request, r -> r.resolution().callAgain(ADELE, "looked", late));

    RequestEvent event = request.resolution().callAgain(ADELE, "looked, too", THEN);

    assertThat(event.type()).isEqualTo(RequestEventType.SETTLED);
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    assertThat(request.progress()).isEmpty();
    assertThat(request.safetyBackup()).isEmpty();
    assertThat(request.nextStep().role()).isEqualTo(StepRole.BEFORE);
    assertThat(request.nextStep().run().state()).isEqualTo(StepState.PENDING);
    assertThat(statuses(request)).containsExactly(ResolutionStatus.PROPOSED, ResolutionStatus.DONE);
    assertThat(request.resolution().proposal()).isEmpty();
    assertThat(request.approval().lastApprovedAt()).isEqualTo(THEN);
    assertReopened(request);
  }

  @Test
  void whatWasProposedIsNoProposalAnyMoreOnceSomebodySaysAnotherThing() {
    Request request = unknown(restore());
    request.resolution().proposeCallAgain(MEGAN, "looked", LATER);
    request.resolution().resolveAsOperation(ADELE, "op-7", "", LATER);
    assertThat(request.resolution().proposal()).isEmpty();
    assertThat(request.resolution().inProgress()).isPresent();
  }

  @Test
  void aPersonsWordForASuccessIsTheOutcome() {
    Request request = lost(running(restore()));
    RequestEvent event = request.resolution().confirm(MEGAN, "looked", THEN);
    assertThat(event.words()).isEqualTo("CONFIRMED: looked");
    assertThat(request.state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(request.outcome())
        .hasValueSatisfying(
            outcome -> {
              assertThat(outcome.at()).isEqualTo(THEN);
              assertThat(outcome.serviceStarted()).isTrue();
              assertThat(outcome.correlationId()).contains("op-1");
              assertThat(outcome.message().arguments()).containsValue("Megan Bowen");
            });
    assertThat(statuses(request)).containsExactly(ResolutionStatus.DONE);
  }

  @Test
  void whatIsGivenUpStaysUnknownForGood() {
    Request request = unknown(restore());
    RequestEvent event = request.resolution().giveUp(MEGAN, "nobody knows", THEN);
    assertThat(event.words()).isEqualTo("GIVE_UP: nobody knows");
    assertThat(request.state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(statuses(request)).containsExactly(ResolutionStatus.DONE);
    assertThat(request.resolution().last().orElseThrow().kind()).isEqualTo(ResolutionKind.GIVE_UP);
  }

  @Test
  void operationsThatMayBeOursAreKept() {
    CandidateOperation candidate =
        new CandidateOperation(
            "op-7", "Restore", "Running", Optional.of(NOW), "", progress("Running"));
    Request request = verifying(restore());
    assertThat(request.resolution().candidates()).isEmpty();
    request.mainStep().outcomeUnknown(end(true), List.of(candidate));
    assertThat(request.resolution().candidates()).containsExactly(candidate);
    assertThat(request.resolution().unknownOutcome().orElseThrow().from())
        .isEqualTo(StepState.VERIFYING);
  }

  /** A comment is a reason where it needs one. */
  @Test
  void whatNeedsAReasonIsRefusedWithoutOne() {
    assertThat(ResolutionKind.values())
        .filteredOn(ResolutionKind::needsComment)
        .containsExactly(
            ResolutionKind.CALL_AGAIN, ResolutionKind.CONFIRMED, ResolutionKind.GIVE_UP);
    List<Consumer<Request>> silent =
        List.of(
            r -> r.resolution().proposeCallAgain(MEGAN, " ", THEN),
            r -> r.resolution().confirm(MEGAN, " ", THEN),
            r -> r.resolution().giveUp(MEGAN, " ", THEN));
    silent.forEach(transition -> assertRefused(lost(runningUnseen()), transition));
  }

  /** Only for what is unknown now does it matter what was said about it. */
  @Test
  void whatWasSaidBeforeItWentOnSettlesNothingAnyMore() {
    Request request = unknown(backup());
    request.resolution().proposeCallAgain(MEGAN, "looked", LATER);
    request.resolution().callAgain(ADELE, "looked", LATER);
    assertThat(request.resolution().last()).isPresent();
    assertThat(request.resolution().isNeeded()).isFalse();
    assertThat(approved(backup(), 1).resolution().last()).isEmpty();
  }

  /** The target was read and seen in administration mode since. */
  private static Request seen(Request request) {
    request
        .completed()
        .targetSeen(new TargetObservation(LATER, "Ready", Optional.empty(), Optional.empty()));
    request.completed().seenInAdministrationMode(true, LATER);
    return request;
  }

  private static void assertReopened(Request request) {
    assertThat(request.outcome()).isEmpty();
    assertThat(request.completed().targetObservation()).isEmpty();
    assertThat(request.administrationMode()).isEmpty();
  }

  private static List<ResolutionStatus> statuses(Request request) {
    return request.resolution().all().stream().map(Resolution::status).toList();
  }

  private static Request lost(Request request) {
    request.mainStep().outcomeUnknown(end(true));
    return request;
  }

  /** The service took the order, and has named no operation yet. */
  private static Request runningUnseen() {
    Request request = starting(restore());
    request
        .mainStep()
        .accepted(
            new OperationProgress(
                Optional.of("http://127.0.0.1/op"),
                Optional.empty(),
                "Accepted",
                List.of(),
                NOW,
                NOW),
            "",
            LATER);
    return request;
  }
}
