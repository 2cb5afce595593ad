package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreOnlyFor;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.failed;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static dev.holdfast.testing.ScriptedAdminApi.nothing;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drive of a request, step by step; the test plays the scheduler. */
class RequestWorkerTests {

  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Duration LOST_AFTER = Duration.ofHours(6);
  private static final Duration VERIFY_WITHIN = Duration.ofHours(2);
  private static final Duration START_WITHIN = Duration.ofHours(24);

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
  void callsOnceAndFollowsItToTheVerifiedEnd() {
    api.starts(accepted())
        .polls(seen(State.RUNNING, "Running"))
        .polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());

    step(id);
    assertThat(api.restores)
        .containsExactly(
            new RestoreOrder(UAT.id(), DEV.id(), "", restore().point(), true, Optional.empty()));
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(words(id)).contains("administration mode");
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void theSecurityGroupIsOrdered() {
    api.starts(accepted());
    step(bench.approved(restoreOnlyFor("group-a")));
    assertThat(api.restores)
        .extracting(RestoreOrder::securityGroupId)
        .contains(Optional.of("group-a"));
  }

  @Test
  void aRedCheckJustBeforeTheCallVoidsIt() {
    RequestId id = bench.approved(restore());
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Production");
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.VOIDED);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void whatTheServiceObjectsToJustBeforeTheCallVoidsIt() {
    api.capabilities = new AdminApiCapabilities(true, true, false, true, true);
    api.validation =
        () ->
            new ValidationResult(
                false, "ValidationFailed", List.of("not eligible"), Optional.empty());
    RequestId id = bench.approved(restore());
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.VOIDED);
    assertThat(words(id)).contains("Power Platform's own check found a problem: not eligible");
    assertThat(api.restores).isEmpty();
  }

  @Test
  void whileTheServicesOwnCheckCannotBeHadNothingIsCalled() {
    api.capabilities = new AdminApiCapabilities(true, true, false, true, true);
    api.validation = fails(Kind.UNAVAILABLE, "The service answers 503.");
    api.starts(accepted());
    RequestId id = bench.approved(restore());
    assertThat(step(id)).contains(Duration.ofSeconds(30));
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(request(id).waitReason().map(StoredMessage::english).orElseThrow())
        .contains("The service answers 503.");
    assertThat(api.restores).isEmpty();
    api.validation =
        () -> new ValidationResult(true, "ValidationPassed", List.of(), Optional.empty());
    step(id);
    assertThat(api.restores).hasSize(1);
  }

  /** The list only advises; a restore that is approved does not wait for it. */
  @Test
  void theServicesListOfTargetsIsNotAskedForBeforeTheCall() {
    api.capabilities = new AdminApiCapabilities(true, true, false, true, true);
    api.candidates =
        () -> {
          throw new AssertionError("asked for the candidates");
        };
    api.starts(accepted());
    step(bench.approved(restore()));
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void whatIsCalledIsExactlyWhatTheServiceChecked() {
    api.capabilities = new AdminApiCapabilities(true, true, false, true, true);
    api.starts(accepted());
    step(bench.approved(restoreOnlyFor("group-a")));
    assertThat(api.restores).hasSize(1).containsExactlyElementsOf(api.validated);
  }

  @Test
  void aBusyEnvironmentIsWaitedForWithoutACall() {
    RequestId id = bench.approved(restore());
    api.put(DEV.id(), DEV.displayName(), "Running", "Enabled", "Sandbox");
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(request(id).waitReason()).isPresent();
    assertThat(api.restores).isEmpty();
  }

  @Test
  void whatCouldNotBeStartedInTimeIsVoided() {
    RequestId id = bench.approved(restore());
    api.put(DEV.id(), DEV.displayName(), "Running", "Enabled", "Sandbox");
    step(id);
    bench.clock.advance(START_WITHIN.plusSeconds(1));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.VOIDED);
  }

  @Test
  void theRequestWaitsBehindAnotherOnTheSameEnvironment() {
    api.starts(accepted());
    RequestId first = bench.approved(restore());
    step(first);
    RequestId second = bench.approved(restore());
    step(second);
    assertThat(request(second).waitReason().map(StoredMessage::english))
        .hasValueSatisfying(why -> assertThat(why).contains(first.toString()));
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void aSourceThatIsBeingOverwrittenIsWaitedFor() {
    api.starts(accepted());
    RequestId first = bench.approved(restore());
    step(first);
    BackupSpec ofTheTarget = new BackupSpec(DEV, "label", "");
    RequestId second = bench.approved(ofTheTarget);
    step(second);
    assertThat(api.backupOrders).isEmpty();
  }

  @Test
  void aBusyAnswerPutsItBackAndItIsCalledAgainLater() {
    api.starts(fails(Kind.BUSY, "an operation is active")).starts(accepted());
    RequestId id = bench.approved(restore());
    assertThat(step(id)).contains(Duration.ofSeconds(30));
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    assertThat(api.restores).hasSize(2);
  }

  @Test
  void aBusyAnswerIsToldWithWhatHoldsTheEnvironmentSinceWhenAndByWhom() {
    api.starts(fails(Kind.BUSY, "an operation is active"));
    RequestId id = bench.approved(restore());
    api.operations.add(
        listed("op-7", "Copy", NOW, "User", State.RUNNING, "Running", Optional.empty()));
    step(id);
    assertThat(request(id).waitReason().map(StoredMessage::english))
        .contains(
            "an operation is active Contoso Dev is held by Copy (Running) since"
                + " 2026-11-20T10:00:00Z, requested by Somebody.");
  }

  @Test
  void whatHoldsABusyEnvironmentIsToldBeforeTheCallToo() {
    RequestId id = bench.approved(restore());
    api.put(DEV.id(), DEV.displayName(), "Running", "Enabled", "Sandbox");
    api.operations.add(
        listed("op-7", "Copy", NOW, "User", State.RUNNING, "Running", Optional.empty()));
    step(id);
    assertThat(request(id).waitReason().map(StoredMessage::english))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains("Copy (Running) since 2026-11-20T10:00:00Z, requested by Somebody"));
    assertThat(api.restores).isEmpty();
  }

  /** The service says it of healthy environments too: it would be waited for in vain. */
  @Test
  void aStateThatIsNotSpecifiedIsNotWaitedFor() {
    api.starts(accepted());
    RequestId id = bench.approved(restore());
    api.put(DEV.id(), DEV.displayName(), "NotSpecified", "Enabled", "Sandbox");
    step(id);
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void anEnvironmentThatIsNotSeenEverywhereYetIsTriedAgainLater() {
    api.starts(fails(Kind.NOT_YET, "not seen yet")).starts(accepted());
    RequestId id = bench.approved(restore());
    assertThat(step(id)).isPresent();
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void aRefusalForGoodFailsAndSaysThatNothingWasChanged() {
    api.starts(fails(Kind.NO_CAPACITY, "less than 1 GB"));
    RequestId id = bench.approved(restore());
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
    assertThat(words(id)).contains("Nothing was changed");
    assertThat(request(id).outcome().orElseThrow().correlationId()).contains("correlation-1");
  }

  @Test
  void aLostAnswerLeadsToTheOperationAndNotToASecondCall() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    RequestId id = bench.approved(restore());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.STARTING);
    api.operations.add(restoreBy("ServicePrincipal", "op-1"));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    assertThat(request(id).progress().orElseThrow().operationId()).contains("op-1");
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void foundInStartingAfterACrashItIsAdopted() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(restoreBy("ServicePrincipal", "op-9"));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void foundInStartingWithoutAnOperationItIsCalledOnlyAfterTheGrace() {
    api.starts(accepted());
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    step(id);
    assertThat(api.restores).isEmpty();
    bench.clock.advance(GRACE);
    step(id);
    assertThat(api.restores).hasSize(1);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void whileTheOperationsCannotBeListedNothingIsCalled() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    bench.clock.advance(GRACE.multipliedBy(2));
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "down")));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.STARTING);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void anOperationFromBeforeTheIntentIsNotOurs() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(
        listed(
            "op-old",
            "Restore",
            NOW.minus(Duration.ofHours(1)),
            "ServicePrincipal",
            State.SUCCEEDED,
            "Succeeded",
            Optional.empty()));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.STARTING);
  }

  @Test
  void twoOperationsThatCouldBeOursAreForAPerson() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.addAll(
        List.of(restoreBy("ServicePrincipal", "op-1"), restoreBy("ServicePrincipal", "op-2")));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(words(id)).contains("op-1", "op-2");
  }

  @Test
  void anOperationThatAPersonStartedIsNotTakenForOurs() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(restoreBy("User", "op-1"));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void anOperationOfATypeThatIsNotKnownIsForAPerson() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(
        listed(
            "op-1",
            "",
            NOW.plusSeconds(1),
            "ServicePrincipal",
            State.UNKNOWN,
            "",
            Optional.empty()));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void anOperationOfAnotherKindIsNotOurs() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(
        listed(
            "op-1",
            "Edit",
            NOW.plusSeconds(1),
            "User",
            State.RUNNING,
            "Running",
            Optional.empty()));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.STARTING);
  }

  @Test
  void anOperationOfAnotherRequestIsNotOurs() {
    api.starts(accepted()).polls(failed(Optional.empty()));
    RequestId first = bench.approved(restore());
    step(first);
    step(first);
    RequestId second = bench.approved(restore());
    bench.change(
        request(second),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(restoreBy("ServicePrincipal", "op-1"));
    step(second);
    assertThat(state(second)).isEqualTo(RequestState.STARTING);
  }

  @Test
  void aBackupWhoseAnswerWasLostIsFoundByItsLabel() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    RequestId id = bench.approved(backup());
    step(id);
    api.backups.add(
        new Backup(
            "b-1", "before go-live", Optional.empty(), NOW, Optional.empty(), Optional.empty()));
    step(id);
    step(id);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(api.backupOrders).hasSize(1);
  }

  @Test
  void silenceIsNoSuccess() {
    api.starts(accepted()).polls(nothing());
    RequestId id = bench.approved(restore());
    step(id);
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    assertThat(staysSilent(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
  }

  /** The network of a laptop that wakes is the last to be there. */
  @Test
  void aHoldfastThatSleptDoesNotTakeItsOwnAbsenceForSilence() {
    api.starts(accepted()).polls(seen(State.RUNNING, "Running"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.polls(nothing());
    bench.clock.advance(LOST_AFTER.multipliedBy(10));
    assertThat(step(id)).isPresent();
    bench.clock.advance(LOST_AFTER.multipliedBy(10));
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    api.polls(seen(State.SUCCEEDED, "Succeeded"));
    step(id);
    assertThat(state(id)).isNotEqualTo(RequestState.UNKNOWN);
  }

  /** As when somebody sets it right: what is waited for is neither done twice nor forgotten. */
  @Test
  void aClockThatGoesBackChangesNothing() {
    api.starts(accepted()).polls(seen(State.RUNNING, "Running"));
    RequestId id = bench.approved(restore());
    step(id);
    bench.clock.advance(Duration.ofDays(-2));
    assertThat(step(id)).isPresent();
    api.polls(nothing());
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    assertThat(api.restores).hasSize(1);
  }

  /** Its environment may look untouched and ready: that would be taken for success. */
  @Test
  void aRestoreWithoutAnAddressIsFoundAmongTheOperations() {
    api.starts(ScriptedAdminApi::acceptedWithoutAddress).polls(seen(State.RUNNING, "Running"));
    RequestId id = bench.approved(restore());
    step(id);
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    assertThat(request(id).waitReason().map(StoredMessage::english))
        .hasValueSatisfying(why -> assertThat(why).contains("didn't return an operation"));
    api.operations.add(restoreBy("ServicePrincipal", "op-1"));
    step(id);
    assertThat(request(id).progress().orElseThrow().operationId()).contains("op-1");
    assertThat(request(id).progress().orElseThrow().statusUrl()).isPresent();
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void aRestoreThatIsNeverSeenIsForAPerson() {
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    RequestId id = bench.approved(restore());
    step(id);
    assertThat(staysSilent(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void anAddressThatShowsNothingForTooLongIsLookedUpAmongTheOperations() {
    api.starts(accepted()).polls(nothing());
    RequestId id = bench.approved(restore());
    step(id);
    api.operations.add(
        listed(
            "op-1",
            "Restore",
            NOW.plusSeconds(1),
            "ServicePrincipal",
            State.SUCCEEDED,
            "Succeeded",
            Optional.empty()));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    bench.clock.advance(GRACE.plusSeconds(1));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
  }

  @Test
  void anOperationThatWasSeenBeforeIsLookedUpByItsId() {
    api.starts(accepted()).polls(seen(State.RUNNING, "Running")).polls(nothing());
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.operations.add(restoreBy("ServicePrincipal", "op-2"));
    bench.clock.advance(GRACE.plusSeconds(1));
    step(id);
    assertThat(request(id).waitReason()).isPresent();
    assertThat(request(id).progress().orElseThrow().operationId()).contains("op-1");
  }

  /** As often as one took as long before, which saves polls in between and is sooner at the end. */
  @Test
  void itIsPolledOftenNearItsUsualEndAndSeldomBefore() {
    AtomicReference<PollResult> now = new AtomicReference<>();
    RequestId id = oneLikeThatOfTwoHours(now);
    bench.clock.advance(Duration.ofHours(1));
    assertThat(step(id)).contains(Duration.ofMinutes(1));
    bench.clock.advance(Duration.ofMinutes(58));
    assertThat(step(id)).contains(Duration.ofSeconds(5));
  }

  /** The service may ask for more patience than the plan has, never for less. */
  @Test
  void theServicesOwnPaceIsKeptNearTheEndToo() {
    AtomicReference<PollResult> now = new AtomicReference<>();
    RequestId id = oneLikeThatOfTwoHours(now);
    now.set(polled(State.RUNNING, Optional.of(Duration.ofSeconds(30))));
    bench.clock.advance(Duration.ofHours(1));
    assertThat(step(id)).contains(Duration.ofMinutes(1));
    bench.clock.advance(Duration.ofMinutes(58));
    assertThat(step(id)).contains(Duration.ofSeconds(30));
    now.set(polled(State.RUNNING, Optional.of(Duration.ofSeconds(1))));
    assertThat(step(id)).contains(Duration.ofSeconds(5));
  }

  /** A restore that was just started, after one on the same target took two hours. */
  private RequestId oneLikeThatOfTwoHours(AtomicReference<PollResult> now) {
    now.set(polled(State.RUNNING, Optional.empty()));
    api.starts(accepted()).polls(now::get);
    RequestId first = bench.approved(restore());
    step(first);
    assertThat(step(first)).contains(Duration.ofSeconds(15));
    bench.clock.advance(Duration.ofHours(2));
    now.set(polled(State.SUCCEEDED, Optional.empty()));
    step(first);
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(first);
    now.set(polled(State.RUNNING, Optional.empty()));
    api.starts(accepted());
    RequestId second = bench.approved(restore());
    step(second);
    return second;
  }

  private static PollResult polled(State state, Optional<Duration> retryAfter) {
    return new PollResult.Seen(
        ScriptedAdminApi.operation(state, state.name(), Optional.empty()), retryAfter);
  }

  @Test
  void anUnknownWordIsShownAndFollowedFurther() {
    api.starts(accepted()).polls(seen(State.UNKNOWN, "Hibernating"));
    RequestId id = bench.approved(restore());
    step(id);
    assertThat(step(id)).isPresent();
    assertThat(request(id).progress().orElseThrow().serviceStatus()).isEqualTo("Hibernating");
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void troubleWhileItRunsIsToldAndEndsWithTheNextAnswer() {
    api.starts(accepted()).polls(seen(State.RUNNING, "Running"));
    RequestId id = bench.approved(restore());
    step(id);
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "The service answers 500.")));
    assertThat(step(id)).isPresent();
    assertThat(request(id).waitReason().map(StoredMessage::english))
        .hasValueSatisfying(why -> assertThat(why).contains("500"));
    api.down(Optional.empty());
    step(id);
    assertThat(request(id).waitReason()).isEmpty();
  }

  @Test
  void aServiceThatFlapsBetweenTroublesIsToldOfOnce() {
    api.starts(accepted()).polls(seen(State.RUNNING, "Running"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "The service answers 500.")));
    step(id);
    long version = request(id).version();
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.THROTTLED, "There were too many calls.")));
    step(id);
    assertThat(request(id).version()).isEqualTo(version);
  }

  @Test
  void aFailedOperationFailsWithTheServicesWords() {
    api.starts(accepted())
        .polls(failed(Optional.of(new AdminOperation.Fault("RestoreFailed", "no luck"))));
    RequestId id = bench.approved(restore());
    step(id);
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
    assertThat(request(id).outcome().orElseThrow().serviceMessage())
        .contains("RestoreFailed: no luck");
  }

  @Test
  void aFailedOperationWithoutWordsFailsToo() {
    api.starts(accepted()).polls(failed(Optional.empty()));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
    assertThat(words(id)).contains("doesn't say why");
  }

  @Test
  void successOfTheOperationAloneIsNone() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.put(DEV.id(), DEV.displayName(), "Running", "Enabled", "Sandbox");
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
    bench.clock.advance(VERIFY_WITHIN.plusSeconds(1));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
  }

  /** A restore ends in administration mode or enabled (R20); anything else is for a person. */
  @ParameterizedTest
  @CsvSource({
    "Ready, Disabled, runtime state is Disabled",
    "Ready, Hibernating, runtime state is Hibernating",
    "Ready, '', doesn't report whether Contoso Dev is in administration mode",
    "'', AdminMode, management state is not reported",
    "Failed, AdminMode, management state is Failed"
  })
  void anEnvironmentThatCannotBeUsedIsNoSuccess(String management, String runtime, String words) {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.put(DEV.id(), DEV.displayName(), management, runtime, "Sandbox");
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
    assertThat(request(id).waitReason().map(StoredMessage::english))
        .hasValueSatisfying(why -> assertThat(why).contains(words));
    bench.clock.advance(VERIFY_WITHIN.plusSeconds(1));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(words(id)).contains(words);
  }

  /** A restore turns administration mode on (R20), so this may be one that changed nothing. */
  @Test
  void aTargetThatNeverEntersAdministrationModeIsNoSuccess() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
    assertThat(request(id).waitReason().map(StoredMessage::english).orElseThrow())
        .contains("isn't in administration mode", "the runtime state is Enabled");
    bench.clock.advance(Duration.ofMinutes(6));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(words(id))
        .contains("nothing that Holdfast can read shows that anything was changed")
        .doesNotContain("is restored", "is ready");
  }

  @Test
  void administrationModeThatShowsLateIsWaitedFor() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    step(id);
    bench.clock.advance(Duration.ofMinutes(4));
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  /** Of what was not read the card says so. */
  @Test
  void whatWasReadOfTheTargetIsKept() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(id);
    TargetObservation target = request(id).completed().targetObservation().orElseThrow();
    assertThat(target.state()).isEqualTo("Ready, AdminMode");
    assertThat(target.background()).isEmpty();
    assertThat(target.financeAndOperations())
        .contains(new TargetObservation.FinanceAndOperations(Optional.of("Enabled")));
  }

  /** The service says {@code NotSpecified} of environments at rest and, it may be, at work. */
  @Test
  void whereTheStateIsNotSpecifiedTheOperationsMustShowThatNothingRuns() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.put(DEV.id(), DEV.displayName(), "NotSpecified", "AdminMode", "Sandbox");
    api.operations.add(restoreBy("ServicePrincipal", "op-1"));
    assertThat(step(id)).isPresent();
    assertThat(request(id).waitReason().map(StoredMessage::english))
        .hasValueSatisfying(why -> assertThat(why).contains("held by Restore (Running)"));
    api.operations.clear();
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void aBackupIsMadeWhenTheServiceListsIt() {
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    RequestId id = bench.approved(backup());
    step(id);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.VERIFYING);
    api.backups.add(
        new Backup(
            "b-1", "before go-live", Optional.empty(), NOW, Optional.empty(), Optional.empty()));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void aRestoreThatEndsInAdministrationModeKnowsIt() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(id);
    assertThat(request(id).administrationMode())
        .hasValueSatisfying(mode -> assertThat(mode.offered()).isTrue());
  }

  @Test
  void whereTheAdminApiCannotLeaveTheModeItIsKnownAndNotOffered() {
    api.capabilities = new AdminApiCapabilities(true, true, false, false, false);
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(id);
    assertThat(request(id).administrationMode())
        .hasValueSatisfying(mode -> assertThat(mode.offered()).isFalse());
  }

  @Test
  void afterAFailureTheTargetIsLookedAtUntilItCanBeRead() {
    api.starts(accepted()).polls(failed(Optional.empty()));
    RequestId id = bench.approved(restore());
    step(id);
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    Environment target = api.environments.remove(DEV.id());
    assertThat(step(id)).contains(Duration.ofSeconds(30));
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
    assertThat(request(id).administrationMode()).isEmpty();
    api.environments.put(DEV.id(), target);
    assertThat(step(id)).isEmpty();
    assertThat(request(id).administrationMode())
        .hasValueSatisfying(mode -> assertThat(mode.offered()).isTrue());
    assertThat(state(id)).isEqualTo(RequestState.FAILED);
  }

  @Test
  void theLookAfterAFailureIsNotTriedForEver() {
    api.starts(accepted()).polls(failed(Optional.empty()));
    RequestId id = bench.approved(restore());
    step(id);
    api.environments.remove(DEV.id());
    assertThat(step(id)).isPresent();
    bench.clock.advance(VERIFY_WITHIN.plusSeconds(1));
    assertThat(step(id)).isEmpty();
  }

  @Test
  void aTargetThatEverybodyCanUseAfterAFailureNeedsNothing() {
    api.starts(accepted()).polls(failed(Optional.empty()));
    RequestId id = bench.approved(restore());
    step(id);
    assertThat(step(id)).isEmpty();
    assertThat(request(id).administrationMode()).isEmpty();
  }

  @Test
  void aCancelledRequestIsDrivenNoFurther() {
    RequestId id = bench.approved(restore());
    bench.change(request(id), request -> request.approval().cancel(ALEX, bench.clock.instant()));
    assertThat(step(id)).isEmpty();
    assertThat(api.restores).isEmpty();
  }

  private AdminOperation restoreBy(String principalType, String id) {
    return listed(
        id,
        "Restore",
        NOW.plusSeconds(1),
        principalType,
        State.RUNNING,
        "Running",
        Optional.empty());
  }

  private Optional<Duration> step(RequestId id) {
    return bench.get(RequestWorker.class).run(id);
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }

  private RequestState state(RequestId id) {
    return request(id).state();
  }

  private String words(RequestId id) {
    return StoredMessage.english(request(id).outcome().orElseThrow().message());
  }

  /** Asked every hour, the service keeps silent for longer than Holdfast bears. */
  private Optional<Duration> staysSilent(RequestId id) {
    Optional<Duration> next = step(id);
    for (int hours = 0; hours <= LOST_AFTER.toHours(); hours++) {
      bench.clock.advance(Duration.ofHours(1));
      next = step(id);
    }
    return next;
  }
}
