package dev.holdfast.request.store;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.message.Message;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The environments of a request as rows with a role, also of requests from before there were any.
 */
@EachDatabase
class RequestEnvironmentsTests {

  private static final String BEFORE = "10";

  private final Databases databases;
  private final TestDatabase database;
  private final JdbcClient jdbc;
  private Workbench bench;

  RequestEnvironmentsTests(Databases databases) {
    this.databases = databases;
    this.database = databases.empty();
    this.jdbc = JdbcClient.create(database.dataSource());
    database.flyway().target(BEFORE).load().migrate();
  }

  @AfterEach
  void close() {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void eachEnvironmentHasItsRole() {
    open();
    bench.add(Request.submit(new RequestId(1), details(restore(), 1, "a")));
    bench.add(Request.submit(new RequestId(2), details(backup(), 1, "b")));
    bench.add(Request.submit(new RequestId(3), details(ontoItself(), 1, "c")));

    assertThat(rows())
        .containsExactly(
            "1 env-dev OVERWRITTEN true",
            "1 env-uat DATA_LEAVES true",
            "2 env-uat HELD true",
            "3 env-dev DATA_LEAVES true",
            "3 env-dev OVERWRITTEN true");
    assertThat(bench.requests().recentOn(DEV.id(), 10))
        .extracting(request -> request.id().number())
        .containsExactly(3L, 1L);
  }

  @Test
  void aRequestIsActiveUntilItEnds() {
    open();
    Request request = bench.add(Request.submit(new RequestId(1), details(backup(), 1)));
    assertThat(bench.requests().findOpenOn(Set.of(UAT.id()))).hasSize(1);

    bench.change(request, one -> one.approval().cancel(ALEX, NOW));

    assertThat(rows()).containsExactly("1 env-uat HELD false");
    assertThat(bench.requests().findOpenOn(Set.of(UAT.id()))).isEmpty();
  }

  @Test
  void anUnknownOutcomeIsActiveUntilSomebodyGivesItUp() {
    open();
    Request request = bench.add(Request.submit(new RequestId(1), details(backup(), 0)));
    bench.change(request, one -> one.mainStep().commitStart(NOW));
    bench.change(
        request,
        one -> one.mainStep().outcomeUnknown(Outcome.beforeStart(NOW, Message.plain("lost"))));
    assertThat(rows()).containsExactly("1 env-uat HELD true");
    assertThat(bench.requests().findOpenOn(Set.of(UAT.id()))).hasSize(1);
    assertThat(unresolved()).hasSize(1);

    bench.change(request, one -> one.resolution().giveUp(MEGAN, "nobody knows", NOW));

    assertThat(rows()).containsExactly("1 env-uat HELD false");
    assertThat(bench.requests().findOpenOn(Set.of(UAT.id()))).isEmpty();
    assertThat(unresolved()).isEmpty();
  }

  private List<RequestId> unresolved() {
    return bench
        .get(RequestSummaries.class)
        .newest(Set.of(RequestState.UNKNOWN), Optional.empty(), 10);
  }

  @Test
  void requestsFromBeforeGetTheirRows() {
    asBefore(1, restore(), "RUNNING");
    asBefore(2, backup(), "SUCCEEDED");
    asBefore(3, ontoItself(), "UNKNOWN");
    open();

    assertThat(rows())
        .containsExactly(
            "1 env-dev OVERWRITTEN true",
            "1 env-uat DATA_LEAVES true",
            "2 env-uat HELD false",
            "3 env-dev DATA_LEAVES true",
            "3 env-dev OVERWRITTEN true");
  }

  @Test
  void aReasonThatLooksLikeABackupIsNone() {
    String body =
        body(ontoItself()).replace("fresh data", "\\\"work\\\":{\\\"kind\\\":\\\"backup\\\"");
    insert(1, ontoItself(), "RUNNING", body);
    open();

    assertThat(rows()).hasSize(2).anyMatch(row -> row.contains("OVERWRITTEN"));
  }

  @Test
  void whatAnOlderReplicaAddsDuringTheRolloutGetsItsRowsToo() {
    assumeTrue(databases == Databases.POSTGRESQL, "H2 has one replica");
    open();
    asBefore(1, restore(), "STARTING");
    asBefore(2, backup(), "STARTING");

    assertThat(rows())
        .containsExactly(
            "1 env-dev OVERWRITTEN true", "1 env-uat DATA_LEAVES true", "2 env-uat HELD true");
  }

  private void open() {
    database.flyway().load().migrate();
    bench = new Workbench(database).open("request");
  }

  private static RestoreSpec ontoItself() {
    RestoreSpec plain = restore();
    return new RestoreSpec(
        DEV,
        DEV,
        plain.point(),
        plain.backupLabel(),
        plain.targetName(),
        plain.skipAuditData(),
        plain.securityGroupId(),
        plain.safetyBackup());
  }

  private void asBefore(long id, OperationSpec work, String state) {
    insert(id, work, state, body(work));
  }

  private static String body(OperationSpec work) {
    return RequestDocumentMapper.write(Request.submit(new RequestId(1), details(work, 0)));
  }

  private void insert(long id, OperationSpec work, String state, String body) {
    jdbc.sql(
            """
            insert into requests (id, draft, state, version, source_id, affected_id, requester_id, created_at, updated_at, body)
            values (?, ?, ?, 1, ?, ?, 'p', ?, ?, ?)
            """)
        .params(
            id,
            "draft " + id,
            state,
            work.source().id(),
            work.affected().id(),
            NOW.atOffset(ZoneOffset.UTC),
            NOW.atOffset(ZoneOffset.UTC),
            body)
        .update();
  }

  private List<String> rows() {
    return jdbc.sql("select * from request_environments order by request_id, environment_id, role")
        .query(
            (row, number) ->
                "%d %s %s %s"
                    .formatted(
                        row.getLong("request_id"),
                        row.getString("environment_id"),
                        row.getString("role"),
                        row.getBoolean("active")))
        .list();
  }
}
