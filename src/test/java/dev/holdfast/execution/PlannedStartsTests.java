package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.IllegalTransitionException;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.ConcurrentUpdateException;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.ScriptedFinOps;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What was approved now for later starts then, or within its grace period, or not at all. */
@EachDatabase
class PlannedStartsTests {

  private static final Duration AHEAD = Duration.ofHours(9);
  private static final Duration GRACE = Duration.ofHours(1);
  private static final Duration RETRY = Duration.ofSeconds(30);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final TestDatabase database;
  @AutoClose private final Workbench bench;
  private Revalidation policy = new Revalidation.Holds();

  PlannedStartsTests(Databases databases) {
    database = databases.fresh();
    bench = replica();
  }

  private Workbench replica() {
    Workbench replica = DriveBench.with(api, new ScriptedFinOps(), database, Map.of());
    replica.with(ApprovalRevalidator.class, (request, asRead) -> policy);
    return DriveBench.open(replica);
  }

  @Test
  void nothingIsAskedOfTheServiceBeforeItsTime() {
    RequestId id = planned(restore());
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "nobody may ask")));
    assertThat(step(id)).contains(AHEAD);
    assertThat(request(id).waitReason()).isEmpty();
    bench.clock.advance(AHEAD.minusSeconds(1));
    assertThat(step(id)).contains(Duration.ofSeconds(1));
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void atItsTimeItStarts() {
    RequestId id = planned(restore());
    bench.clock.advance(AHEAD);
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    assertThat(api.restores).hasSize(1);
  }

  /** The usual time to start counts from the planned one, not from the approval. */
  @Test
  void howLongItWasApprovedBeforeDoesNotMatter() {
    RequestId id = planned(new BackupSpec(DEV, "label", ""), Duration.ofDays(20), GRACE);
    bench.clock.advance(Duration.ofDays(20));
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void afterADowntimeItStillStartsAtTheVeryEndOfItsGracePeriod() {
    RequestId id = planned(restore());
    bench.clock.advance(AHEAD.plus(GRACE));
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void afterThatItHasMissedItsStart() {
    RequestId id = planned(restore());
    bench.clock.advance(AHEAD.plus(GRACE).plusMillis(1));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.MISSED);
    assertThat(end(id)).contains("Nothing was started.", "might not have been running");
    assertThat(step(id)).isEmpty();
    assertThat(api.restores).isEmpty();
  }

  @Test
  void aFreezeOverItsTimeIsWaitedForWithinTheGracePeriod() {
    RequestId id = planned(restore());
    freeze(AHEAD.plusMinutes(59));
    bench.clock.advance(AHEAD);
    assertThat(step(id)).contains(RETRY);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    bench.clock.advance(Duration.ofMinutes(59));
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void afterALongerFreezeItEndsAndSaysWhatKeptIt() {
    RequestId id = planned(restore());
    freeze(AHEAD.plusHours(2));
    bench.clock.advance(AHEAD);
    step(id);
    bench.clock.advance(GRACE.plusSeconds(1));
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.MISSED);
    assertThat(end(id)).contains("Frozen by Megan Bowen");
    assertThat(api.restores).isEmpty();
  }

  @Test
  void thePolicyIsAskedAtTheStart() {
    RequestId id = planned(restore());
    step(id);
    policy = new Revalidation.Denied(Message.plain("The policy is stricter now."));
    bench.clock.advance(AHEAD.minusSeconds(1));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    bench.clock.advance(Duration.ofSeconds(1));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.VOIDED);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void anotherRequestGoesFirstBeforeItsTimeAndOnlyThen() {
    RequestId id = planned(restore());
    step(id);
    RequestId other = bench.approved(restore());
    api.starts(accepted());
    step(other);
    assertThat(state(other)).isEqualTo(RequestState.RUNNING);
    bench.clock.advance(AHEAD);
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id)).isEqualTo("Waiting for R-1002, which is running on Contoso Dev.");
    bench.clock.advance(GRACE.plusSeconds(1));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.MISSED);
    assertThat(end(id)).contains("Waiting for R-1002");
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void itsSafetyBackupBeginsAtItsTimeAndTheRestoreHasItsGracePeriodAgain() {
    RequestId id = withSafetyBackup();
    Freeze freeze = freeze(Duration.ofMinutes(50));
    assertThat(step(id)).contains(RETRY);
    freezes().end(freeze.id(), MEGAN);
    bench.clock.advance(Duration.ofMinutes(40));
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void aRestoreThatCannotFollowItsSafetyBackupInTimeIsMissed() {
    RequestId id = withSafetyBackup();
    freeze(Duration.ofDays(2));
    step(id);
    bench.clock.advance(GRACE.plusMinutes(1));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.MISSED);
    assertThat(end(id)).contains("The safety backup was taken", "Frozen by Megan Bowen");
    assertThat(api.restores).isEmpty();
  }

  /** The answer was lost and the service shows nothing of the call: a repetition is a start. */
  @Test
  void afterTheGracePeriodACallIsNotRepeated() {
    RequestId id = planned(restore());
    bench.clock.advance(AHEAD.plus(GRACE).minusSeconds(10));
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step(id);
    step(id);
    bench.clock.advance(Duration.ofMinutes(6));
    step(id);
    int before = api.restores.size();
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(end(id)).contains("planned start");
    assertThat(api.restores).hasSize(before);
  }

  /** Both replicas have checked it when one of them commits the intent. */
  @Test
  void oneOfTwoReplicasStartsIt() {
    RequestId id = planned(restore());
    try (Workbench other = replica()) {
      bench.clock.advance(AHEAD);
      other.clock.advance(AHEAD);
      api.starts(accepted());
      whileItChecks(() -> other.get(RequestWorker.class).run(id));
      assertThatThrownBy(() -> step(id)).isInstanceOf(ConcurrentUpdateException.class);
      assertThat(state(id)).isEqualTo(RequestState.RUNNING);
      assertThat(api.restores).hasSize(1);
    }
  }

  /** Its clock is slow, and the other replica has ended it meanwhile. */
  @Test
  void aReplicaThatIsLateDoesNotStartWhatAnotherHasEnded() {
    RequestId id = planned(restore());
    try (Workbench other = replica()) {
      bench.clock.advance(AHEAD.plus(GRACE));
      other.clock.advance(AHEAD.plus(GRACE).plusSeconds(1));
      whileItChecks(() -> other.get(RequestWorker.class).run(id));
      assertThatThrownBy(() -> step(id)).isInstanceOf(ConcurrentUpdateException.class);
      assertThat(state(id)).isEqualTo(RequestState.MISSED);
      assertThat(api.restores).isEmpty();
    }
  }

  /** The grace period ends between the checks and the intent. */
  @Test
  void whatComesTooLateForItsIntentIsNotCalled() {
    RequestId id = planned(restore());
    bench.clock.advance(AHEAD.plus(GRACE));
    whileItChecks(() -> bench.clock.advance(Duration.ofSeconds(1)));
    assertThatThrownBy(() -> step(id)).isInstanceOf(IllegalTransitionException.class);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.MISSED);
    assertThat(api.restores).isEmpty();
  }

  private void whileItChecks(Runnable meanwhile) {
    api.afterListing =
        () -> {
          api.afterListing = () -> {};
          meanwhile.run();
        };
  }

  private RequestId withSafetyBackup() {
    RequestId id = planned(restoreWithSafetyBackup());
    step(id);
    assertThat(api.backupOrders).isEmpty();
    bench.clock.advance(AHEAD.plusMinutes(59));
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step(id);
    assertThat(api.backupOrders).hasSize(1);
    Instant made = bench.clock.instant();
    api.backups.add(
        new Backup(
            "b-1",
            "Holdfast " + id + " before restore",
            Optional.empty(),
            made,
            Optional.of(made.plus(Duration.ofDays(3))),
            Optional.empty()));
    step(id);
    step(id);
    bench.clock.advance(Duration.ofMinutes(15));
    assertThat(state(id)).isEqualTo(RequestState.SAFETY_BACKUP);
    return id;
  }

  private RequestId planned(OperationSpec work) {
    return planned(work, AHEAD, GRACE);
  }

  private RequestId planned(OperationSpec work, Duration ahead, Duration grace) {
    RequestId id = bench.requests().nextId();
    PlannedStart start = new PlannedStart(bench.clock.instant().plus(ahead), grace);
    Request request =
        bench.add(
            Request.submit(
                id, MovedRequests.startingAt(start, Samples.details(work, 1, "draft-" + id))));
    bench.change(
        request, r -> r.approval().approve(MEGAN, "", r.details().digest(), bench.clock.instant()));
    return id;
  }

  private FreezeService freezes() {
    return bench.get(FreezeService.class);
  }

  private Freeze freeze(Duration time) {
    return freezes()
        .start(Optional.of(DEV), MEGAN, "the release", bench.clock.instant().plus(time));
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
    return request(id).waitReason().map(StoredMessage::english).orElse("");
  }

  private String end(RequestId id) {
    return StoredMessage.english(request(id).outcome().orElseThrow().message());
  }
}
