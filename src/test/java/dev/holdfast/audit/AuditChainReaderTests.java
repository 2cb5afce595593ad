package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.request.Request;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain as Holdfast writes it, and what the doctor sees when somebody else has written. */
@EachDatabase
class AuditChainReaderTests {

  private final Databases database;
  private RecordBench record;

  AuditChainReaderTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    record = new RecordBench(database);
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void anEmptyRecordIsWell() {
    assertThat(record.looked()).isEqualTo(CheckResult.ok("It is empty."));
  }

  @Test
  void severalEventsOfOneTransactionAreSealedWithIt() {
    record.bench.in(
        () -> {
          Request request = record.submitted();
          approve(request);
          record.bench.requests().publish(refused(request));
        });

    assertThat(record.looked().sentence()).startsWith("All 3 rows are as they were written");
  }

  @Test
  void whatIsRolledBackLeavesNoSeal() {
    try {
      record.bench.in(
          () -> {
            record.submitted();
            throw new IllegalStateException("the database is full");
          });
    } catch (IllegalStateException expected) {
      assertThat(record.count("audit_seals")).isZero();
    }
    record.submitted();

    assertThat(record.looked().sentence()).startsWith("All 1 rows");
  }

  @Test
  void writersAtOnceMakeOneChain() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(
          threads.submit(
              () -> {
                Request request = record.submitted();
                approve(request);
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();

    assertThat(
            record
                .jdbc()
                .sql("select position from audit_seals order by position")
                .query(Long.class)
                .list())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
    assertThat(record.looked().sentence()).startsWith("All 80 rows are as they were written");
  }

  @Test
  void aChangedRowIsFound() {
    threeRequests();
    record.unprotect();
    record.sql("update audit set who_name = 'Somebody else' where id = 3");

    assertThat(record.looked().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(record.looked().sentence())
        .startsWith("Place 3 of the record: row 3")
        .contains("SUBMITTED", "is not what was written");
  }

  @Test
  void aChangedRowIsFoundEvenWithASealThatFits() {
    threeRequests();
    record.unprotect();
    record.sql("update audit set words = 'never said' where id = 3");
    AuditChainLink changed = record.bench.get(AuditChainReader.class).between(2, 3).get(0);
    String fits = changed.entry().orElseThrow().hash(3, changed.previous().orElseThrow());
    record.sql("update audit_seals set hash = ? where position = 3", fits);

    assertThat(record.looked().sentence()).startsWith("Place 4 of the record");
  }

  @Test
  void aRemovedRowIsFound() {
    threeRequests();
    record.unprotect();
    record.sql("delete from audit where id = 3");

    assertThat(record.looked().sentence()).isEqualTo("Place 3 of the record: its row was removed.");
  }

  @Test
  void aRowRemovedWithItsSealIsFound() {
    threeRequests();
    record.unprotect();
    record.sql("delete from audit_seals where position = 3");
    record.sql("delete from audit where id = 3");

    assertThat(record.looked().sentence())
        .isEqualTo("Place 4 of the record: the place before it is missing.");
  }

  @Test
  void theFirstRowsRemovedAreFound() {
    threeRequests();
    record.unprotect();
    record.sql("delete from audit_seals where position <= 2");
    record.sql("delete from audit where id <= 2");

    assertThat(record.looked().sentence()).startsWith("Place 3 of the record");
  }

  @Test
  void anEndThatIsCutOffIsFound() {
    threeRequests();
    record.unprotect();
    record.sql("delete from audit_seals where position > 4");
    record.sql("delete from audit where id > 4");

    assertThat(record.looked().sentence())
        .isEqualTo(
            "The end of the record is cut off: it had 6 rows, and the last that is left is 4.");
  }

  @Test
  void anEndThatIsCutOffWithCareIsFoundByTheRequestsThatItMade() {
    Request last = threeRequests();
    record.unprotect();
    record.sql("delete from audit_seals where position > 5");
    record.sql("delete from audit where id > 5");
    record.sql(
        "update audit_head set position = 5, hash = (select hash from audit_seals where position ="
            + " 5)");

    assertThat(record.looked().sentence())
        .isEqualTo(
            "The record does not hold exactly what made these requests what they are: %s."
                .formatted(last.id()));
  }

  @Test
  void anInsertedEventIsFoundBeforeAndAfterItIsSealed() {
    Request last = threeRequests();
    insert(last.id().number(), 3L);

    assertThat(record.looked().sentence()).contains("these requests", last.id().toString());
    record.sweep();
    assertThat(record.looked().sentence()).contains("these requests", last.id().toString());
  }

  @Test
  void anInsertedIncidentIsFoundAndNeverSealed() {
    Request last = threeRequests();
    insert(last.id().number(), null);
    record.sweep();

    assertThat(record.looked())
        .extracting(CheckResult::state, CheckResult::sentence)
        .containsExactly(
            CheckStatus.BROKEN, "1 row(s) of the record were not written by Holdfast.");
  }

  @Test
  void whatAnOlderReplicaWritesIsSealedSoon() {
    Request request = record.submitted();
    insert(request.id().number(), 2L);
    record.sql("update requests set version = 2 where id = ?", request.id().number());
    assertThat(record.looked().state()).isEqualTo(CheckStatus.WARNING);

    record.sweep();

    assertThat(record.looked().sentence()).startsWith("All 2 rows");
  }

  @Test
  void whatWasThereBeforeTheChainIsSealedInBatches() {
    TestDatabase old = database.empty();
    old.flyway().target("8").load().migrate();
    JdbcClient jdbc = JdbcClient.create(old.dataSource());
    int rows = 2 * UnsealedEntrySweeper.BATCH + 17;
    jdbc.sql(
            """
            insert into requests (id, draft, state, version, source_id, affected_id, requester_id, created_at, updated_at, body)
            values (1, 'd', 'RUNNING', ?, 's', 't', 'p', ?, ?, '{}')
            """)
        .params(rows, NOW.atOffset(ZoneOffset.UTC), NOW.atOffset(ZoneOffset.UTC))
        .update();
    for (int version = 1; version <= rows; version++) {
      insert(jdbc, 1, (long) version);
    }
    old.flyway().load().migrate();

    try (RecordBench upgraded = new RecordBench(database, old)) {
      upgraded.bench.clock.advance(Duration.ofHours(2));
      upgraded.sweep();
      assertThat(upgraded.looked().sentence()).startsWith("All " + rows + " rows");
      upgraded.submitted();
      upgraded.sweep();
      assertThat(upgraded.looked().sentence()).startsWith("All " + (rows + 1) + " rows");
    }
  }

  @Test
  void aRecordTooLongForTheDoctorIsVerifiedInTheBackground() {
    threeRequests();
    AuditChainCheck hasty =
        new AuditChainCheck(
            record.bench.get(LogVerifier.class),
            record.bench.get(VerifiedPositions.class),
            Duration.ZERO);

    assertThat(hasty.check().sentence())
        .startsWith(
            "The first 0 of 6 rows are as they were written; the others are verified in the"
                + " background");
  }

  /** Six rows. */
  private Request threeRequests() {
    approve(record.submitted());
    approve(record.submitted());
    Request last = record.submitted();
    approve(last);
    return last;
  }

  private void approve(Request request) {
    record.bench.change(
        request,
        one ->
            one.approval()
                .approve(MEGAN, "go", one.details().digest(), NOW.plusNanos(123_456_789)));
  }

  private static AuditEvent refused(Request request) {
    return new AuditEvent(
        request.id(), AuditEventType.DECISION_REFUSED, request.state(), MEGAN, NOW, "approve");
  }

  private void insert(long request, Long version) {
    insert(record.jdbc(), request, version);
  }

  private static void insert(JdbcClient jdbc, long request, Long version) {
    jdbc.sql(
            """
            insert into audit (at, request_id, request_version, what, state, who_id, who_name, words)
            values (?, ?, ?, 'PROGRESSED', 'RUNNING', 'holdfast', 'Holdfast', '')
            """)
        .params(NOW.atOffset(ZoneOffset.UTC), request, version)
        .update();
  }
}
