package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.support.RehearsalProperties;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.LeaveRequests;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rehearsal goes through everything and calls nothing; what is for real waits meanwhile. */
class RehearsalTests {

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench = open(true);

  private Workbench open(boolean rehearsal) {
    return DriveBench.open(
        DriveBench.with(api, Databases.H2, Map.of())
            .with(RehearsalProperties.class, new RehearsalProperties(rehearsal)));
  }

  @AfterEach
  void nothingWasOrdered() {
    bench.close();
    assertThat(api.restores).isEmpty();
    assertThat(api.backupOrders).isEmpty();
    assertThat(api.modeChanges).isEmpty();
  }

  @Test
  void itEndsWhereItWouldHaveStarted() {
    RequestId id = rehearsal(restore());
    assertThat(step(id)).isEmpty();
    assertThat(state(id)).isEqualTo(RequestState.REHEARSED);
    assertThat(outcome(id))
        .startsWith("This was a rehearsal. Every check passed")
        .contains("This call was left out: (1) POST /%s/restore with {}".formatted(DEV.id()));
    assertThat(request(id).outcome().orElseThrow().serviceStarted()).isFalse();
    assertThat(request(id).mainStep().startCommittedAt()).isEmpty();
    assertThat(request(id).completed().canBeUndone(bench.clock.instant())).isFalse();
    assertThat(request(id).completed().checklist().entries()).isEmpty();
    assertThat(step(id)).isEmpty();
  }

