package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.acceptedWithoutAddress;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static dev.holdfast.testing.ScriptedAdminApi.nothing;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.IllegalTransitionException;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.ResolutionTransitions;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.ResolutionStatus;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

/** An outcome that is not known holds everything up until a person settles it; then it goes on. */
class SettleTests {

  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Person SECOND = new Person("second", "Adele Vance");
  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final String LOOKED = "looked: nothing of it is there";

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = DriveBench.open(api);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatWasFoundIsKeptForThePersonWhoSettlesIt() {
    RequestId id = unclear();
    assertThat(request(id).resolution().candidates())
        .extracting(found -> found.id() + " " + found.type() + " " + found.serviceStatus())
        .containsExactly("op-7 Restore Running", "op-8 Restore Running");
    assertThat(request(id).resolution().options())
        .containsExactly(ResolutionKind.RAN_AS, ResolutionKind.CALL_AGAIN, ResolutionKind.GIVE_UP);
  }

  @Test
  void whatRanAsAnOperationIsFollowedToItsVerifiedEnd() {
    RequestId id = unclear();
    settle(id, (settling, now) -> settling.resolveAsOperation(MEGAN, "OP-8", "", now));
    assertThat(request(id).resolution().inProgress()).isPresent();
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.RUNNING);
    assertThat(request(id).progress().orElseThrow().operationId()).contains("op-8");
    assertThat(request(id).outcome()).isEmpty();
    api.polls(seen(AdminOperation.State.SUCCEEDED, "Succeeded"));
    drive(id);
    api.put("env-dev", "Contoso Dev", "Ready", "AdminMode", "Sandbox");
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void anOperationThatTheServiceDoesNotListIsNotBelieved() {
    RequestId id = unclear();
    settle(id, (settling, now) -> settling.resolveAsOperation(MEGAN, "op-99", "", now));
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(StoredMessage.english(request(id).resolution().last().orElseThrow().objection()))
        .isEqualTo("Power Platform lists no operation op-99 for Contoso Dev.");
    assertThat(request(id).resolution().options()).contains(ResolutionKind.RAN_AS);
  }

  @Test
  void anOperationThatIsNoMoreListedIsFollowedAsItWasFound() {
    RequestId id = unclear();
    api.operations.clear();
    settle(id, (settling, now) -> settling.resolveAsOperation(MEGAN, "op-7", "", now));
    drive(id);
    assertThat(request(id).progress().orElseThrow().operationId()).contains("op-7");
  }

  @Test
  void anOperationFromBeforeTheCallIsNotBelieved() {
    RequestId id = unclear();
    api.operations.add(
        listed(
            "op-1",
            "Restore",
            NOW.minus(Duration.ofHours(1)),
            "User",
            AdminOperation.State.RUNNING,
            "Running",
            Optional.empty()));
    settle(id, (settling, now) -> settling.resolveAsOperation(MEGAN, "op-1", "", now));
    drive(id);
    assertThat(StoredMessage.english(request(id).resolution().last().orElseThrow().objection()))
        .contains("before Holdfast called Power Platform");
  }

  @Test
  void anOperationOfAnotherRequestIsNotBelieved() {
    RequestId id = unclear();
    RequestId before = bench.approved(restore());
    bench.change(request(before), r -> r.mainStep().commitStart(NOW));
    bench.change(request(before), r -> r.mainStep().accepted(progress("Running"), "", NOW));
    api.operations.add(
        ScriptedAdminApi.operation(AdminOperation.State.RUNNING, "Running", Optional.empty()));
    settle(id, (settling, now) -> settling.resolveAsOperation(MEGAN, "op-1", "", now));
    drive(id);
    assertThat(StoredMessage.english(request(id).resolution().last().orElseThrow().objection()))
        .isEqualTo("op-1 belongs to another request of Holdfast.");
  }

