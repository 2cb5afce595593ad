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

import dev.holdfast.message.Message;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.testing.LeaveRequests;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of administration mode that a request has left on its target. */
class LeaveTransitionsTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final RequestId OTHER = new RequestId(2);
  private static final Outcome TROUBLE =
      new Outcome(
          LATER, Message.plain("busy"), Optional.of("409"), Optional.of("correlation-1"), false);

  @Test
  void aRestoreThatEndsInAdministrationModeOffersToLeaveIt() {
    Request request = verifying();
    RequestEvent event =
        request.completed().succeedInAdministrationMode(Message.plain("done"), true, LATER);
    assertThat(event.type()).isEqualTo(RequestEventType.SUCCEEDED);
    assertThat(request.state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(mode(request).offered()).isTrue();
    assertThat(mode(request).seenAt()).isEqualTo(LATER);
  }

  @Test
  void oneThatEndsOutOfItHasNothingToLeave() {
    Request request = verifying();
    request.mainStep().succeed(Message.plain("done"), LATER);
    assertThat(request.administrationMode()).isEmpty();
    assertRefused(request, r -> r.leaving().ask(ALEX, true, OTHER, LATER));
  }

  @Test
  void whatThisAdminApiCannotDoIsNotAskedOfIt() {
    Request request = verifying();
    request.completed().succeedInAdministrationMode(Message.plain("done"), false, LATER);
    assertThat(mode(request).offered()).isFalse();
    assertRefused(request, r -> r.leaving().ask(ALEX, true, OTHER, LATER));
  }

  @Test
  void aBackupDoesNotEndInAdministrationMode() {
    Request request = Request.submit(new RequestId(1), details(backup(), 0));
    request.mainStep().commitStart(LATER);
    request.mainStep().accepted(progress("Accepted"), "", LATER);
    request.mainStep().beginVerification(LATER);
    assertRefused(
        request,
        r -> r.completed().succeedInAdministrationMode(Message.plain("done"), true, LATER));
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
    assertRefused(request, r -> r.leaving().ask(ALEX, false, OTHER, LATER));
    RequestEvent event = request.leaving().ask(ALEX, true, OTHER, LATER);
    assertThat(event.words()).contains("looked", "R-2");
  }

  @Test
  void theWishNamesThePersonAndRaisesTheVersion() {
    Request request = on();
    long before = request.version();
    RequestEvent event = request.leaving().ask(MEGAN, false, OTHER, LATER);
    assertThat(event)
        .isEqualTo(
            new RequestEvent(
                request.id(),
                before + 1,
                RequestEventType.LEAVING_ASKED,
                RequestState.SUCCEEDED,
                MEGAN,
                LATER,
                "R-2"));
    assertThat(request.leaving().wish().request()).contains(OTHER);
    assertThat(request.leaving().wish().by()).isEqualTo(MEGAN);
    assertThat(request.leaving().wish().askedAt()).isEqualTo(LATER);
  }

  @Test
  void whatTheOtherRequestReadIsKept() {
    Request request = asked();
    RequestEvent event = request.leaving().done(left(request, "Disabled"));
    assertThat(event.type()).isEqualTo(RequestEventType.LEFT_ADMIN_MODE);
    assertThat(event.words()).isEqualTo("It has left.");
    assertThat(request.state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(mode(request).phase()).isEqualTo(Phase.LEFT);
    assertThat(mode(request).background()).contains("Disabled");
    Outcome end = request.leaving().wish().ending().orElseThrow();
    assertThat(end.serviceStarted()).isTrue();
    assertThat(request.leaving().wish().progress().orElseThrow().operationId()).contains("op-1");
  }

  @Test
  void doneWithoutACallIsNotSaidToHaveBegun() {
    Request request = asked();
    Request other = other(request);
    other
        .completed()
        .succeedInOrderedState(Message.plain("It was out already."), LeaveRequests.out(LATER));
    request.leaving().done(other);
    assertThat(request.leaving().wish().ending().orElseThrow().serviceStarted()).isFalse();
  }

  @Test
  void whatDidNotWorkIsOfferedAgainWithItsReason() {
    Request request = asked();
    RequestEvent event = request.leaving().fail(failed(request), true);
    assertThat(event.type()).isEqualTo(RequestEventType.LEAVING_FAILED);
    assertThat(mode(request).offered()).isTrue();
    assertThat(request.leaving().wish().ending()).contains(TROUBLE);
    request.leaving().ask(MEGAN, false, OTHER, LATER);
    assertThat(request.leaving().wish().ending()).isEmpty();
    assertThat(request.leaving().wish().progress()).isEmpty();
  }

  @Test
  void whatCanNeverWorkIsNotOfferedAgain() {
    Request request = asked();
    request.leaving().fail(failed(request), false);
    assertThat(mode(request).offered()).isFalse();
  }

  @Test
  void whatIsTakenBackIsAsIfNobodyHadAsked() {
    Request request = on();
    TargetAdminMode before = mode(request);
    request.leaving().ask(MEGAN, false, OTHER, LATER);
    Request other = other(request);
    other.approval().cancel(MEGAN, LATER);
    RequestEvent event = request.leaving().withdraw(other);
    assertThat(event.type()).isEqualTo(RequestEventType.LEAVING_FAILED);
    assertThat(event.who()).isEqualTo(MEGAN);
    assertThat(mode(request)).isEqualTo(before);
  }

  @Test
  void onlyTheRequestThatWasAskedForTellsHowItEnded() {
    Request request = asked();
    Request stranger = LeaveRequests.of(new RequestId(3), request, ALEX, LATER);
    stranger.mainStep().fail(TROUBLE);
    assertRefused(request, r -> r.leaving().fail(stranger, true));
    assertRefused(request, r -> r.leaving().withdraw(stranger));
    assertRefused(on(), r -> r.leaving().fail(failed(r), true));
    assertRefused(request, r -> r.leaving().ask(ALEX, true, OTHER, LATER));
    request.leaving().done(left(request, "Enabled"));
    assertRefused(request, r -> r.leaving().done(left(r, "Enabled")));
    assertRefused(request, r -> r.leaving().ask(ALEX, true, OTHER, LATER));
    assertRefused(request, r -> r.leaving().continueAs(OTHER, LATER));
  }

  @Test
  void itCountsAsBeingLeftUntilTheOtherRequestHasEnded() {
    Request request = asked();
    assertThat(request.leaving().isUnderWay()).isTrue();
    assertThat(request.leaving().legacyWish()).isEmpty();
    request.leaving().fail(failed(request), true);
    assertThat(request.leaving().isUnderWay()).isFalse();
  }

  private static Request asked() {
    Request request = on();
    request.leaving().ask(MEGAN, false, OTHER, LATER);
    return request;
  }

  private static Request other(Request request) {
    return LeaveRequests.of(OTHER, request, MEGAN, LATER);
  }

  private static Request failed(Request request) {
    Request other = other(request);
    other.mainStep().fail(TROUBLE);
    return other;
  }

  private static Request left(Request request, String background) {
    Request other = other(request);
    other.mainStep().commitStart(LATER);
    other.mainStep().accepted(progress("Accepted"), "", LATER);
    other.mainStep().beginVerification(LATER);
    TargetObservation seen =
        new TargetObservation(LATER, "Ready", Optional.of(background), Optional.empty());
    other.completed().succeedInOrderedState(Message.plain("It has left."), seen);
    return other;
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
    request
        .mainStep()
        .fail(new Outcome(LATER, Message.plain("no"), Optional.empty(), Optional.empty(), begun));
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
    request.completed().succeedInAdministrationMode(Message.plain("done"), true, LATER);
    return request;
  }

  private static void assertRefused(Request request, Consumer<Request> transition) {
    RequestSnapshot before = request.snapshot();
    assertThatThrownBy(() -> transition.accept(request))
        .isInstanceOf(IllegalTransitionException.class);
    assertThat(request.snapshot()).isEqualTo(before);
  }
}
