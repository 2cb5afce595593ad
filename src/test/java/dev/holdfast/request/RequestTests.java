package dev.holdfast.request;

import dev.holdfast.request.Digest;
import dev.holdfast.request.IllegalTransitionException;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDocument;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.awaiting;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.request.RequestEvent.What;
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
    Request request = Request.submit(new RequestId(1), terms(restore(), 0));
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    assertThat(request.submitted().what()).isEqualTo(What.SUBMITTED);
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
    assertRefused(awaiting(1), request -> request.approving().reject(ALEX, "no", LATER));
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
        awaiting(1), request -> request.approving().approve(MEGAN, "", new Digest("other"), LATER));
  }

  @Test
  void oneRejectionEndsItAndKeepsTheReason() {
    Request request = awaiting(2);
    approve(request, MEGAN);
    request.approving().reject(ADELE, "not this week", LATER);
    assertThat(request.state()).isEqualTo(RequestState.REJECTED);
    assertThat(request.ending().orElseThrow().words()).isEqualTo("not this week");
  }

  @Test
  void onlyTheRequesterCancels() {
    assertRefused(awaiting(1), request -> request.approving().cancel(MEGAN, LATER));
    Request request = awaiting(1);
    request.approving().cancel(ALEX, LATER);
    assertThat(request.state()).isEqualTo(RequestState.CANCELLED);
  }

  @Test
  void expiresWhenItsTimeIsOverAndNotBefore() {
    Request request = awaiting(1);
    Instant end = request.terms().expiresAt();
    assertRefused(request, early -> early.approving().expire(end.minusSeconds(1)));
    request.approving().expire(end);
    assertThat(request.state()).isEqualTo(RequestState.EXPIRED);
  }

  @Test
  void aCertainRefusalPutsItBackAndSaysWhatItWaitsFor() {
    Request request = in(RequestState.STARTING);
    request.call().notStarted("busy", LATER);
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    assertThat(request.waitsFor()).contains("busy");
    request.call().starting(LATER);
    assertThat(request.waitsFor()).isEmpty();
  }

  @Test
  void theSameReasonToWaitIsToldOnce() {
    Request request = in(RequestState.APPROVED);
    assertThat(request.waitFor("busy", LATER)).isPresent();
    assertThat(request.waitFor("busy", LATER)).isEmpty();
    assertThat(request.waitFor("throttled", LATER)).isPresent();
  }

  @Test
  void progressIsAnEventOnlyWhenAReaderWouldNotice() {
    Request request = in(RequestState.RUNNING);
    OperationProgress seenLater =
        new OperationProgress(
            ACCEPTED.statusUrl(), ACCEPTED.operationId(), "Accepted", List.of(), NOW, LATER);
    assertThat(request.call().observe(seenLater, LATER)).isEmpty();
    assertThat(request.progress().orElseThrow().seenAt()).isEqualTo(LATER);
    OperationProgress moved =
        new OperationProgress(
            ACCEPTED.statusUrl(), Optional.of("op"), "Running", List.of(), NOW, LATER);
    assertThat(request.call().observe(moved, LATER))
        .map(RequestEvent::what)
        .contains(What.PROGRESSED);
  }

  @Test
  void beingSeenAgainEndsTheWait() {
    Request request = in(RequestState.RUNNING);
    request.waitFor("the service does not answer", LATER);
    assertThat(request.call().observe(ACCEPTED, LATER)).isPresent();
    assertThat(request.waitsFor()).isEmpty();
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
    Outcome ending = new Outcome(LATER, "", Optional.empty(), Optional.empty(), true);
    Set<RequestState> underWay =
        EnumSet.of(RequestState.STARTING, RequestState.RUNNING, RequestState.VERIFYING);
    Map<Consumer<Request>, Set<RequestState>> allowed =
        Map.of(
            r -> approve(r, MEGAN), EnumSet.of(RequestState.AWAITING_APPROVAL),
            r -> r.approving().reject(MEGAN, "no", LATER),
                EnumSet.of(RequestState.AWAITING_APPROVAL),
            r -> r.approving().cancel(ALEX, LATER),
                EnumSet.of(RequestState.AWAITING_APPROVAL, RequestState.APPROVED),
            r -> r.approving().voidBecause("changed", LATER), EnumSet.of(RequestState.APPROVED),
            r -> r.call().starting(LATER), EnumSet.of(RequestState.APPROVED),
            r -> r.call().started(ACCEPTED, "", LATER), EnumSet.of(RequestState.STARTING),
            r -> r.call().verifying(LATER), EnumSet.of(RequestState.RUNNING),
            r -> r.call().succeed("done", LATER), EnumSet.of(RequestState.VERIFYING),
            r -> r.call().fail(ending), underWay,
            r -> r.call().becomeUnknown(ending), underWay);
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
    return request.approving().approve(by, "", request.terms().digest(), LATER);
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
        state == RequestState.SAFETY_BACKUP
            ? Request.submit(new RequestId(1001), terms(restoreWithSafetyBackup(), 1))
            : awaiting(1);
    Outcome ending = new Outcome(LATER, "", Optional.empty(), Optional.empty(), true);
    switch (state) {
      case AWAITING_APPROVAL -> {}
      case REJECTED -> request.approving().reject(MEGAN, "no", LATER);
      case CANCELLED -> request.approving().cancel(ALEX, LATER);
      case EXPIRED -> request.approving().expire(NOW.plus(Duration.ofDays(2)));
      default -> approve(request, MEGAN);
    }
    switch (state) {
      case VOIDED -> request.approving().voidBecause("changed", LATER);
      case SAFETY_BACKUP -> request.safety().starting(LATER);
      case STARTING, RUNNING, VERIFYING, SUCCEEDED, FAILED, UNKNOWN ->
          request.call().starting(LATER);
      default -> {}
    }
    switch (state) {
      case FAILED -> request.call().fail(ending);
      case UNKNOWN -> request.call().becomeUnknown(ending);
      case RUNNING, VERIFYING, SUCCEEDED -> request.call().started(ACCEPTED, "", LATER);
      default -> {}
    }
    switch (state) {
      case VERIFYING, SUCCEEDED -> request.call().verifying(LATER);
      default -> {}
    }
    if (state == RequestState.SUCCEEDED) {
      request.call().succeed("done", LATER);
    }
    assertThat(request.state()).isEqualTo(state);
    return request;
  }

  @Test
  void stagesKeepWhenTheyWereFirstSeenToBeginAndToEnd() {
    Request request = awaiting(0);
    request.call().starting(NOW);
    request.call().started(run(OperationProgress.Standing.WAITING, "NotStarted", NOW), "", NOW);
    request
        .call()
        .observe(run(OperationProgress.Standing.RUNNING, "Running", NOW.plusSeconds(60)), NOW);
    request
        .call()
        .observe(run(OperationProgress.Standing.RUNNING, "Running", NOW.plusSeconds(90)), NOW);
    request
        .call()
        .observe(run(OperationProgress.Standing.DONE, "Succeeded", NOW.plusSeconds(180)), NOW);
    request
        .call()
        .observe(run(OperationProgress.Standing.DONE, "Succeeded", NOW.plusSeconds(240)), NOW);
    OperationProgress.Stage stage = request.progress().orElseThrow().stages().get(0);
    assertThat(stage.startedAt()).contains(NOW.plusSeconds(60));
    assertThat(stage.endedAt()).contains(NOW.plusSeconds(180));
  }

  private static OperationProgress run(
      OperationProgress.Standing standing, String word, Instant seenAt) {
    return new OperationProgress(
        Optional.of("http://127.0.0.1/op"),
        Optional.of("op"),
        "Running",
        List.of(new OperationProgress.Stage("Run", standing, word)),
        NOW,
        seenAt);
  }
}
