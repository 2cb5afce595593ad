package dev.holdfast.request;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.awaiting;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
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

/** The part of a request's life in which its target leaves administration mode. */
class LeavingTests {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Outcome TROUBLE =
      new Outcome(LATER, "busy", Optional.of("409"), Optional.of("correlation-1"), false);

  @Test
  void aRestoreThatEndsInAdministrationModeOffersToLeaveIt() {
    Request request = verifying();
    RequestEvent event = request.mainStep().succeedInAdministrationMode("done", true, LATER);
    assertThat(event.type()).isEqualTo(RequestEventType.SUCCEEDED);
    assertThat(request.state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(mode(request).offered()).isTrue();
    assertThat(mode(request).seenAt()).isEqualTo(LATER);
  }

  @Test
  void oneThatEndsOutOfItHasNothingToLeave() {
    Request request = verifying();
    request.mainStep().succeed("done", LATER);
    assertThat(request.administrationMode()).isEmpty();
    assertRefused(request, r -> r.leaving().ask(ALEX, true, LATER));
  }

  @Test
  void whatThisAdminApiCannotDoIsNotAskedOfIt() {
    Request request = verifying();
    request.mainStep().succeedInAdministrationMode("done", false, LATER);
    assertThat(mode(request).offered()).isFalse();
    assertRefused(request, r -> r.leaving().ask(ALEX, true, LATER));
  }

  @Test
  void aBackupDoesNotEndInAdministrationMode() {
    Request request = Request.submit(new RequestId(1), details(backup(), 0));
    request.mainStep().commitStart(LATER);
    request.mainStep().accepted(progress("Accepted"), "", LATER);
    request.mainStep().beginVerification(LATER);
    assertRefused(request, r -> r.mainStep().succeedInAdministrationMode("done", true, LATER));
  }

  @Test
  void afterAFailureThatHadBegunTheTargetCanBeSeenInIt() {
    Request request = failed(true);
    assertThat(request.completed().mayBeInAdministrationMode()).isTrue();
    RequestEvent event = request.completed().seenInAdministrationMode(true, LATER);
    assertThat(event.type()).isEqualTo(RequestEventType.IN_ADMIN_MODE);
    assertThat(event.state()).isEqualTo(RequestState.FAILED);
    assertThat(request.completed().mayBeInAdministrationMode()).isFalse();
  }

  @Test
  void afterARefusalNobodyNeedsToLook() {
    assertThat(failed(false).completed().mayBeInAdministrationMode()).isFalse();
    assertRefused(failed(false), r -> r.completed().seenInAdministrationMode(true, LATER));
    assertThat(on().completed().mayBeInAdministrationMode()).isFalse();
  }

  @Test
  void afterAFailureItIsLeftOnlyByWhoHasLookedAtTheTarget() {
    Request request = failed(true);
    request.completed().seenInAdministrationMode(true, LATER);
    assertRefused(request, r -> r.leaving().ask(ALEX, false, LATER));
    RequestEvent event = request.leaving().ask(ALEX, true, LATER);
    assertThat(event.words()).contains("looked");
  }

  @Test
  void theWishNamesThePersonAndRaisesTheVersion() {
    Request request = on();
    long before = request.version();
    RequestEvent event = request.leaving().ask(MEGAN, false, LATER);
    assertThat(event)
        .isEqualTo(
            new RequestEvent(
                request.id(),
                before + 1,
                RequestEventType.LEAVING_ASKED,
                RequestState.SUCCEEDED,
                MEGAN,
                LATER,
                ""));
    assertThat(request.leaving().wish().by()).isEqualTo(MEGAN);
    assertThat(request.leaving().wish().askedAt()).isEqualTo(LATER);
  }

  @Test
  void fromTheWishToTheEnd() {
    Request request = in(Phase.VERIFYING);
    RequestEvent event = request.leaving().done("It has left.", LATER);
    assertThat(event.type()).isEqualTo(RequestEventType.LEFT_ADMIN_MODE);
    assertThat(request.state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(request.leaving().wish().ending().orElseThrow().serviceStarted()).isTrue();
  }

  @Test
  void doneWithoutACallIsNotSaidToHaveBegun() {
    Request request = in(Phase.ASKED);
    request.leaving().done("It was out already.", LATER);
    assertThat(request.leaving().wish().ending().orElseThrow().serviceStarted()).isFalse();
  }

  @Test
  void whatDidNotWorkIsOfferedAgainWithItsReason() {
    Request request = in(Phase.RUNNING);
    RequestEvent event = request.leaving().fail(TROUBLE, true);
    assertThat(event.type()).isEqualTo(RequestEventType.LEAVING_FAILED);
    assertThat(mode(request).offered()).isTrue();
    assertThat(request.leaving().wish().ending()).contains(TROUBLE);
    request.leaving().ask(MEGAN, false, LATER);
    assertThat(request.leaving().wish().ending()).isEmpty();
    assertThat(request.leaving().wish().progress()).isEmpty();
  }

  @Test
  void whatCanNeverWorkIsNotOfferedAgain() {
    Request request = in(Phase.ASKED);
    request.leaving().fail(TROUBLE, false);
    assertThat(mode(request).offered()).isFalse();
  }

  @Test
  void theSameReasonToWaitIsToldOnceAndEndsWithProgress() {
    Request request = in(Phase.RUNNING);
    assertThat(request.leaving().waitFor("no answer", LATER)).isPresent();
    assertThat(request.leaving().waitFor("no answer", LATER)).isEmpty();
    assertThat(request.leaving().observe(progress("Running"), LATER)).isPresent();
    assertThat(request.leaving().wish().waitsFor()).isEmpty();
  }

  @Test
  void progressIsAnEventOnlyWhenAReaderWouldNotice() {
    Request request = in(Phase.RUNNING);
    OperationProgress again =
        new OperationProgress(
            progress("Accepted").statusUrl(),
            Optional.of("op-1"),
            "Accepted",
            List.of(),
            NOW,
            LATER);
    assertThat(request.leaving().observe(again, LATER)).isEmpty();
    assertThat(request.leaving().wish().progress().orElseThrow().seenAt()).isEqualTo(LATER);
    assertThat(request.leaving().observe(progress("Running"), LATER))
        .map(RequestEvent::type)
        .contains(RequestEventType.LEAVING_PROGRESSED);
  }

  @Test
  void aRefusalForNowPutsItBackWithTheReason() {
    Request request = in(Phase.STARTING);
    request.leaving().notStarted("throttled", LATER);
    assertThat(mode(request).phase()).isEqualTo(Phase.ASKED);
    assertThat(request.leaving().wish().waitsFor()).contains("throttled");
    request.leaving().starting(LATER);
    assertThat(request.leaving().wish().waitsFor()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void eachTransitionWorksInItsPhasesAloneAndElseChangesNothing(Phase phase) {
    Set<Phase> underWay = EnumSet.range(Phase.ASKED, Phase.VERIFYING);
    Map<Consumer<Request>, Set<Phase>> allowed =
        Map.of(
            r -> r.leaving().ask(MEGAN, false, LATER), EnumSet.of(Phase.ON),
            r -> r.leaving().starting(LATER), EnumSet.of(Phase.ASKED),
            r -> r.leaving().notStarted("no", LATER), EnumSet.of(Phase.STARTING),
            r -> r.leaving().started(progress("Accepted"), "", LATER), EnumSet.of(Phase.STARTING),
            r -> r.leaving().observe(progress("Running"), LATER), EnumSet.of(Phase.RUNNING),
            r -> r.leaving().verifying(LATER), EnumSet.of(Phase.RUNNING),
            r -> r.leaving().waitFor("busy", LATER), underWay,
            r -> r.leaving().done("left", LATER), underWay,
            r -> r.leaving().fail(TROUBLE, true), underWay);
    allowed.forEach(
        (transition, phases) -> {
          if (phases.contains(phase)) {
            transition.accept(in(phase));
          } else {
            assertRefused(in(phase), transition);
          }
        });
  }

  private static TargetAdminMode mode(Request request) {
    return request.administrationMode().orElseThrow();
  }

  private static Request verifying() {
    Request request = running();
    request.mainStep().beginVerification(LATER);
    return request;
  }

  private static Request failed(boolean begun) {
    Request request = running();
    request.mainStep().fail(new Outcome(LATER, "no", Optional.empty(), Optional.empty(), begun));
    return request;
  }

  private static Request running() {
    Request request = awaiting(1);
    request.approval().approve(MEGAN, "", request.details().digest(), LATER);
    request.mainStep().commitStart(LATER);
    request.mainStep().accepted(progress("Accepted"), "", LATER);
    return request;
  }

  private static Request on() {
    Request request = verifying();
    request.mainStep().succeedInAdministrationMode("done", true, LATER);
    return request;
  }

  /** A request that came to a phase by its own transitions. */
  private static Request in(Phase phase) {
    Request request = on();
    if (phase != Phase.ON) {
      request.leaving().ask(MEGAN, false, LATER);
    }
    if (phase.ordinal() >= Phase.STARTING.ordinal()) {
      request.leaving().starting(LATER);
    }
    if (phase.ordinal() >= Phase.RUNNING.ordinal()) {
      request.leaving().started(progress("Accepted"), "", LATER);
    }
    if (phase.ordinal() >= Phase.VERIFYING.ordinal()) {
      request.leaving().verifying(LATER);
    }
    if (phase == Phase.LEFT) {
      request.leaving().done("left", LATER);
    }
    assertThat(mode(request).phase()).isEqualTo(phase);
    return request;
  }

  private static void assertRefused(Request request, Consumer<Request> transition) {
    RequestSnapshot before = request.snapshot();
    assertThatThrownBy(() -> transition.accept(request))
        .isInstanceOf(IllegalTransitionException.class);
    assertThat(request.snapshot()).isEqualTo(before);
  }
}
