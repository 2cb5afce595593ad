package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verification that continues where the last one ended, and the one of everything. */
@EachDatabase
class VerificationTests {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  private final RecordBench record;

  VerificationTests(Databases database) {
    record = new RecordBench(database);
  }

  /** Six rows that were verified, and two that were not. */
  @BeforeEach
  void open() {
    approved();
    approved();
    approved();
    advance();
    approved();
    record.unprotect();
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void onlyWhatIsNewIsVerified() {
    Verification verification = since();

    assertThat(verification.from().position()).isEqualTo(6);
    assertThat(verification.reached().position()).isEqualTo(8);
    assertThat(record.looked().sentence())
        .startsWith(
            "The newest 2 of 8 rows are as they were written; the others were verified before")
        .contains("--audit-verify");
    assertThat(all().sentence()).startsWith("All 8 rows are as they were written");
  }

  @Test
  void theDoctorStoresNothing() {
    record.looked();

    assertThat(positions().get().position()).isEqualTo(6);
  }

  @Test
  void whatIsChangedBehindThePositionIsFoundAtOnce() {
    record.sql("update audit set words = 'never said' where id = 7");

    assertThat(record.looked().sentence()).startsWith("Place 7 of the record: row 7");
    assertThat(advance().fault()).isPresent();
    assertThat(positions().get().position()).isEqualTo(6);
    assertThat(all().state()).isEqualTo(CheckStatus.BROKEN);
  }

  @Test
  void whatIsChangedBeforeThePositionIsFoundByTheVerificationOfAll() {
    record.sql("update audit set words = 'never said' where id = 2");

    assertThat(record.looked().state()).isEqualTo(CheckStatus.OK);
    assertThat(all().sentence()).startsWith("Place 2 of the record: row 2");
  }

  @Test
  void sealsThatWereComputedAnewAreFoundByTheOneThatWasStored() {
    record.sql("update audit set words = 'never said' where id = 2");
    sealAllAnew();

    assertThat(all().state()).isEqualTo(CheckStatus.OK);
    assertThat(record.looked().sentence())
        .isEqualTo(
            "Place 6 of the record: its seal is not the one that was there when it was verified.");
  }

  @Test
  void anEndThatIsCutOffBeforeThePositionIsFound() {
    cutOffBehind(4);

    assertThat(record.looked().sentence())
        .isEqualTo(
            "The end of the record is cut off: it had 6 rows, and the last that is left is 4.");
  }

  @Test
  void anEndThatIsCutOffBehindThePositionIsFoundByItsRequest() {
    cutOffBehind(7);

    assertThat(record.looked().sentence()).contains("these requests", "R-1004");
  }

  @Test
  void aRequestThatWasChangedByHandLongAgoIsFoundByTheVerificationOfAll() {
    record.sql("insert into audit_people (name, who_id) values ('x', 'x')");
    record.sql(
        """
        insert into requests (id, draft, state, version, source_id, affected_id, requester_id, created_at, updated_at, body)
        values (9000000000000000000, 'd', 'SUCCEEDED', 3, 's', 't', 'p', ?, ?, '{}')
        """,
        NOW.atOffset(ZoneOffset.UTC),
        NOW.atOffset(ZoneOffset.UTC));

    assertThat(all().sentence()).contains("these requests", "R-9000000000000000000");
  }

  @Test
  void aRowThatWasAddedByHandStaysFound() {
    record.sql(
        """
        insert into audit (at, request_id, what, state, who_id, who_name, words)
        values (?, 1001, 'DECISION_REFUSED', 'APPROVED', 'x', 'X', '')
        """,
        NOW.atOffset(ZoneOffset.UTC));
    record.bench.clock.advance(Duration.ofHours(3));
    record.sweep();
    advance();
    approved();
    record.sweep();
    advance();

    assertThat(record.looked())
        .extracting(CheckResult::state, CheckResult::sentence)
        .containsExactly(
            CheckStatus.BROKEN, "1 row(s) of the record were not written by Holdfast.");
    assertThat(all().state()).isEqualTo(CheckStatus.BROKEN);
  }

  @Test
  void whatWasSweptIsNotLookedAtAgain() {
    record.bench.clock.advance(Duration.ofHours(3));
    record.sweep();
    advance();

    assertThat(positions().get().rowId()).isEqualTo(8);
  }

  private void approved() {
    Request request = record.submitted();
    record.bench.change(
        request, one -> one.approval().approve(MEGAN, "go", one.details().digest(), NOW));
  }

  private VerifiedPositions positions() {
    return record.bench.get(VerifiedPositions.class);
  }

  private Verification since() {
    return record.bench.get(LogVerifier.class).since(positions().get(), LONG_ENOUGH);
  }

  private Verification advance() {
    return record.bench.get(VerificationTask.Progress.class).advance(LONG_ENOUGH);
  }

  private CheckResult all() {
    return record.bench.get(AuditVerification.class).all();
  }

  private void sealAllAnew() {
    String hash = AuditChainLink.GENESIS;
    for (long position = 1; position <= 8; position++) {
      AuditChainLink link =
          record.bench.get(AuditChainReader.class).between(position - 1, position).get(0);
      hash = link.entry().orElseThrow().hash(position, hash);
      record.sql("update audit_seals set hash = ? where position = ?", hash, position);
    }
    record.sql("update audit_head set hash = ?", hash);
  }

  private void cutOffBehind(long position) {
    record.sql("delete from audit_seals where position > ?", position);
    record.sql("delete from audit where id > ?", position);
    record.sql(
        "update audit_head set position = ?, hash = (select hash from audit_seals where position ="
            + " ?)",
        position,
        position);
  }
}
