package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.audit.content.StoredRequestsCheck;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody changes a request in the database; nothing is called for it. */
@EachDatabase
class ChangedRequestTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Databases database;
  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench;

  ChangedRequestTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = DriveBench.open(DriveBench.with(api, database, Map.of()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** One who changes a document. */
  private interface Hand {
    void change(ObjectNode document, ObjectNode terms);
  }

  static final Map<String, Hand> HANDS =
      Map.ofEntries(
          Map.entry(
              "spec",
              (all, terms) ->
                  ((ObjectNode) terms.get("work")).put("point", "2026-11-01T00:00:00Z")),
          Map.entry(
              "target",
              (all, terms) ->
                  ((ObjectNode) terms.get("work").get("target")).put("displayName", "Other")),
          Map.entry("reason", (all, terms) -> terms.put("reason", "an honest reason")),
          Map.entry("warnings", (all, terms) -> terms.putArray("warnings")),
          Map.entry("approvals", (all, terms) -> terms.put("approvals", 0)),
          Map.entry("approvers", (all, terms) -> ((ArrayNode) terms.get("approvers")).add("id-x")),
          Map.entry(
              "requester", (all, terms) -> ((ObjectNode) terms.get("requester")).put("id", "id-x")),
          Map.entry(
              "origin",
              (all, terms) -> ((ObjectNode) terms.get("origin")).put("conversation", "x")),
          Map.entry("expiry", (all, terms) -> terms.put("expiresAt", "2027-11-01T00:00:00Z")),
          Map.entry(
              "decision",
              (all, terms) -> ((ObjectNode) all.get("decisions").get(0)).put("comment", "x")),
          Map.entry(
              "decisions",
              (all, terms) -> ((ArrayNode) all.get("decisions")).add(all.get("decisions").get(0))),
          Map.entry("digest version", (all, terms) -> terms.put("digestVersion", 2)),
          Map.entry("a new field", (all, terms) -> all.put("force", true)));

  @Test
  void nothingIsCalledWhicheverFieldIsChanged() {
    HANDS.forEach(
        (field, hand) -> {
          RequestId id = approved();
          change(id, hand);
          assertThat(looked().state()).as(field).isEqualTo(CheckStatus.BROKEN);
          assertThat(looked().sentence()).as(field).contains(id.toString());

          run(id);

          assertThat(api.restores).as(field).isEmpty();
          assertThat(incidents(id)).as(field).isEqualTo(1);
        });
  }

  @Test
  void aVersionThatHoldfastNeverStoredStartsNothing() {
    RequestId id = approved();
    change(id, (all, terms) -> all.put("version", 7));
    assertThat(looked().sentence()).contains(id.toString());

    run(id);

    assertThat(api.restores).isEmpty();
  }

  @Test
  void whoWantsToKnowWhySeesIt() {
    RequestId id = approved();
    change(id, HANDS.get("reason"));
    run(id);

    Request request = bench.requests().find(id).orElseThrow();
    assertThat(request.state()).isEqualTo(RequestState.VOIDED);
    assertThat(request.outcome().map(Outcome::message).map(StoredMessage::english))
        .hasValueSatisfying(why -> assertThat(why).contains("was changed outside Holdfast"));
    assertThat(looked().sentence()).contains(id.toString());
    assertThat(looked().remedy()).isPresent();
  }

  @Test
  void aRejectedRequestIsNotBroughtBack() {
    RequestId id = submitted();
    bench.change(
        bench.requests().find(id).orElseThrow(),
        asked -> asked.approval().reject(MEGAN, "no", NOW));
    change(
        id,
        (all, terms) -> {
          all.put("state", "APPROVED");
          all.putNull("ending");
          ((ObjectNode) all.get("decisions").get(0)).put("approves", true);
        });
    sql("update requests set state = 'APPROVED' where id = " + id.number());

    run(id);

    assertThat(api.restores).isEmpty();
    assertThat(incidents(id)).isEqualTo(1);
  }

  /** An event in between makes nothing right again. */
  @Test
  void anApprovalOfWhatWasChangedStartsNothing() {
    RequestId id = submitted();
    change(id, HANDS.get("warnings"));
    bench.change(
        bench.requests().find(id).orElseThrow(),
        asked -> asked.approval().approve(ADELE, "", asked.details().digest(), NOW));
    assertThat(incidents(id)).isEqualTo(1);

    run(id);

    assertThat(api.restores).isEmpty();
    assertThat(bench.requests().find(id).orElseThrow().state()).isEqualTo(RequestState.VOIDED);
    assertThat(incidents(id)).isEqualTo(1);
  }

  @Test
  void aColumnThatDiffersIsSeenByTheDoctor() {
    RequestId id = approved();
    assertThat(looked().state()).isEqualTo(CheckStatus.OK);
    sql("update requests set affected_id = 'other' where id = " + id.number());
    assertThat(looked().state()).isEqualTo(CheckStatus.BROKEN);
  }

  @Test
  void aRowOfTheAuditLogThatWasChangedTooStartsNothing() {
    RequestId id = approved();
    if (database == Databases.H2) {
      sql("drop trigger audit_append_only");
    } else {
      sql("alter table audit disable trigger all");
    }
    sql("update audit set words = 'other' where request_id = " + id.number());

    run(id);

    assertThat(api.restores).isEmpty();
    assertThat(incidents(id)).isEqualTo(1);
  }

  private RequestId submitted() {
    RequestId id = bench.requests().nextId();
    bench.add(Request.submit(id, details(restore(), 1, "draft of " + id)));
    return id;
  }

  private RequestId approved() {
    RequestId id = submitted();
    bench.change(
        bench.requests().find(id).orElseThrow(),
        asked -> asked.approval().approve(MEGAN, "", asked.details().digest(), NOW));
    return id;
  }

  /** As the task of the request would; an exception leaves it where it is. */
  private void run(RequestId id) {
    try {
      bench.get(RequestWorker.class).run(id);
    } catch (RuntimeException e) {
      assertThat(e).hasMessageContaining(id.toString());
    }
  }

  private void change(RequestId id, Hand hand) {
    JdbcClient jdbc = bench.get(JdbcClient.class);
    String body =
        jdbc.sql("select body from requests where id = ?")
            .param(id.number())
            .query(String.class)
            .single();
    ObjectNode document = (ObjectNode) JSON.readTree(body);
    hand.change(document, (ObjectNode) document.get("terms"));
    jdbc.sql("update requests set body = ? where id = ?")
        .params(document.toString(), id.number())
        .update();
  }

  private void sql(String statement) {
    bench.get(JdbcClient.class).sql(statement).update();
  }

  private long incidents(RequestId id) {
    return bench
        .get(JdbcClient.class)
        .sql("select count(*) from audit where request_id = ? and what = 'REQUEST_CHANGED'")
        .param(id.number())
        .query(Long.class)
        .single();
  }

  private CheckResult looked() {
    return bench.get(StoredRequestsCheck.class).check();
  }
}
