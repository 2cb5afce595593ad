package dev.holdfast.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What the database itself refuses, whoever asks. */
@EachDatabase
class AppendOnlyTests {

  private final Databases database;
  private RecordBench record;

  AppendOnlyTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    record = new RecordBench(database);
    record.submitted();
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void nothingIsChanged() {
    refused("update audit set words = 'other'");
    refused("update audit_seals set hash = 'other'");
  }

  @Test
  void nothingIsRemoved() {
    refused("delete from audit_seals");
    refused("delete from audit");
    refused("delete from audit_head");
  }

  @Test
  void nothingIsEmptied() {
    refused("truncate table audit");
    refused("truncate table audit_seals");
    refused("truncate table audit_head");
  }

  private void refused(String statement) {
    assertThatThrownBy(() -> record.sql(statement)).isInstanceOf(DataAccessException.class);
    assertThat(record.count("audit")).isEqualTo(1);
    assertThat(record.count("audit_seals")).isEqualTo(1);
    assertThat(record.count("audit_head")).isEqualTo(1);
    assertThat(record.looked().sentence()).startsWith("All 1 rows are as they were written");
  }
}
