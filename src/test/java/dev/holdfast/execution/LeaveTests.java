package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.failed;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.failure;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static dev.holdfast.testing.ScriptedAdminApi.nothing;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.LeaveRequests;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;

/** Leaving administration mode, step by step, as its request and the one before it see it. */
class LeaveTests {

  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final Duration LEAVE_WITHIN = Duration.ofMinutes(30);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench;
  private RequestId id;
  private RequestId leave;

  @BeforeEach
  void open() {
    bench = DriveBench.open(api);
    mode("AdminMode");
    id = inAdministrationMode("draft-1");
    ask(id);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void callsOnceFollowsItAndBelievesTheEnvironmentAlone() {
    api.starts(accepted())
        .polls(seen(State.RUNNING, "Running"))
        .polls(seen(State.SUCCEEDED, "Succeeded"));
    assertThat(step()).contains(Duration.ZERO);
    assertThat(api.modeChanges).containsExactly(DEV.id());
    assertThat(state()).isEqualTo(RequestState.RUNNING);
    step();
    assertThat(request(leave).progress().orElseThrow().serviceStatus()).isEqualTo("Running");
    assertThat(step()).contains(Duration.ZERO);
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
    assertThat(step()).contains(RETRY);
    assertThat(request(leave).waitReason())
        .hasValueSatisfying(why -> assertThat(StoredMessage.english(why)).contains("AdminMode"));
    mode("Enabled");
    assertThat(step()).isEmpty();
    assertThat(phase()).isEqualTo(Phase.LEFT);
    assertThat(words())
        .contains("Contoso Dev is out of administration mode", "Background operations are on.");
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(api.modeChanges).hasSize(1);
  }

  @Test
  void theServicesOwnPaceIsKept() {
    Optional<Duration> minute = Optional.of(Duration.ofMinutes(1));
    api.starts(
            () ->
                new OperationAccepted(
                    Optional.of(ScriptedAdminApi.REF), Optional.empty(), minute, Optional.empty()))
        .polls(
            () ->
                new PollResult.Seen(
                    ScriptedAdminApi.operation(State.RUNNING, "Running", Optional.empty()),
                    minute));
    assertThat(step()).isEqualTo(minute);
    assertThat(step()).isEqualTo(minute);
  }

  @Test
  void anEnvironmentThatIsOutAlreadyNeedsNoCall() {
    mode("Enabled");
    assertThat(step()).isEmpty();
    assertThat(phase()).isEqualTo(Phase.LEFT);
    assertThat(words()).contains("already out of administration mode");
    assertThat(request(leave).outcome().orElseThrow().serviceStarted()).isFalse();
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void anEnvironmentInAnotherStateIsLeftAlone() {
    mode("Disabled");
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("Disabled", "Holdfast changed nothing");
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void anOrderThatTheServiceNamesNoOperationForIsSeenInTheEnvironment() {
    api.starts(
        () ->
            new OperationAccepted(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    step();
    step();
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
    mode("Enabled");
    assertThat(step()).isEmpty();
    assertThat(phase()).isEqualTo(Phase.LEFT);
  }

  @Test
  void anActiveOperationIsNamedAndWaitedForUntilItTakesTooLong() {
    api.operations.add(operation("op-7", "Copy", "User", State.RUNNING, NOW.minusSeconds(60)));
    assertThat(step()).contains(RETRY);
    assertThat(request(leave).waitReason())
        .hasValueSatisfying(
            why ->
                assertThat(StoredMessage.english(why))
                    .contains("Copy", "2026-11-20T09:59:00Z", "Somebody"));
    assertThat(state()).isEqualTo(RequestState.APPROVED);
    bench.clock.advance(LEAVE_WITHIN.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("too long", "Copy");
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void aBusyEnvironmentIsWaitedForAlsoWhenNoOperationIsListed() {
    api.put(DEV.id(), DEV.displayName(), "Running", "AdminMode", "Sandbox");
    assertThat(step()).contains(RETRY);
    assertThat(api.modeChanges).isEmpty();
    mode("AdminMode");
    api.starts(accepted());
    step();
    assertThat(api.modeChanges).hasSize(1);
  }

  @Test
  void anotherRequestThatIsAtWorkOnItIsWaitedFor() {
    RequestId other = request(new BackupSpec(DEV, "label", ""), "draft-2");
    bench.change(request(other), r -> r.mainStep().commitStart(NOW));
    assertThat(step()).contains(RETRY);
    assertThat(request(leave).waitReason())
        .hasValueSatisfying(
            why -> assertThat(StoredMessage.english(why)).contains(other.toString()));
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void aLaterRestoreOfTheSameTargetHasTheLastWord() {
    RequestId later = request(restore(), "draft-2");
    bench.clock.advance(Duration.ofMinutes(1));
    bench.change(request(later), r -> r.mainStep().commitStart(now()));
    bench.change(request(later), r -> r.mainStep().accepted(progress("Accepted"), "", now()));
    bench.change(
        request(later),
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        now(), Message.plain("no"), Optional.empty(), Optional.empty(), true)));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains(later.toString());
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void aLaterRestoreThatTheServiceRefusedChangesNothing() {
    RequestId later = request(restore(), "draft-2");
    bench.clock.advance(Duration.ofMinutes(1));
    bench.change(request(later), r -> r.mainStep().commitStart(now()));
    bench.change(
        request(later),
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        now(), Message.plain("no"), Optional.empty(), Optional.empty(), false)));
    api.starts(accepted());
    step();
    assertThat(api.modeChanges).hasSize(1);
  }

  @Test
  void whereTheAdminApiCannotDoItThePersonIsSentToTheAdminCenter() {
    api.capabilities = new AdminApiCapabilities(true, true, false, false, false);
    assertThat(step()).isEmpty();
    assertThat(mode().phase()).isEqualTo(Phase.ON);
    assertThat(mode().offered()).isFalse();
    assertThat(words()).contains("admin center");
    assertThat(api.modeChanges).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "NOT_YET", "THROTTLED", "UNREACHABLE", "UNAUTHORIZED"})
  void aRefusalForNowIsToldAndTriedAgain(Kind kind) {
    api.starts(fails(kind, "not now")).starts(accepted());
    assertThat(step()).contains(RETRY);
    assertThat(state()).isEqualTo(RequestState.APPROVED);
    assertThat(request(leave).waitReason())
        .hasValueSatisfying(why -> assertThat(StoredMessage.english(why)).contains("not now"));
    step();
    assertThat(state()).isEqualTo(RequestState.RUNNING);
    assertThat(api.modeChanges).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"FORBIDDEN", "NOT_REGISTERED", "INVALID", "NOT_FOUND", "NO_CAPACITY"})
  void aRefusalForGoodIsToldWithTheServicesWords(Kind kind) {
    api.starts(fails(kind, "the role is missing"));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("refused", "the role is missing");
    Outcome ending = request(leave).outcome().orElseThrow();
    assertThat(ending.serviceMessage()).contains(kind.name() + ": the role is missing");
    assertThat(ending.correlationId()).contains("correlation-1");
    assertThat(ending.serviceStarted()).isFalse();
  }

  @Test
  void aRefusalForNowThatStaysIsGivenUp() {
    api.starts(fails(Kind.BUSY, "an operation is active"))
        .starts(fails(Kind.BUSY, "an operation is active"));
    step();
    bench.clock.advance(LEAVE_WITHIN.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("too long", "an operation is active");
    assertThat(request(leave).outcome().orElseThrow().correlationId()).contains("correlation-1");
  }

  @Test
  void whatCannotBeLookedAtIsNotChanged() {
    api.down(Optional.of(failure(Kind.UNAVAILABLE, "The service answers 503.")));
    assertThat(step()).contains(RETRY);
    assertThat(request(leave).waitReason())
        .hasValueSatisfying(why -> assertThat(StoredMessage.english(why)).contains("503"));
    bench.clock.advance(LEAVE_WITHIN.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("503");
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void anEnvironmentThatIsGoneIsToldAtOnce() {
    api.environments.remove(DEV.id());
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("no such environment");
  }

  @Test
  void aCrashBetweenIntentAndCallIsFollowedByALookAndThenTheCall() {
    bench.change(request(leave), r -> r.mainStep().commitStart(now()));
    assertThat(step()).contains(Duration.ZERO);
    assertThat(api.modeChanges).isEmpty();
    api.starts(accepted());
    step();
    assertThat(api.modeChanges).hasSize(1);
    assertThat(state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void aCrashAfterTheCallLeadsToItsOperationAndNotToASecondCall() {
    api.starts(
        () -> {
          throw new IllegalStateException("the process dies here");
        });
    assertThatThrownBy(this::step).isInstanceOf(IllegalStateException.class);
    assertThat(state()).isEqualTo(RequestState.STARTING);
    api.operations.add(
        operation("op-9", "Edit", "ServicePrincipal", State.RUNNING, NOW.plusSeconds(1)));
    step();
    assertThat(state()).isEqualTo(RequestState.RUNNING);
    assertThat(request(leave).progress().orElseThrow().operationId()).contains("op-9");
    assertThat(api.modeChanges).hasSize(1);
  }

  @Test
  void aCrashAfterTheCallIsOverWhenTheEnvironmentShowsIt() {
    bench.change(request(leave), r -> r.mainStep().commitStart(now()));
    mode("Enabled");
    while (step().isPresent()) {
      assertThat(request(leave).state()).isNotEqualTo(RequestState.UNKNOWN);
    }
    assertThat(phase()).isEqualTo(Phase.LEFT);
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void operationsOfOthersAndOfOldAreNotAdopted() {
    bench.change(request(leave), r -> r.mainStep().commitStart(now()));
    api.operations.add(operation("op-1", "Edit", "User", State.SUCCEEDED, NOW.plusSeconds(1)));
    api.operations.add(
        operation("op-2", "Copy", "ServicePrincipal", State.SUCCEEDED, NOW.plusSeconds(1)));
    api.operations.add(
        operation("op-3", "Edit", "ServicePrincipal", State.FAILED, NOW.minusSeconds(3600)));
    step();
    assertThat(state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void aLostAnswerIsLookedAfterBeforeItIsAskedAgain() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut")).starts(accepted());
    assertThat(step()).contains(RETRY);
    assertThat(state()).isEqualTo(RequestState.STARTING);
    assertThat(request(leave).waitReason())
        .hasValueSatisfying(why -> assertThat(StoredMessage.english(why)).contains("lost"));
    step();
    assertThat(api.modeChanges).hasSize(1);
    step();
    assertThat(api.modeChanges).hasSize(2);
    assertThat(state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void whileItCannotBeSeenWhetherTheCallWasTakenNothingIsCalled() {
    bench.change(request(leave), r -> r.mainStep().commitStart(now()));
    api.down(Optional.of(failure(Kind.UNAVAILABLE, "The service answers 503.")));
    assertThat(step()).contains(RETRY);
    assertThat(state()).isEqualTo(RequestState.STARTING);
    bench.clock.advance(LEAVE_WITHIN.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("503");
    assertThat(request(leave).outcome().orElseThrow().serviceStarted()).isTrue();
  }

  @Test
  void aFailedOperationIsToldWithTheServicesWords() {
    api.starts(accepted())
        .polls(failed(Optional.of(new AdminOperation.Fault("EditFailed", "no luck"))));
    step();
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("failed");
    assertThat(request(leave).outcome().orElseThrow().serviceMessage())
        .contains("EditFailed: no luck");
  }

  @Test
  void aFailedOperationWithoutWordsIsAFailureToo() {
    api.starts(accepted()).polls(failed(Optional.empty()));
    step();
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("doesn't say why");
  }

  @Test
  void silenceIsToldOnceAndThenTheEnvironmentDecides() {
    api.starts(accepted()).polls(nothing());
    step();
    assertThat(step()).isPresent();
    assertThat(request(leave).waitReason())
        .hasValueSatisfying(why -> assertThat(StoredMessage.english(why)).contains("keeps asking"));
    long version = request(leave).version();
    step();
    assertThat(request(leave).version()).isEqualTo(version);
    bench.clock.advance(LEAVE_WITHIN.plusSeconds(1));
    step();
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
    mode("Enabled");
    assertThat(step()).isEmpty();
    assertThat(phase()).isEqualTo(Phase.LEFT);
  }

  /** Only the environment says whether the mode is off, so nobody waits for a word. */
  @Test
  void anUnknownWordIsShownAndThenTheEnvironmentDecides() {
    api.starts(accepted()).polls(seen(State.UNKNOWN, "Hibernating"));
    step();
    assertThat(step()).isPresent();
    assertThat(request(leave).progress().orElseThrow().serviceStatus()).isEqualTo("Hibernating");
    assertThat(state()).isEqualTo(RequestState.RUNNING);
    bench.clock.advance(Duration.ofMinutes(6));
    step();
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
  }

  @Test
  void aFinalWordThatIsNotKnownLetsTheEnvironmentDecide() {
    api.starts(accepted()).polls(seen(State.ENDED, "Cancelled"));
    step();
    step();
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
  }

  /** The service can leave them off although it was told to turn them on (rule R44). */
  @Test
  void backgroundOperationsAreOnlySaidToBeOnWhenTheyWereRead() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    step();
    step();
    mode("Enabled");
    api.background(DEV.id(), "Disabled");
    assertThat(step()).contains(RETRY);
    assertThat(state()).isEqualTo(RequestState.VERIFYING);
    bench.clock.advance(Duration.ofMinutes(6));
    assertThat(step()).isEmpty();
    assertThat(phase()).isEqualTo(Phase.LEFT);
    assertThat(words()).contains("Background operations aren't on (their state is Disabled)");
    assertThat(mode().backgroundOperationsOn()).contains(false);
  }

  @Test
  void whatIsNotReportedOfBackgroundOperationsIsNotClaimed() {
    mode("Enabled");
    api.background(DEV.id(), "");
    assertThat(step()).isEmpty();
    assertThat(words()).contains("doesn't report whether background operations are on");
    assertThat(mode().backgroundOperationsOn()).isEmpty();
  }

  @Test
  void successOfTheOperationAloneIsNone() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    step();
    step();
    bench.clock.advance(LEAVE_WITHIN.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("doesn't show it", "AdminMode");
  }

  @Test
  void whatFailedCanBeAskedForAgain() {
    api.starts(fails(Kind.FORBIDDEN, "the role is missing")).starts(accepted());
    step();
    ask(id);
    step();
    assertThat(state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void whatIsDoneIsDrivenNoFurther() {
    mode("Enabled");
    step();
    mode("AdminMode");
    assertThat(step()).isEmpty();
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void whatNobodyAskedForIsNotDone() {
    RequestId other = inAdministrationMode("draft-2");
    assertThat(bench.get(RequestWorker.class).run(other)).isEmpty();
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void eachWishIsADurableTaskOfItsOwn() {
    api.starts(fails(Kind.FORBIDDEN, "the role is missing"));
    RequestId first = leave;
    step();
    ask(id);
    RequestId second = leave;
    ArgumentCaptor<SchedulableInstance<?>> scheduled = ArgumentCaptor.captor();
    verify(bench.scheduler, atLeastOnce()).schedule(scheduled.capture());
    assertThat(scheduled.getAllValues())
        .filteredOn(one -> one.getTaskName().equals("drive-request"))
        .extracting(SchedulableInstance::getId)
        .containsExactly(id.toString(), first.toString(), second.toString());
    assertThat(scheduled.getAllValues())
        .noneMatch(one -> one.getTaskName().equals("leave-administration-mode"));
  }

  @Test
  void anUnknownOutcomeOfTheRequestBeforeDoesNotHoldIt() {
    bench.change(request(leave), r -> r.approval().cancel(ALEX, now()));
    RequestId doubtful = request(restore(), "draft-2");
    bench.clock.advance(Duration.ofMinutes(1));
    bench.change(request(doubtful), r -> r.mainStep().commitStart(now()));
    bench.change(request(doubtful), r -> r.mainStep().accepted(progress("Accepted"), "", now()));
    bench.change(
        request(doubtful),
        r ->
            r.mainStep()
                .outcomeUnknown(
                    new Outcome(
                        now(), Message.plain("?"), Optional.empty(), Optional.empty(), true)));
    bench.change(request(doubtful), r -> r.completed().seenInAdministrationMode(true, now()));
    id = doubtful;
    ask(doubtful);
    api.starts(accepted());
    step();
    assertThat(api.modeChanges).hasSize(1);
  }

  @Test
  void whileItIsAtWorkOthersWait() {
    api.starts(accepted());
    step();
    RequestId later = request(restore(), "draft-2");
    bench.get(RequestWorker.class).run(later);
    assertThat(StoredMessage.english(request(later).waitReason().orElseThrow()))
        .contains(leave.toString(), "is running on");
    assertThat(api.restores).isEmpty();
  }

  @Test
  void whatWaitsInLineForTooLongHasFailed() {
    RequestId other = request(new BackupSpec(DEV, "label", ""), "draft-2");
    bench.change(request(other), r -> r.mainStep().commitStart(NOW));
    step();
    bench.clock.advance(LEAVE_WITHIN.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("too long", other.toString());
  }

  @Test
  void anAnswerThatIsLostForTooLongHasFailedAndIsNotUnknown() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"))
        .starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step();
    step();
    bench.clock.advance(LEAVE_WITHIN.plusSeconds(1));
    assertThat(step()).isEmpty();
    assertThat(offeredAgain()).contains("too long", "lost");
    assertThat(request(leave).outcome().orElseThrow().serviceStarted()).isTrue();
  }

  @Test
  void whatIsTakenBackIsOfferedAgain() {
    bench.change(request(leave), r -> r.approval().cancel(ALEX, now()));
    assertThat(mode().offered()).isTrue();
    assertThat(mode().leave()).isEmpty();
    assertThat(step()).isEmpty();
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void whatWasReadOfTheEnvironmentIsKeptWithTheRequest() {
    mode("Enabled");
    step();
    assertThat(request(leave).completed().targetObservation().orElseThrow().state())
        .isEqualTo("Ready, Enabled");
    assertThat(request(leave).safetyBackup()).isEmpty();
  }

  /** A restore that ended, with its target in administration mode. */
  private RequestId inAdministrationMode(String draft) {
    RequestId ended = request(restore(), draft);
    bench.change(request(ended), r -> r.mainStep().commitStart(now()));
    bench.change(request(ended), r -> r.mainStep().accepted(progress("Accepted"), "", now()));
    bench.change(request(ended), r -> r.mainStep().beginVerification(now()));
    bench.change(
        request(ended),
        r -> r.completed().succeedInAdministrationMode(Message.plain("done"), true, now()));
    return ended;
  }

  private RequestId request(OperationSpec work, String draft) {
    RequestId next = bench.requests().nextId();
    bench.add(Request.submit(next, details(work, 0, draft)));
    return next;
  }

  private void ask(RequestId request) {
    leave = LeaveRequests.ask(bench, request(request), ALEX).id();
  }

  private void mode(String runtime) {
    api.put(DEV.id(), DEV.displayName(), "Ready", runtime, "Sandbox");
    api.background(DEV.id(), runtime.equals("Enabled") ? "Enabled" : "Disabled");
  }

  private static AdminOperation operation(
      String id, String type, String principal, State state, Instant createdAt) {
    return listed(id, type, createdAt, principal, state, state.name(), Optional.empty());
  }

  private Optional<Duration> step() {
    return bench.get(RequestWorker.class).run(leave);
  }

  private Instant now() {
    return bench.clock.instant();
  }

  private Request request(RequestId request) {
    return bench.requests().find(request).orElseThrow();
  }

  private TargetAdminMode mode() {
    return request(id).administrationMode().orElseThrow();
  }

  private Phase phase() {
    return mode().phase();
  }

  private RequestState state() {
    return request(leave).state();
  }

  /** How it ended; both requests say the same. */
  private String words() {
    Outcome end = request(leave).outcome().orElseThrow();
    assertThat(mode().leave().orElseThrow().ending()).contains(end);
    return StoredMessage.english(end.message());
  }

  /** Why it did not work, of what is offered again. */
  private String offeredAgain() {
    assertThat(state()).isEqualTo(RequestState.FAILED);
    assertThat(mode().offered()).isTrue();
    return words();
  }
}
