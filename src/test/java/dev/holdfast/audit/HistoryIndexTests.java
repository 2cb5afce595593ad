package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.ADELE;
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

import dev.holdfast.audit.RequestSearchCriteria.Who;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code history} searches, also for requests from before there was an index. */
@EachDatabase
class HistoryIndexTests {

  private static final String BEFORE = "13.1";

  private final Databases databases;
  private final TestDatabase database;
  private final JdbcClient jdbc;

  /** Of whoever knows nothing of this version. */
  private final TransactionTemplate transaction;

  private Workbench bench;

  HistoryIndexTests(Databases databases) {
    this.databases = databases;
    this.database = databases.empty();
    DataSource source = database.dataSource();
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    database.flyway().target(BEFORE).load().migrate();
  }

  @AfterEach
  void close() {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void aRequestIsFoundByEachPairOfEnvironmentAndPerson() {
    open();
    Request request = bench.add(Request.submit(new RequestId(1), details(restore(), 1)));
    bench.change(request, one -> one.approval().approve(MEGAN, "", one.details().digest(), NOW));

    assertThat(rows())
        .containsExactlyInAnyOrder(
            "1 / id-alex APPROVED",
            "1 / id-megan APPROVED",
            "1 env-uat / APPROVED",
            "1 env-uat id-alex APPROVED",
            "1 env-uat id-megan APPROVED",
            "1 env-dev / APPROVED",
            "1 env-dev id-alex APPROVED",
            "1 env-dev id-megan APPROVED");
  }

  @Test
  void eachChangeOfTheStateIsInTheIndexOfEachRow() {
    open();
    Request request = bench.add(Request.submit(new RequestId(1), details(backup(), 0)));
    bench.change(request, one -> one.mainStep().commitStart(NOW));
    assertThat(found(UAT.id(), ALEX, RequestState.STARTING)).containsExactly(1L);
    bench.change(
        request,
        one ->
            one.mainStep()
                .outcomeUnknown(
                    new Outcome(
                        NOW, Message.plain("lost"), Optional.empty(), Optional.empty(), true)));
    assertThat(found(UAT.id(), ALEX, RequestState.STARTING)).isEmpty();
    assertThat(found(UAT.id(), Person.HOLDFAST, RequestState.UNKNOWN)).containsExactly(1L);
    bench.change(request, one -> one.resolution().giveUp(MEGAN, "nobody knows", NOW));

    assertThat(found(UAT.id(), MEGAN, request.state())).containsExactly(1L);
    assertThat(found(UAT.id(), ALEX, request.state())).containsExactly(1L);
    assertThat(jdbc.sql("select distinct state from history_index").query(String.class).list())
        .containsExactly(request.state().name());
  }

  @Test
  void aChangeThatIsRolledBackIsNotInTheIndex() {
    open();
    Request request = bench.add(Request.submit(new RequestId(1), details(backup(), 1)));
    List<String> before = rows();

    bench
        .get(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              bench.requests().save(request, request.approval().cancel(ALEX, NOW));
              status.setRollbackOnly();
            });

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void requestsFromBeforeAreFound() {
    asBefore(1, UAT.id(), DEV.id(), "FAILED", ALEX, Person.HOLDFAST);
    asBefore(2, UAT.id(), UAT.id(), "SUCCEEDED", ALEX, MEGAN, ADELE, MEGAN);
    refused(2, new Person("id-lee", "Lee Gu"));
    open();

    assertThat(rows()).hasSize(8 + 7).doesNotHaveDuplicates();
    assertThat(found(DEV.id(), ALEX, RequestState.FAILED)).containsExactly(1L);
    assertThat(found(UAT.id(), ADELE, RequestState.SUCCEEDED)).containsExactly(2L);
    assertThat(found(UAT.id(), MEGAN, RequestState.FAILED)).isEmpty();
    assertThat(rows()).noneMatch(row -> row.contains("id-lee"));
  }

  @Test
  void whatAnOlderReplicaDoesDuringTheRolloutIsFoundToo() {
    assumeTrue(databases == Databases.POSTGRESQL, "H2 has one replica");
    open();
    asBefore(1, UAT.id(), DEV.id(), "AWAITING_APPROVAL", ALEX);
    assertThat(found(UAT.id(), ALEX, RequestState.AWAITING_APPROVAL)).containsExactly(1L);

    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update requests set state = 'REJECTED', version = 2 where id = 1").update();
          did(1, 2, MEGAN);
        });

    assertThat(found(DEV.id(), MEGAN, RequestState.REJECTED)).containsExactly(1L);
    assertThat(rows()).hasSize(8).allMatch(row -> row.endsWith(" REJECTED"));
  }

  private void open() {
    database.flyway().load().migrate();
    bench = new Workbench(database).open("request", "audit");
  }

  private void asBefore(long id, String source, String affected, String state, Person... people) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into requests (id, draft, state, version, source_id, affected_id, requester_id, created_at, updated_at, body)
                  values (?, ?, ?, ?, ?, ?, 'p', ?, ?, '')
                  """)
              .params(
                  id,
                  "draft " + id,
                  state,
                  people.length,
                  source,
                  affected,
                  NOW.atOffset(ZoneOffset.UTC),
                  NOW.atOffset(ZoneOffset.UTC))
              .update();
          for (int i = 0; i < people.length; i++) {
            did(id, i + 1, people[i]);
          }
        });
  }

  private void did(long request, long version, Person who) {
    log(request, Optional.of(version), who);
  }

  private void refused(long request, Person who) {
    log(request, Optional.empty(), who);
  }

  private void log(long request, Optional<Long> version, Person who) {
    jdbc.sql(
            """
            insert into audit (at, request_id, request_version, what, state, who_id, who_name, words)
            values (:at, :request, :version, 'SUBMITTED', '', :id, :name, '')
            """)
        .param("at", NOW.atOffset(ZoneOffset.UTC))
        .param("request", request)
        .param("version", version.orElse(null), Types.BIGINT)
        .param("id", who.id())
        .param("name", who.name())
        .update();
  }

  private List<Long> found(String environment, Person person, RequestState state) {
    return bench
        .get(RequestSearch.class)
        .find(
            new RequestSearchCriteria(
                Optional.of(environment),
                Optional.of(new Who("", Optional.of(person.id()))),
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            10)
        .stream()
        .map(RequestId::number)
        .toList();
  }

  /** Without its time: {@code 1 environment person STATE}, a slash for any. */
  private List<String> rows() {
    return jdbc.sql("select * from history_index order by request_id, environment_id, person_id")
        .query(
            (row, number) ->
                "%d %s %s %s"
                    .formatted(
                        row.getLong("request_id"),
                        orAny(row.getString("environment_id")),
                        orAny(row.getString("person_id")),
                        row.getString("state")))
        .list();
  }

  private static String orAny(String id) {
    return id.isEmpty() ? "/" : id;
  }
}
