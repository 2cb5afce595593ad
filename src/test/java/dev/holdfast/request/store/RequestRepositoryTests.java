package dev.holdfast.request.store;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreOnlyFor;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.StageStatus;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.LeaveRequests;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.Workbench;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@EachDatabase
class RequestRepositoryTests {

  private final Databases database;
  private Workbench bench;
  private RequestRepository requests;

  RequestRepositoryTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new Workbench(database.fresh()).open("request", "audit");
    requests = bench.requests();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aRequestComesBackAsItWasStored() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(restore(), 1)));
    bench.change(
        stored,
        request -> request.approval().approve(MEGAN, "go", request.details().digest(), NOW));
    bench.change(stored, request -> request.mainStep().commitStart(NOW));
    OperationStage stage = new OperationStage("Run", StageStatus.RUNNING, "Running");
    OperationProgress progress =
        new OperationProgress(
            Optional.of("http://127.0.0.1/op"),
            Optional.of("op"),
            "Running",
            List.of(stage),
            NOW,
            NOW);
    bench.change(stored, request -> request.mainStep().accepted(progress, "", NOW));
    bench.change(
        stored,
        request ->
            request
                .mainStep()
                .fail(
                    new Outcome(
                        NOW,
                        Message.plain("no"),
                        Optional.of("RestoreFailed: ünglück 😀"),
                        Optional.empty(),
                        true)));
    Request read = requests.find(stored.id()).orElseThrow();
    assertThat(read.snapshot()).isEqualTo(stored.snapshot());
    assertThat(read.details().digest()).isEqualTo(stored.details().digest());
  }

  @Test
  void administrationModeComesBackWithTheWishToLeaveIt() {
    Request stored = succeededInAdministrationMode();
    bench.change(stored, request -> request.leaving().ask(MEGAN, false, new RequestId(7), NOW));
    assertThat(requests.find(stored.id()).orElseThrow().snapshot()).isEqualTo(stored.snapshot());
    Request other = LeaveRequests.of(new RequestId(7), stored, MEGAN, NOW);
    other.mainStep().commitStart(NOW);
    other.mainStep().accepted(Samples.progress("Running"), "", NOW);
    other
        .mainStep()
        .fail(
            new Outcome(
                NOW,
                Message.plain("no"),
                Optional.of("EditFailed"),
                Optional.of("correlation-1"),
                true));
    bench.change(stored, request -> request.leaving().fail(other, true));
    assertThat(requests.find(stored.id()).orElseThrow().snapshot()).isEqualTo(stored.snapshot());
    assertThat(audited(stored.id())).endsWith("LEAVING_ASKED", "LEAVING_FAILED");
  }

  @Test
  void aRequestThatWasStoredBeforeAdministrationModeWasKnownIsReadWithoutIt() {
    Request stored = succeededInAdministrationMode();
    JdbcClient jdbc = bench.get(JdbcClient.class);
    String body = jdbc.sql("select body from requests").query(String.class).single();
    ObjectNode old = (ObjectNode) JsonMapper.builder().build().readTree(body);
    assertThat(old.remove("administrationMode")).isNotNull();
    jdbc.sql("update requests set body = ?").param(old.toString()).update();
    Request read = requests.find(stored.id()).orElseThrow();
    assertThat(read.state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(read.administrationMode()).isEmpty();
  }

  @Test
  void howItWaitedInLineComesBackAndIsMissingInWhatWasStoredBefore() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(restore(), 0)));
    bench.change(
        stored,
        request ->
            request
                .queue()
                .enqueue(Optional.of(new RequestId(7)), Message.plain("for another"), NOW)
                .orElseThrow());
    bench.change(stored, request -> request.queue().dequeue(NOW.plusSeconds(9)).orElseThrow());
    Request read = requests.find(stored.id()).orElseThrow();
    assertThat(read.snapshot()).isEqualTo(stored.snapshot());
    assertThat(read.queue().startableSince()).isEqualTo(NOW.plusSeconds(9));
    JdbcClient jdbc = bench.get(JdbcClient.class);
    String body = jdbc.sql("select body from requests").query(String.class).single();
    ObjectNode old = (ObjectNode) JsonMapper.builder().build().readTree(body);
    assertThat(old.remove("line")).isNotNull();
    jdbc.sql("update requests set body = ?").param(old.toString()).update();
    assertThat(requests.find(stored.id()).orElseThrow().queue().startableSince()).isEqualTo(NOW);
  }

  @Test
  void messagesComeBackAndWhatEarlierVersionsStoredIsShownAsItIs() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(restore(), 0)));
    Message reason = Message.of("queue.until", "time", NOW);
    bench.change(
        stored,
        request ->
            request.queue().enqueue(Optional.of(new RequestId(7)), reason, NOW).orElseThrow());
    Request read = requests.find(stored.id()).orElseThrow();
    assertThat(read.waitReason()).contains(reason);
    assertThat(read.queue().waitingFor()).contains(new RequestId(7));

    rewrite(
        old -> {
          assertThat(old.remove("waitsForMessage")).isNotNull();
          assertThat(((ObjectNode) old.get("line")).remove("waitsFor")).isNotNull();
        });
    Request earlier = requests.find(stored.id()).orElseThrow();
    assertThat(earlier.waitReason())
        .contains(Message.plain("It waits until 2026-11-20T10:00:00Z at the latest."));
    assertThat(earlier.queue().waitingFor()).isEmpty();
  }

  @Test
  void anOutcomeComesBackAsAMessageAndByItsTextAlone() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(restore(), 1)));
    bench.change(
        stored,
        request -> request.approval().expire(request.details().approvalTerms().expiresAt()));
    assertThat(requests.find(stored.id()).orElseThrow().outcome().orElseThrow().message())
        .isEqualTo(Message.of("outcome.expired"));

    rewrite(old -> assertThat(((ObjectNode) old.get("ending")).remove("message")).isNotNull());
    assertThat(requests.find(stored.id()).orElseThrow().outcome().orElseThrow().message())
        .isEqualTo(Message.plain("Nobody decided in time."));
  }

  @Test
  void whatASettlementNeedsComesBackAndIsMissingInWhatWasStoredBefore() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(restore(), 0)));
    bench.change(stored, request -> request.mainStep().commitStart(NOW));
    CandidateOperation found =
        new CandidateOperation(
            "op-7",
            "Restore",
            "Running",
            Optional.of(NOW),
            "Somebody",
            Samples.progress("Running"));
    Outcome doubt = new Outcome(NOW, Message.plain("?"), Optional.empty(), Optional.empty(), true);
    bench.change(stored, request -> request.mainStep().outcomeUnknown(doubt, List.of(found)));
    bench.change(
        stored, request -> request.resolution().resolveAsOperation(MEGAN, "op-8", "seen", NOW));
    bench.change(
        stored,
        request -> request.resolution().operationNotFound(Message.plain("There is none."), NOW));
    Request read = requests.find(stored.id()).orElseThrow();
    assertThat(read.snapshot()).isEqualTo(stored.snapshot());
    assertThat(audited(stored.id())).endsWith("UNKNOWN", "SETTLED", "SETTLING_FAILED");
    JdbcClient jdbc = bench.get(JdbcClient.class);
    String body = jdbc.sql("select body from requests").query(String.class).single();
    ObjectNode old = (ObjectNode) JsonMapper.builder().build().readTree(body);
    List.of("doubt", "settlements", "tries", "verifyingSince")
        .forEach(field -> assertThat(old.remove(field)).isNotNull());
    jdbc.sql("update requests set body = ?").param(old.toString()).update();
    Request before = requests.find(stored.id()).orElseThrow();
    assertThat(before.resolution().all()).isEmpty();
    assertThat(before.resolution().options())
        .containsExactly(ResolutionKind.RAN_AS, ResolutionKind.CALL_AGAIN, ResolutionKind.GIVE_UP);
  }

  @Test
  void whatANewerReplicaAddedOutlivesTheWritingOfAnOlderOne() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(restore(), 1)));
    rewrite(
        body -> {
          body.put("safety", "kept");
          ((ObjectNode) body.path("terms")).put("weight", 7);
          ((ObjectNode) body.at("/terms/work")).putObject("more").put("deep", true);
        });
    Request read = requests.find(stored.id()).orElseThrow();
    assertThat(read.snapshot()).isEqualTo(stored.snapshot());
    bench.change(
        read, request -> request.approval().approve(MEGAN, "", request.details().digest(), NOW));
    bench.in(() -> requests.saveQuietly(read, NOW));
    JsonNode body = body();
    assertThat(body.path("safety").asString()).isEqualTo("kept");
    assertThat(body.at("/terms/weight").asInt()).isEqualTo(7);
    assertThat(body.at("/terms/work/more/deep").asBoolean()).isTrue();
    assertThat(body.path("state").asString()).isEqualTo("APPROVED");
  }

  @Test
  void aStateOfANewerReplicaIsLeftToItAndHidesNoOtherRequest() {
    Request newer = bench.add(Request.submit(requests.nextId(), details(restore(), 1, "a")));
    rewrite(body -> body.put("state", "ON_THE_MOON"));
    bench.get(JdbcClient.class).sql("update requests set state = 'ON_THE_MOON'").update();
    Request known = bench.add(Request.submit(requests.nextId(), details(restore(), 1, "b")));
    assertThatThrownBy(() -> requests.find(newer.id()))
        .isInstanceOf(UnreadableRequestException.class)
        .hasMessageContaining(newer.id().toString());
    assertThat(openIds()).containsExactly(known.id());
    assertThat(requests.recent(10)).extracting(Request::id).containsExactly(known.id());
  }

  private List<RequestId> openIds() {
    RequestSummaries summaries = bench.get(RequestSummaries.class);
    Set<RequestState> states =
        EnumSet.complementOf(EnumSet.of(RequestState.CANCELLED, RequestState.SUCCEEDED));
    return summaries.of(summaries.newest(states, Optional.empty(), 10)).stream()
        .map(RequestSummary::id)
        .toList();
  }

  /** As another version would have written the only request. */
  private void rewrite(Consumer<ObjectNode> change) {
    ObjectNode body = body();
    change.accept(body);
    bench.get(JdbcClient.class).sql("update requests set body = ?").param(body.toString()).update();
  }

  private ObjectNode body() {
    String body =
        bench.get(JdbcClient.class).sql("select body from requests").query(String.class).single();
    return (ObjectNode) JsonMapper.builder().build().readTree(body);
  }

  @Test
  void ofTwoWhoWishToLeaveAdministrationModeOneLoses() {
    Request mine = succeededInAdministrationMode();
    Request theirs = requests.find(mine.id()).orElseThrow();
    RequestId other = new RequestId(7);
    bench.change(mine, request -> request.leaving().ask(MEGAN, false, other, NOW));
    assertThatThrownBy(() -> bench.change(theirs, r -> r.leaving().ask(ALEX, false, other, NOW)))
        .isInstanceOf(ConcurrentUpdateException.class);
    assertThat(audited(mine.id())).containsOnlyOnce("LEAVING_ASKED");
  }

  @Test
  void aSecurityGroupComesBack() {
    Request stored =
        bench.add(Request.submit(requests.nextId(), details(restoreOnlyFor("group-a"), 1)));
    assertThat(requests.find(stored.id()).orElseThrow().details().spec())
        .isEqualTo(restoreOnlyFor("group-a"));
  }

  @Test
  void aRequestFromBeforeSecurityGroupsIsReadWithoutOne() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(restore(), 1)));
    JdbcClient jdbc = bench.get(JdbcClient.class);
    String body = jdbc.sql("select body from requests").query(String.class).single();
    String before = body.replace(",\"securityGroupId\":null", "");
    assertThat(before).isNotEqualTo(body).doesNotContain("securityGroup");
    jdbc.sql("update requests set body = ?").param(before).update();
    assertThat(requests.find(stored.id()).orElseThrow().snapshot()).isEqualTo(stored.snapshot());
  }

  @Test
  void aSafetyBackupComesBack() {
    Request stored =
        bench.add(Request.submit(requests.nextId(), details(restoreWithSafetyBackup(), 0)));
    bench.change(stored, request -> request.safetyBackupStep().commitStart(NOW));
    bench.change(
        stored, request -> request.safetyBackupStep().accepted(Samples.progress("On"), "", NOW));
    bench.change(stored, request -> request.safetyBackupStep().beginVerification(NOW));
    CreatedBackup kept = new CreatedBackup("b-1", NOW, NOW, NOW.plusSeconds(60), true);
    bench.change(stored, request -> request.safetyBackupStep().taken(kept, NOW));
    Request read = requests.find(stored.id()).orElseThrow();
    assertThat(read.snapshot()).isEqualTo(stored.snapshot());
    assertThat(openIds()).containsExactly(stored.id());
    assertThat(audited(stored.id()))
        .endsWith("SAFETY_STARTING", "SAFETY_STARTED", "SAFETY_VERIFYING", "SAFETY_TAKEN");
  }

  @Test
  void aRequestFromBeforeSafetyBackupsIsReadWithoutOneAndItsApprovalsHold() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(restore(), 1)));
    bench.change(
        stored, request -> request.approval().approve(MEGAN, "", request.details().digest(), NOW));
    JdbcClient jdbc = bench.get(JdbcClient.class);
    String body = jdbc.sql("select body from requests").query(String.class).single();
    String before =
        body.replace(",\"safetyBackup\":false", "").replace(",\"safetyBackup\":null", "");
    assertThat(before).isNotEqualTo(body).doesNotContain("safetyBackup");
    jdbc.sql("update requests set body = ?").param(before).update();
    Request read = requests.find(stored.id()).orElseThrow();
    assertThat(read.snapshot()).isEqualTo(stored.snapshot());
    assertThat(read.nextStep().role()).isEqualTo(StepRole.MAIN);
    assertThat(read.approval().hasRequiredApprovals()).isTrue();
  }

  @Test
  void aBackupComesBackAsABackup() {
    Request stored = bench.add(Request.submit(requests.nextId(), details(backup(), 0)));
    assertThat(requests.find(stored.id()).orElseThrow().details().spec()).isEqualTo(backup());
  }

  @Test
  void numbersBeginAt1001AndNeverRepeat() {
    assertThat(requests.nextId()).isEqualTo(new RequestId(1001));
    assertThat(requests.nextId()).isEqualTo(new RequestId(1002));
  }

  @Test
  void ofTwoWhoChangeTheSameVersionOneLoses() {
    Request mine = bench.add(Request.submit(requests.nextId(), details(restore(), 1)));
    Request theirs = requests.find(mine.id()).orElseThrow();
    bench.change(
        mine, request -> request.approval().approve(MEGAN, "", request.details().digest(), NOW));
    assertThatThrownBy(() -> bench.change(theirs, request -> request.approval().cancel(ALEX, NOW)))
        .isInstanceOf(ConcurrentUpdateException.class);
    assertThat(requests.find(mine.id()).orElseThrow().state()).isEqualTo(RequestState.APPROVED);
    assertThat(audited(mine.id())).containsExactly("SUBMITTED", "APPROVED");
  }

  @Test
  void aDraftBecomesOneRequest() {
    Request first = bench.add(Request.submit(requests.nextId(), details(restore(), 1)));
    assertThatThrownBy(() -> bench.add(Request.submit(requests.nextId(), details(restore(), 1))))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(requests.findByDraft("draft-1").orElseThrow().id()).isEqualTo(first.id());
  }

  @Test
  void nothingIsStoredOutsideATransaction() {
    Request request = Request.submit(requests.nextId(), details(restore(), 1));
    assertThatThrownBy(() -> requests.add(request, request.submitted()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void everyEventIsAuditedWithWhoAndWhen() {
    Request request = bench.add(Request.submit(requests.nextId(), details(restore(), 1)));
    bench.change(
        request, r -> r.approval().approve(MEGAN, "go", r.details().digest(), NOW.plusSeconds(5)));
    Map<String, Object> row =
        bench
            .get(JdbcClient.class)
            .sql(
                "select who_id, who_name, words, request_version from audit where what ="
                    + " 'APPROVED'")
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("who_id", MEGAN.id())
        .containsEntry("who_name", MEGAN.name())
        .containsEntry("request_version", 2L);
    assertThat(row.get("words").toString()).contains("go");
  }

  @Test
  void openRequestsAndHistoryAreFound() {
    Request open = bench.add(Request.submit(requests.nextId(), details(restore(), 1, "a")));
    Request closed = bench.add(Request.submit(requests.nextId(), details(backup(), 1, "b")));
    bench.change(closed, request -> request.approval().cancel(ALEX, NOW));
    assertThat(openIds()).containsExactly(open.id());
    assertThat(requests.recentOn(UAT.id(), 10))
        .extracting(Request::id)
        .containsExactly(closed.id(), open.id());
    assertThat(requests.recentOn(DEV.id(), 10)).extracting(Request::id).containsExactly(open.id());
    assertThat(requests.recent(1)).extracting(Request::id).containsExactly(closed.id());
  }

  private Request succeededInAdministrationMode() {
    Request request = bench.add(Request.submit(requests.nextId(), details(restore(), 0)));
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().accepted(Samples.progress("Accepted"), "", NOW));
    bench.change(request, r -> r.mainStep().beginVerification(NOW));
    return bench.change(
        request, r -> r.completed().succeedInAdministrationMode(Message.plain("done"), true, NOW));
  }

  private List<String> audited(RequestId id) {
    return bench
        .get(JdbcClient.class)
        .sql("select what from audit where request_id = ? order by request_version")
        .param(id.number())
        .query(String.class)
        .list();
  }
}
