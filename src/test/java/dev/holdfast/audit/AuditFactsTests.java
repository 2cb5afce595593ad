package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.audit.AuditFacts.Column;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The columns that say what was asked for, and the chain over them. */
@EachDatabase
class AuditFactsTests {

  private static final String OLD_ROW =
      """
      insert into audit (at, request_id, request_version, what, state, who_id, who_name, words)
      values (timestamp with time zone '2026-11-20 09:00:00+00', %d, 1, 'SUBMITTED', 'RUNNING', 'p', 'P', '')
      """;

  private final Databases database;
  private RecordBench record;

  AuditFactsTests(Databases database) {
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
  void anApprovalIsInTheRowThatTellsOfIt() {
    approved();

    assertThat(text(Column.APPROVALS, 2)).contains("\"needed\":1", MEGAN.id(), MEGAN.name());
    assertThat(text(Column.OPERATION, 2)).isEqualTo("restore");
  }

  @Test
  void aWithdrawnApprovalIsNoneOfThoseGiven() {
    Request request = approved();
    record.bench.change(request, it -> it.approval().withdraw(MEGAN, "", NOW));

    assertThat(text(Column.APPROVALS, 3)).contains("\"given\":[]").doesNotContain(MEGAN.id());
  }

  @Test
  void eachColumnIsCovered() {
    approved();
    record.unprotect();
    for (Column column : Column.values()) {
      String before = text(column, 1);
      set(column, "other");
      assertThat(record.looked().state()).as(column.name()).isEqualTo(CheckStatus.BROKEN);
      set(column, before);
      assertThat(record.looked().state()).as(column.name()).isEqualTo(CheckStatus.OK);
    }
  }

  @Test
  void aNewRowIsNotTakenForAnOldOne() {
    approved();
    record.unprotect();

    record.sql("update audit set hash_version = null where id = 1");
    assertThat(record.looked().sentence()).contains("row 1", "says more than its seal covers");
    record.sql(
        "update audit set "
            + Arrays.stream(Column.values())
                .map(column -> column.sql() + " = null")
                .collect(Collectors.joining(", "))
            + " where id = 1");
    assertThat(record.looked().sentence()).contains("row 1", "is not what was written");
    record.sql("update audit set hash_version = 3 where id = 1");
    assertThat(record.looked().sentence()).contains("row 1", "says more than its seal covers");
  }

  @Test
  void anOldRowKeepsItsHashAndSaysNothingOfItsOperation() throws IOException {
    Request request = record.submitted();
    record.unprotect();
    record.sql("delete from audit_seals");
    record.sql("delete from audit");
    record.sql("update audit_head set position = 0, hash = repeat('0', 64)");
    record.sql(OLD_ROW.formatted(request.id().number()));
    record.sweep();

    assertThat(record.looked().state()).isEqualTo(CheckStatus.OK);
    StringWriter out = new StringWriter();
    AuditExporter.Summary summary =
        record.bench.get(AuditExporter.class).write(out, AuditExportFormat.CSV, TimeRange.ALWAYS);
    assertThat(summary.faulty()).isZero();
    assertThat(out.toString().lines().skip(1).findFirst().orElseThrow())
        .contains(",p,P,," + ",".repeat(Column.values().length));

    record.sql("update audit set operation = 'copy'");
    assertThat(record.looked().sentence()).contains("says more than its seal covers");
  }

  private Request approved() {
    Request request = record.submitted();
    record.bench.change(
        request, asked -> asked.approval().approve(MEGAN, "", asked.details().digest(), NOW));
    return request;
  }

  private String text(Column column, long id) {
    return record
        .jdbc()
        .sql("select coalesce(" + column.sql() + ", '') from audit where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private void set(Column column, String text) {
    record.sql("update audit set " + column.sql() + " = ? where id = 1", text);
  }
}
