package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.HoldfastProcess.Ended;
import dev.holdfast.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code --audit-export} as the operator runs it, with no setting but those of the database. */
@Tag("process")
@Tag("postgresql")
class AuditExportCommandTests {

  @TempDir private Path directory;

  @Test
  void standardOutputHoldsTheRecordAndNothingElse() {
    Ended ended = export(filled(Databases.POSTGRESQL));

    assertThat(ended.code()).as(ended.printed()).isEqualTo(1);
    assertThat(ended.printed().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"position\":null,").endsWith("\"hash\":null}"),
            line ->
                assertThat(line).isEqualTo("1 row(s) written, 1 without a seal, 0 not as sealed."),
            line -> assertThat(line).startsWith("The record does not hold exactly"),
            line -> assertThat(line).startsWith("Somebody changed the database by hand"));
  }

  @Test
  void aFileIsThereWhenItIsWhole() throws IOException {
    TestDatabase file =
        new TestDatabase(
            "jdbc:h2:file:"
                + directory.resolve("holdfast")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "sa",
            "");
    file.flyway().load().migrate();

    Ended ended = export(file, "--audit-export=csv", "--output=record.csv", "--from=2026-11-01");

    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed())
        .isEqualToIgnoringNewLines(
            "0 row(s) written, 0 without a seal, 0 not as sealed.It is empty.");
    assertThat(Files.readString(directory.resolve("record.csv"))).startsWith("position,previous,");
    assertThat(directory.resolve("record.csv.part")).doesNotExist();
  }

  @Test
  void aDatabaseWithoutTheTablesIsSaid() {
    Ended ended = export(Databases.POSTGRESQL.empty());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.printed())
        .isEqualToIgnoringNewLines("The database is empty.Start Holdfast: the start migrates.");
  }

  @Test
  void whatIsNotUnderstoodEndsWith2() {
    Ended ended = HoldfastProcess.ask(directory, "--audit-export", "--from=november");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.printed()).startsWith("--from=november is no time: it is a day in UTC");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void theWholeRecordIsVerifiedOnDemand() {
    Ended ended = export(filled(Databases.POSTGRESQL), "--audit-verify");

    assertThat(ended.code()).as(ended.printed()).isEqualTo(1);
    assertThat(ended.printed()).startsWith("The record does not hold exactly");
    assertThat(export(Databases.POSTGRESQL.fresh(), "--audit-verify").printed())
        .isEqualToIgnoringNewLines("It is empty.");
  }

  @Test
  void whatTheVerificationDoesNotUnderstandEndsWith2() {
    Ended ended = HoldfastProcess.ask(directory, "--audit-verify", "--from=november");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.printed()).startsWith("--from=november is not understood");
  }

  private static TestDatabase filled(Databases kind) {
    TestDatabase database = kind.fresh();
    JdbcClient.create(database.dataSource())
        .sql(
            """
            insert into audit (at, request_id, request_version, what, state, who_id, who_name, words)
            values (timestamp with time zone '2026-11-20 12:00:00+00', 1, 1, 'SUBMITTED', 'RUNNING', 'p', 'P', 'ü')
            """)
        .update();
    return database;
  }

  private Ended export(TestDatabase database, String... arguments) {
    return HoldfastProcess.ask(
        directory,
        Stream.concat(
                database.arguments().stream(),
                arguments.length == 0 ? Stream.of("--audit-export") : Stream.of(arguments))
            .toArray(String[]::new));
  }
}
