package dev.holdfast.execution;

import static dev.holdfast.request.RequestState.APPROVED;
import static dev.holdfast.request.RequestState.CANCELLED;
import static dev.holdfast.request.RequestState.FAILED;
import static dev.holdfast.request.RequestState.RUNNING;
import static dev.holdfast.request.RequestState.SAFETY_BACKUP;
import static dev.holdfast.request.RequestState.STARTING;
import static dev.holdfast.request.RequestState.VOIDED;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.failed;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The backup of the target before it is overwritten, step by step; the test is the scheduler. */
class SafetyBackupTests {

  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Duration WITHIN = Duration.ofHours(2);
  private static final Duration USABLE_AFTER = Duration.ofMinutes(15);
  private static final Duration KEPT_FOR = Duration.ofDays(7);

  private static final String NOT_TAKEN =
      "The safety backup wasn't taken, so the restore wasn't started, and nothing was"
          + " overwritten. ";

  private static final String UNKNOWN =
      "Holdfast can't tell whether the safety backup was taken. So the restore wasn't started, and"
          + " nothing was overwritten. ";

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench;
  private RequestId id;

  @BeforeEach
  void open() {
    bench = DriveBench.open(api);
    id = bench.approved(restoreWithSafetyBackup());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theRestoreBeginsOnlyWhenTheServiceWouldRestoreFromTheBackup() {
    api.starts(ScriptedAdminApi::acceptedWithoutAddress).starts(accepted());
    step();
    assertThat(api.backupOrders)
        .containsExactly(
            new BackupOrder(
                DEV.id(), "Holdfast " + id + " before restore", "Taken before " + id + "."));
    assertThat(state()).isEqualTo(SAFETY_BACKUP);
    step();
    assertThat(step()).isPresent();
    assertThat(request().waitReason().map(StoredMessage::english))
        .contains("Power Platform doesn't list the safety backup yet.");
    made("b-1");
    step();
    assertThat(step()).contains(USABLE_AFTER);
    assertThat(api.restores).isEmpty();
    bench.clock.advance(USABLE_AFTER.minusMillis(1));
    step();
    assertThat(api.restores).isEmpty();
    bench.clock.advance(Duration.ofMillis(1));
    step();
    assertThat(state()).isEqualTo(RUNNING);
    assertThat(api.restores).hasSize(1);
    assertThat(api.backupOrders).hasSize(1);
  }

  @Test
  void theExpiryIsTheServicesOrReckoned() {
    taken();
    CreatedBackup stated = request().safetyBackup().orElseThrow().created().orElseThrow();
    assertThat(stated.expiryStated()).isTrue();
    assertThat(stated.expiresAt()).isEqualTo(bench.clock.instant().plus(Duration.ofDays(3)));
  }

  @Test
  void whereTheServiceDoesNotSayItIsSevenDays() {
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step();
    made("b-1", Optional.empty());
    step();
    step();
    CreatedBackup kept = request().safetyBackup().orElseThrow().created().orElseThrow();
    assertThat(kept.expiryStated()).isFalse();
    assertThat(kept.expiresAt()).isEqualTo(kept.point().plus(KEPT_FOR));
  }

  /** Killed after the intent was committed and before the call went out. */
  @Test
  void foundWithoutABackupItIsOrderedOnlyAfterTheGrace() {
    bench.change(
        request(),
        r -> r.safetyBackupStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    step();
    assertThat(api.backupOrders).isEmpty();
    assertThat(request().waitReason()).isPresent();
    bench.clock.advance(GRACE);
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step();
    assertThat(api.backupOrders).hasSize(1);
  }

  /** Killed after the call, or its answer was lost. */
  @Test
  void aLostAnswerLeadsToTheBackupAndNotToASecondCall() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step();
    assertThat(state()).isEqualTo(SAFETY_BACKUP);
    made("b-1");
    step();
    step();
    step();
    assertThat(request().safetyBackup().orElseThrow().created()).isPresent();
    bench.clock.advance(GRACE.plusSeconds(1));
    step();
    assertThat(api.backupOrders).hasSize(1);
  }

  @Test
  void aLostAnswerLeadsToTheOperationWhereThereIsOne() {
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"))
        .polls(seen(AdminOperation.State.SUCCEEDED, "Succeeded"));
    step();
    api.operations.add(operation("op-1", "Backup", AdminOperation.State.RUNNING));
    step();
    assertThat(request().safetyBackupStep().progress().orElseThrow().operationId())
        .contains("op-1");
    step();
    made("b-1");
    step();
    assertThat(request().safetyBackup().orElseThrow().created()).isPresent();
    assertThat(api.backupOrders).hasSize(1);
  }

  /** Killed while the service is at it, and again before the restore is called. */
  @Test
  void theRestoreIsTracedPastTheOperationOfItsOwnSafetyBackup() {
    api.starts(accepted()).polls(seen(AdminOperation.State.SUCCEEDED, "Succeeded"));
    step();
    step();
    made("b-1");
    step();
    bench.clock.advance(USABLE_AFTER);
    bench.change(
        request(),
        r -> r.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(operation("op-1", "", AdminOperation.State.SUCCEEDED));
    step();
    assertThat(state()).isEqualTo(STARTING);
    assertThat(api.restores).isEmpty();
    bench.clock.advance(GRACE);
    api.starts(accepted());
    step();
    assertThat(state()).isEqualTo(RUNNING);
    assertThat(api.restores).hasSize(1);
    assertThat(api.backupOrders).hasSize(1);
  }

  @Test
  void twoOperationsThatCouldBeOursEndItWithNothingOverwritten() {
    bench.change(
        request(),
        r -> r.safetyBackupStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(operation("op-1", "", AdminOperation.State.RUNNING));
    api.operations.add(operation("op-2", "", AdminOperation.State.RUNNING));
    assertThat(step()).isEmpty();
    assertNothingOverwritten(UNKNOWN, "op-1 and op-2");
  }

  @Test
  void aRefusalForGoodEndsItWithNothingOverwritten() {
    api.starts(fails(Kind.FORBIDDEN, "without the role"));
    assertThat(step()).isEmpty();
    assertNothingOverwritten(NOT_TAKEN, "without the role");
  }

  @Test
  void aFailedBackupEndsItWithNothingOverwritten() {
    api.starts(accepted()).polls(failed(Optional.empty()));
    step();
    assertThat(step()).isEmpty();
    assertNothingOverwritten(NOT_TAKEN, "doesn't say why");
  }

  @Test
  void oneThatTakesTooLongEndsItWithNothingOverwritten() {
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step();
    step();
    step();
    bench.clock.advance(WITHIN.plusMillis(1));
    assertThat(step()).isEmpty();
    assertNothingOverwritten(
        UNKNOWN, "It took too long. Power Platform doesn't list the safety backup yet.");
  }

  @Test
  void aBusyTargetIsWaitedForVisiblyAndAskedAnew() {
    api.starts(fails(Kind.BUSY, "an operation is active"))
        .starts(ScriptedAdminApi::acceptedWithoutAddress);
    assertThat(step()).isPresent();
    assertThat(state()).isEqualTo(APPROVED);
    assertThat(request().waitReason().map(StoredMessage::english))
        .contains("an operation is active");
    step();
    assertThat(state()).isEqualTo(SAFETY_BACKUP);
    assertThat(api.backupOrders).hasSize(2);
  }

  @Test
  void aRestoreThatIsPutBackKeepsItsTurnAndItsBackup() {
    taken();
    bench.clock.advance(USABLE_AFTER);
    api.starts(fails(Kind.BUSY, "an operation is active")).starts(accepted());
    assertThat(step()).isPresent();
    assertThat(state()).isEqualTo(SAFETY_BACKUP);
    assertThat(request().waitReason().map(StoredMessage::english))
        .contains("an operation is active");
    step();
    assertThat(state()).isEqualTo(RUNNING);
    assertThat(api.restores).hasSize(2);
    assertThat(api.backupOrders).hasSize(1);
  }

  @Test
  void whatTurnedRedMeanwhileIsNotCalled() {
    taken();
    bench.clock.advance(USABLE_AFTER);
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Production");
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(VOIDED);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void anotherOnTheSameTargetWaitsForAllOfIt() {
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step();
    RequestId first = id;
    id = bench.approved(restore());
    step();
    assertThat(request().waitReason().map(StoredMessage::english))
        .hasValueSatisfying(why -> assertThat(why).contains(first.toString()));
    assertThat(api.restores).isEmpty();
  }

  @Test
  void onceTheBackupIsThereTheRequesterMayStillCancel() {
    taken();
    bench.change(request(), r -> r.approval().cancel(ALEX, bench.clock.instant()));
    bench.clock.advance(USABLE_AFTER);
    assertThat(step()).isEmpty();
    assertThat(state()).isEqualTo(CANCELLED);
    assertThat(api.restores).isEmpty();
  }

  private void assertNothingOverwritten(String opening, String why) {
    assertThat(state()).isEqualTo(FAILED);
    assertThat(request().outcome().orElseThrow().serviceStarted()).isFalse();
    assertThat(StoredMessage.english(request().outcome().orElseThrow().message()))
        .startsWith(opening)
        .contains(why);
    assertThat(request().completed().hasOverwritten()).isFalse();
    assertThat(api.restores).isEmpty();
  }

  private void taken() {
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step();
    made("b-1");
    step();
    step();
  }

  private void made(String backup) {
    made(backup, Optional.of(Duration.ofDays(3)));
  }

  private void made(String backup, Optional<Duration> kept) {
    api.backups.add(
        new Backup(
            backup,
            "Holdfast " + id + " before restore",
            Optional.empty(),
            bench.clock.instant(),
            kept.map(bench.clock.instant()::plus),
            Optional.empty()));
  }

  private AdminOperation operation(String operation, String type, AdminOperation.State state) {
    return listed(
        operation,
        type,
        bench.clock.instant(),
        "ServicePrincipal",
        state,
        state.name(),
        Optional.empty());
  }

  private Optional<Duration> step() {
    return bench.get(RequestWorker.class).run(id);
  }

  private Request request() {
    return bench.requests().find(id).orElseThrow();
  }

  private RequestState state() {
    return request().state();
  }
}
