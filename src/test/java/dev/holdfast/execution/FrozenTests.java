package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.testing.LeaveRequests;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** While something is frozen nothing starts there, and what runs is tracked. */
class FrozenTests {

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  @AutoClose private final Workbench bench = DriveBench.open(api);
  private final FreezeService freezes = bench.get(FreezeService.class);

  @Test
  void anApprovedRequestWaitsAndSaysWhoFrozeWhyAndUntilWhen() {
    RequestId id = bench.approved(restore());
    Instant until = in(Duration.ofHours(2));
    freeze(Optional.of(DEV), until);
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id))
        .startsWith(
            "Frozen by Megan Bowen until %s. Nothing starts on Contoso Dev. Reason: “the release”."
                .formatted(until));
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void atItsEndWhatWaitedGoesOnByItself() {
    RequestId id = bench.approved(restore());
    freeze(Optional.empty(), in(Duration.ofHours(30)));
    step(id);
    bench.clock.advance(Duration.ofHours(30).minusSeconds(1));
    assertThat(step(id)).contains(RETRY);
    bench.clock.advance(Duration.ofSeconds(1));
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void whenItIsEndedWhatWaitedGoesOn() {
    RequestId id = bench.approved(restore());
    Freeze freeze = freeze(Optional.of(UAT), in(Duration.ofHours(2)));
    step(id);
    freezes.end(freeze.id(), MEGAN);
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void anotherEnvironmentIsNotFrozen() {
    RequestId id = bench.approved(new BackupSpec(UAT, "label", ""));
    freeze(Optional.of(DEV), in(Duration.ofHours(2)));
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void aSafetyBackupIsAStart() {
    RequestId id = bench.approved(restoreWithSafetyBackup());
    freeze(Optional.of(DEV), in(Duration.ofHours(2)));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(api.backupOrders).isEmpty();
  }

  @Test
  void afterItsSafetyBackupARestoreWaitsToo() {
    RequestId id = withSafetyBackup();
    Freeze freeze = freeze(Optional.of(DEV), in(Duration.ofHours(2)));
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id)).startsWith("Frozen by Megan Bowen");
    assertThat(state(id)).isEqualTo(RequestState.SAFETY_BACKUP);
    freezes.end(freeze.id(), MEGAN);
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
  }

  /** Data goes on changing on the target: an old safety backup would undo too much. */
  @Test
  void afterItsSafetyBackupItHasItsTimeToStartAndNoMore() {
    RequestId id = withSafetyBackup();
    freeze(Optional.of(DEV), in(Duration.ofDays(3)));
    step(id);
    bench.clock.advance(Duration.ofHours(24));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.VOIDED);
    assertThat(StoredMessage.english(request(id).outcome().orElseThrow().message()))
        .contains("Frozen by Megan Bowen");
  }

  @Test
  void whatRunsIsTracked() {
    RequestId id = bench.approved(restore());
    api.starts(accepted());
    step(id);
    freeze(Optional.empty(), in(Duration.ofHours(2)));
    api.polls(seen(AdminOperation.State.SUCCEEDED, "Succeeded"));
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(id);
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  /** The answer was lost and the service surely started nothing: the repetition is a start. */
  @Test
  void aCallIsNotRepeated() {
    RequestId id = bench.approved(restore());
    api.starts(fails(Kind.UNAVAILABLE, "the connection was cut"));
    step(id);
    step(id);
    bench.clock.advance(Duration.ofMinutes(6));
    Freeze freeze = freeze(Optional.of(DEV), in(Duration.ofHours(2)));
    step(id);
    int before = api.restores.size();
    assertThat(step(id)).contains(RETRY);
    assertThat(words(id)).startsWith("Frozen by Megan Bowen");
    assertThat(api.restores).hasSize(before);
    assertThat(state(id)).isEqualTo(RequestState.STARTING);
    freezes.end(freeze.id(), MEGAN);
    api.starts(accepted());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.RUNNING);
    assertThat(api.restores).hasSize(before + 1);
  }

  @Test
  void administrationModeIsNotTurnedOff() {
    Request restored = request(succeeded());
    RequestId leave = LeaveRequests.ask(bench, restored, MEGAN).id();
    freeze(Optional.of(DEV), in(Duration.ofMinutes(10)));
    assertThat(step(leave)).contains(RETRY);
    assertThat(words(leave)).startsWith("Frozen by Megan Bowen");
    bench.clock.advance(Duration.ofMinutes(10));
    api.starts(accepted());
    step(leave);
    assertThat(state(leave)).isEqualTo(RequestState.RUNNING);
  }

  private RequestId succeeded() {
    RequestId id = bench.approved(restore());
    api.starts(accepted());
    step(id);
    api.polls(seen(AdminOperation.State.SUCCEEDED, "Succeeded"));
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(id);
    step(id);
    return id;
  }

  private RequestId withSafetyBackup() {
    RequestId id = bench.approved(restoreWithSafetyBackup());
    api.starts(ScriptedAdminApi::acceptedWithoutAddress);
    step(id);
    api.backups.add(
        new Backup(
            "b-1",
            "Holdfast " + id + " before restore",
            Optional.empty(),
            bench.clock.instant(),
            Optional.of(bench.clock.instant().plus(Duration.ofDays(3))),
            Optional.empty()));
    step(id);
    step(id);
    bench.clock.advance(Duration.ofMinutes(15));
    return id;
  }

  private Freeze freeze(Optional<EnvironmentRef> environment, Instant until) {
    return freezes.start(environment, MEGAN, "the release", until);
  }

  private Instant in(Duration time) {
    return bench.clock.instant().plus(time);
  }

  private Optional<Duration> step(RequestId id) {
    return bench.get(RequestWorker.class).run(id);
  }

  private String words(RequestId id) {
    return request(id).waitReason().map(StoredMessage::english).orElseThrow();
  }

  private RequestState state(RequestId id) {
    return request(id).state();
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }
}