  @Test
  void whileTheOperationsCannotBeListedItIsLookedUpAgainLater() {
    RequestId id = unclear();
    settle(id, (settling, now) -> settling.resolveAsOperation(MEGAN, "op-7", "", now));
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "down")));
    assertThat(drive(id)).contains(RETRY);
    bench.clock.advance(Duration.ofHours(3));
    drive(id);
    assertThat(request(id).resolution().last().orElseThrow().status())
        .isEqualTo(ResolutionStatus.REFUSED);
  }

  @Test
  void whatNeverStartedIsCheckedAndCalledOnceMore() {
    RequestId id = unclear();
    bench.clock.advance(Duration.ofDays(2));
    callsAgain(id);
    assertThat(request(id).state()).isEqualTo(RequestState.APPROVED);
    api.operations.clear();
    api.starts(accepted());
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.RUNNING);
    assertThat(api.restores).hasSize(2);
  }

  /** Somebody has looked at them, and they say nothing of the second call. */
  @Test
  void theOperationsThatWereRuledOutAreNotTakenForTheSecondCall() {
    RequestId id = unclear();
    callsAgain(id);
    api.operations.replaceAll(found -> ended(found.id()));
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.STARTING);
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.STARTING);
  }

  @Test
  void aRedCheckVoidsWhatIsToBeCalledAgain() {
    RequestId id = unclear();
    callsAgain(id);
    api.operations.clear();
    api.put("env-dev", "Contoso Dev", "Ready", "Enabled", "Production");
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.VOIDED);
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void onePersonAloneDoesNotHaveItCalledAgain() {
    RequestId id = unclear();
    assertThatThrownBy(() -> settle(id, (settling, now) -> settling.callAgain(MEGAN, LOOKED, now)))
        .isInstanceOf(IllegalTransitionException.class);
    settle(id, (settling, now) -> settling.proposeCallAgain(MEGAN, LOOKED, now));
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThatThrownBy(() -> settle(id, (settling, now) -> settling.callAgain(MEGAN, LOOKED, now)))
        .isInstanceOf(IllegalTransitionException.class);
    drive(id);
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void aProposalExpires() {
    RequestId id = unclear();
    settle(id, (settling, now) -> settling.proposeCallAgain(MEGAN, LOOKED, now));
    bench.clock.advance(Duration.ofHours(24));
    assertThatThrownBy(() -> settle(id, (settling, now) -> settling.callAgain(SECOND, LOOKED, now)))
        .isInstanceOf(IllegalTransitionException.class);
    callsAgain(id);
    assertThat(request(id).state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void whateverIsSaidNextTakesThePlaceOfAProposal() {
    RequestId id = unclear();
    settle(id, (settling, now) -> settling.proposeCallAgain(MEGAN, LOOKED, now));
    settle(id, (settling, now) -> settling.resolveAsOperation(MEGAN, "op-none", "", now));
    drive(id);
    assertThatThrownBy(() -> settle(id, (settling, now) -> settling.callAgain(SECOND, LOOKED, now)))
        .isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void whileItIsUnknownNothingElseBeginsOnItsEnvironments() {
    RequestId id = unclear();
    api.operations.clear();
    RequestId next = bench.approved(restore());
    step(next);
    assertThat(request(next).waitReason().map(StoredMessage::english).orElseThrow())
        .startsWith(
            "Waiting for %s, whose outcome is unknown. An approver resolves it on its card. To open it, type status %s."
                .formatted(id, id));
    settle(id, (settling, now) -> settling.giveUp(MEGAN, "the environment is gone", now));
    assertThat(drive(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(request(id).resolution().options()).isEmpty();
    api.starts(accepted());
    step(next);
    assertThat(request(next).state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void anOperationThatWasLostIsLookedForAgainForItsWholeTime() {
    api.starts(accepted()).polls(seen(AdminOperation.State.RUNNING, "Running")).polls(nothing());
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    staysSilent(() -> step(id));
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(request(id).resolution().options())
        .containsExactly(
            ResolutionKind.LOOK_AGAIN, ResolutionKind.CONFIRMED, ResolutionKind.GIVE_UP);
    settle(id, (settling, now) -> settling.lookAgain(MEGAN, "", now));
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.RUNNING);
    staysSilent(() -> drive(id));
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void aRestoreThatWasNeverSeenCanBeNamedOrCalledAgain() {
    api.starts(() -> acceptedWithoutAddress());
    RequestId id = bench.approved(restore());
    step(id);
    staysSilent(() -> step(id));
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(request(id).resolution().options())
        .containsExactly(
            ResolutionKind.RAN_AS,
            ResolutionKind.LOOK_AGAIN,
            ResolutionKind.CALL_AGAIN,
            ResolutionKind.GIVE_UP);
  }

  @Test
  void anEnvironmentThatWasNeverReadyIsVerifiedAgain() {
    api.starts(accepted()).polls(seen(AdminOperation.State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    api.put("env-dev", "Contoso Dev", "Running", "Enabled", "Sandbox");
    step(id);
    bench.clock.advance(Duration.ofHours(3));
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    settle(id, (settling, now) -> settling.lookAgain(MEGAN, "", now));
    assertThat(request(id).state()).isEqualTo(RequestState.VERIFYING);
    assertThat(drive(id)).isPresent();
    api.put("env-dev", "Contoso Dev", "Ready", "AdminMode", "Sandbox");
    drive(id);
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void aWordHasATaskOfItsOwnInItsTransaction() {
    RequestId id = unclear();
    Mockito.clearInvocations(bench.scheduler);
    settle(id, (settling, now) -> settling.resolveAsOperation(MEGAN, "op-7", "", now));
    long version = request(id).resolution().last().orElseThrow().version();
    ArgumentCaptor<SchedulableInstance<Object>> task = ArgumentCaptor.captor();
    Mockito.verify(bench.scheduler).schedule(task.capture());
    assertThat(task.getValue().getTaskName()).isEqualTo("drive-settled-request");
    assertThat(task.getValue().getId()).isEqualTo(id + "@" + version);
  }

  @Test
  void onlyTheTaskOfTheLastWordDrivesIt() {
    RequestId id = unclear();
    callsAgain(id);
    api.operations.clear();
    assertThat(bench.get(RequestWorker.class).run(id, OptionalLong.empty())).isEmpty();
    assertThat(bench.get(RequestWorker.class).run(id, OptionalLong.of(1))).isEmpty();
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void aCallOfWhichNothingIsShownIsRepeatedOnlyAfterTwoLooksTheLastAfterTheGrace() {
    api.starts(fails(Kind.UNAVAILABLE, "cut")).starts(accepted());
    RequestId id = bench.approved(restore());
    step(id);
    bench.clock.advance(GRACE.plusSeconds(1));
    assertThat(step(id)).contains(RETRY);
    assertThat(api.restores).hasSize(1);
    step(id);
    assertThat(api.restores).hasSize(2);
  }

  @Test
  void aCallIsNotRepeatedWithoutEnd() {
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    RequestId id = bench.approved(restore());
    step(id);
    for (int round = 0; round < 3; round++) {
      step(id);
      bench.clock.advance(GRACE);
      step(id);
    }
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(api.restores).hasSize(3);
    assertThat(StoredMessage.english(request(id).outcome().orElseThrow().message()))
        .startsWith("Power Platform didn't respond to 3 calls");
  }

  @Test
  void whereTheServiceCannotBeReadForTooLongAPersonSettlesIt() {
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    RequestId id = bench.approved(restore());
    step(id);
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "down")));
    bench.clock.advance(Duration.ofHours(5));
    assertThat(step(id)).isPresent();
    bench.clock.advance(Duration.ofHours(2));
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(request(id).resolution().options()).contains(ResolutionKind.CALL_AGAIN);
  }

  @Test
  void aWordThatIsNotKnownIsForAPersonWhenNothingIsAtWorkAnyMore() {
    api.starts(accepted()).polls(seen(AdminOperation.State.UNKNOWN, "Swizzling"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    bench.clock.advance(Duration.ofMinutes(4));
    assertThat(step(id)).isPresent();
    assertThat(request(id).state()).isEqualTo(RequestState.RUNNING);
    assertThat(request(id).progress().orElseThrow().unrecognized()).isTrue();
    bench.clock.advance(Duration.ofMinutes(2));
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(StoredMessage.english(request(id).outcome().orElseThrow().message()))
        .startsWith("The operation has a status that Holdfast doesn't recognize (Swizzling)");
    assertThat(request(id).resolution().options())
        .containsExactly(
            ResolutionKind.LOOK_AGAIN, ResolutionKind.CONFIRMED, ResolutionKind.GIVE_UP);
  }

  @Test
  void aFinalStatusThatIsNotKnownIsForAPersonAtOnce() {
    api.starts(accepted()).polls(seen(AdminOperation.State.ENDED, "Cancelled"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(StoredMessage.english(request(id).outcome().orElseThrow().message()))
        .contains("ended with the status Cancelled", "the outcome is unknown");
    assertThat(request(id).completed().targetObservation().orElseThrow().state())
        .isEqualTo("Ready, Enabled");
  }

  @Test
  void whatAPersonConfirmsSucceededOnTheirWord() {
    api.starts(accepted()).polls(seen(AdminOperation.State.ENDED, "Cancelled"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    settle(id, (settling, now) -> settling.confirm(MEGAN, "the data of Friday is there", now));
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(StoredMessage.english(request(id).outcome().orElseThrow().message()))
        .contains("Megan Bowen checked Contoso Dev", "Holdfast couldn't read it itself");
    assertThat(drive(id)).isEmpty();
  }

  /** A backup before a restore is followed like any other call. */
  @Test
  void theStatusOfASafetyBackupThatStaysOddIsNotWaitedForTwoHours() {
    api.starts(accepted()).polls(seen(AdminOperation.State.UNKNOWN, "Swizzling"));
    RequestId id = bench.requests().nextId();
    bench.add(Request.submit(id, details(restoreWithSafetyBackup(), 0, "draft-" + id)));
    step(id);
    step(id);
    bench.clock.advance(Duration.ofMinutes(4));
    step(id);
    bench.clock.advance(Duration.ofMinutes(2));
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.FAILED);
    assertThat(StoredMessage.english(request(id).outcome().orElseThrow().message()))
        .startsWith("Holdfast can't tell whether the safety backup was taken.");
  }

  @Test
  void aWordThatIsNotKnownIsFollowedWhileSomethingIsAtWork() {
    api.starts(accepted()).polls(seen(AdminOperation.State.UNKNOWN, "Swizzling"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.put("env-dev", "Contoso Dev", "Running", "Enabled", "Sandbox");
    bench.clock.advance(Duration.ofHours(5));
    assertThat(step(id)).isPresent();
    assertThat(request(id).state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void afterAFailureTheCardSaysWhatStateTheTargetIsIn() {
    api.starts(accepted()).polls(ScriptedAdminApi.failed(Optional.empty()));
    RequestId id = bench.approved(restore());
    step(id);
    api.put("env-dev", "Contoso Dev", "Failed", "Disabled", "Sandbox");
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.FAILED);
    assertThat(request(id).completed().targetObservation().orElseThrow().state())
        .isEqualTo("Failed, Disabled");
    assertThat(request(id).progress().orElseThrow().stages())
        .allSatisfy(stage -> assertThat(stage.name()).isEqualTo("Run"));
  }

  /** The answer was lost, and two operations may be ours. */
  private RequestId unclear() {
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    RequestId id = bench.approved(restore());
    step(id);
    api.operations.add(running("op-7"));
    api.operations.add(running("op-8"));
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    return id;
  }

  private static AdminOperation running(String id) {
    return listed(
        id,
        "Restore",
        NOW.plusSeconds(1),
        "ServicePrincipal",
        AdminOperation.State.RUNNING,
        "Running",
        Optional.empty());
  }

  private static AdminOperation ended(String id) {
    return listed(
        id,
        "Restore",
        NOW.plusSeconds(1),
        "ServicePrincipal",
        AdminOperation.State.FAILED,
        "Failed",
        Optional.empty());
  }

  private void callsAgain(RequestId id) {
    settle(id, (settling, now) -> settling.proposeCallAgain(MEGAN, LOOKED, now));
    settle(id, (settling, now) -> settling.callAgain(SECOND, LOOKED, now));
  }

  private void settle(
      RequestId id, BiFunction<ResolutionTransitions, Instant, RequestEvent> transition) {
    bench.change(request(id), r -> transition.apply(r.resolution(), bench.clock.instant()));
  }

  /** As the task that was made when it was approved. */
  private Optional<Duration> step(RequestId id) {
    return bench.get(RequestWorker.class).run(id, OptionalLong.empty());
  }

  /** As the task that was made when it was settled last. */
  private Optional<Duration> drive(RequestId id) {
    long version = request(id).resolution().last().orElseThrow().version();
    return bench.get(RequestWorker.class).run(id, OptionalLong.of(version));
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }

  /** Asked every hour, the service keeps silent for longer than Holdfast bears. */
  private void staysSilent(Runnable look) {
    look.run();
    for (int hours = 0; hours <= 7; hours++) {
      bench.clock.advance(Duration.ofHours(1));
      look.run();
    }
  }
}