  @Test
  void itsSafetyBackupWouldHaveBeenTakenFirst() {
    RequestId id = rehearsal(restoreWithSafetyBackup());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.REHEARSED);
    assertThat(outcome(id))
        .contains(
            "These 2 calls were left out: (1) POST /%s/backups with {} (2) POST /%s/restore"
                .formatted(DEV.id(), DEV.id()));
    assertThat(request(id).safetyBackup()).isEmpty();
  }

  /** The setting is off by now; what was rehearsed stays a rehearsal. */
  @Test
  void switchedOffItStartsNothingOfIt() {
    bench.close();
    bench = open(false);
    RequestId id = rehearsal(restore());
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.REHEARSED);
  }

  @Test
  void whatIsForRealWaitsAndSaysWhy() {
    RequestId id = bench.approved(restore());
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(words(id))
        .startsWith("Rehearsal is on, so Holdfast starts nothing.")
        .contains("It waits until");
    bench.clock.advance(Duration.ofDays(8));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.VOIDED);
    assertThat(outcome(id)).contains("Rehearsal is on");
  }

  /** Neither holds the environment against the other. */
  @Test
  void itWaitsForNobodyAndNobodyForIt() {
    bench.approved(restore());
    RequestId rehearsal = rehearsal(restore());
    step(rehearsal);
    assertThat(state(rehearsal)).isEqualTo(RequestState.REHEARSED);

    bench.close();
    bench = open(false);
    rehearsal(restore());
    RequestId real = bench.approved(new BackupSpec(DEV, "label", ""));
    api.starts(fails(Kind.FORBIDDEN, "no role"));
    step(real);
    assertThat(state(real)).isEqualTo(RequestState.FAILED);
    api.backupOrders.clear();
  }

  @Test
  void aFreezeHoldsItAsItWouldForReal() {
    RequestId id = rehearsal(restore());
    bench
        .get(FreezeService.class)
        .start(
            Optional.of(DEV),
            MEGAN,
            "the release",
            bench.clock.instant().plus(Duration.ofHours(1)));
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(words(id)).startsWith("Frozen by Megan Bowen");
  }

  @Test
  void whatCouldNotStartIsVoided() {
    RequestId id = rehearsal(restore());
    api.environments.remove(DEV.id());
    step(id);
    assertThat(state(id)).isNotEqualTo(RequestState.REHEARSED);
  }

  /** The answer to its call was lost before rehearsal was switched on; it isn't made again. */
  @Test
  void aCallIsNotRepeated() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        r -> r.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    step(id);
    bench.clock.advance(Duration.ofMinutes(6));
    step(id);
    assertThat(step(id)).isPresent();
    assertThat(state(id)).isEqualTo(RequestState.STARTING);
    assertThat(words(id)).startsWith("Rehearsal is on");
  }

  @Test
  void administrationModeWouldHaveBeenLeft() {
    Request restored = restored();
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    RequestId leave = rehearsedLeave(restored);
    step(leave);
    assertThat(state(leave)).isEqualTo(RequestState.REHEARSED);
    assertThat(outcome(leave)).contains("PATCH /%s/mode".formatted(DEV.id()));
    assertThat(request(restored.id()).leaving().isUnderWay()).isFalse();
    assertThat(request(restored.id()).administrationMode().orElseThrow().offered()).isTrue();
  }

  /** It's off already: that's no success of a rehearsal. */
  @Test
  void whatIsDoneAlreadyIsOnlyRehearsed() {
    Request restored = restored();
    RequestId leave = rehearsedLeave(restored);
    step(leave);
    assertThat(state(leave)).isEqualTo(RequestState.REHEARSED);
    assertThat(outcome(leave)).doesNotContain("PATCH");
  }

  @Test
  void aLeaveThatTakesTooLongIsVoided() {
    Request restored = restored();
    api.put(DEV.id(), DEV.displayName(), "Ready", "Odd", "Sandbox");
    RequestId leave = rehearsedLeave(restored);
    step(leave);
    assertThat(state(leave)).isEqualTo(RequestState.VOIDED);
    assertThat(request(restored.id()).leaving().isUnderWay()).isFalse();
  }

  /** Who can write to the database makes no real request of it, and no rehearsal that passed. */
  @Test
  void whoTakesTheMarkAwayStartsNothing() {
    bench.close();
    bench = open(false);
    RequestId id = rehearsal(restore());
    JdbcClient jdbc = bench.get(JdbcClient.class);
    String body =
        jdbc.sql("select body from requests where id = ?")
            .param(id.number())
            .query(String.class)
            .single();
    assertThat(body).contains("\"rehearsal\":true");
    jdbc.sql("update requests set body = ? where id = ?")
        .param(body.replace("\"rehearsal\":true", "\"rehearsal\":false"))
        .param(id.number())
        .update();
    assertThat(request(id).details().isRehearsal()).isFalse();
    step(id);
    assertThat(state(id)).isEqualTo(RequestState.VOIDED);
  }

  @Test
  void theAuditLogMarksEachRowOfIt() {
    RequestId id = rehearsal(restore());
    step(id);
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql("select options from audit where request_id = ?")
                .param(id.number())
                .query(String.class)
                .list())
        .hasSizeGreaterThan(2)
        .allSatisfy(options -> assertThat(options).contains("\"rehearsal\":\"true\""));
  }

  private Request restored() {
    Request request =
        bench.add(Request.submit(bench.requests().nextId(), details(restore(), 0, "restored")));
    bench.change(request, r -> r.mainStep().commitStart(bench.clock.instant()));
    bench.change(
        request, r -> r.mainStep().accepted(progress("Accepted"), "", bench.clock.instant()));
    bench.change(request, r -> r.mainStep().beginVerification(bench.clock.instant()));
    return bench.change(
        request,
        r ->
            r.completed()
                .succeedInAdministrationMode(Message.plain("done"), true, bench.clock.instant()));
  }

  private RequestId rehearsedLeave(Request parent) {
    Request plain =
        LeaveRequests.of(bench.requests().nextId(), parent, MEGAN, bench.clock.instant());
    Request leave = Request.submit(plain.id(), MovedRequests.asRehearsal(plain.details()));
    bench.change(parent, r -> r.leaving().ask(MEGAN, true, leave.id(), bench.clock.instant()));
    return bench.add(leave).id();
  }

  private RequestId rehearsal(OperationSpec work) {
    RequestId id = bench.requests().nextId();
    RequestDetails details = MovedRequests.asRehearsal(details(work, 1, "draft-" + id));
    Request request = bench.add(Request.submit(id, details));
    bench.change(
        request, r -> r.approval().approve(MEGAN, "", r.details().digest(), bench.clock.instant()));
    return id;
  }

  private Optional<Duration> step(RequestId id) {
    return bench.get(RequestWorker.class).run(id);
  }

  private String words(RequestId id) {
    return request(id).waitReason().map(StoredMessage::english).orElseThrow();
  }

  private String outcome(RequestId id) {
    return StoredMessage.english(request(id).outcome().orElseThrow().message());
  }

  private RequestState state(RequestId id) {
    return request(id).state();
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }
}
