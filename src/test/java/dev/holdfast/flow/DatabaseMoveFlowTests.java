package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.HoldfastProcess.Ended;
import dev.holdfast.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holdfast moves from its file to PostgreSQL while a restore runs. */
@Tag("process")
@Tag("postgresql")
class DatabaseMoveFlowTests extends SteppedJob {

  @TempDir private Path folder;

  @Test
  void whatRunsIsDrivenToItsEndOnTheCopy() {
    TestDatabase file = file();
    start(file, Map.of());
    install();
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval =
        meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    await()
        .until(
            () -> {
              holdfast().goOn();
              return restoreCalls() == 1;
            });
    assertThat(state()).isEqualTo("RUNNING");
    stop();
    TestDatabase target = Databases.POSTGRESQL.empty();

    Ended copied = copy(file, target);

    assertThat(copied.code()).as(copied.printed()).isZero();
    assertThat(copied.printed())
        .contains("are copied, and read back as they were.")
        .contains("The audit log in the copy: All ")
        .contains("Never start it on the source again.");
    start(target, Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    Ended again = copy(file, target);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.printed()).contains("The target isn't empty: ");
  }

  @Test
  void nothingIsCopiedWhileHoldfastRuns() {
    TestDatabase file = file();
    start(file, Map.of());

    Ended refused = copy(file, Databases.POSTGRESQL.empty());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.printed()).contains("database file is in use");
  }

  @Test
  void onlyTheFileOfThisVersionIsCopied() {
    Ended ofPostgresql = copy(Databases.POSTGRESQL.fresh(), Databases.POSTGRESQL.empty());
    assertThat(ofPostgresql.code()).isEqualTo(1);
    assertThat(ofPostgresql.printed()).contains("has to be an H2 file that only one process opens");

    TestDatabase old = file();
    old.flyway().target("50").load().migrate();
    Ended ofAnOlder = copy(old, Databases.POSTGRESQL.empty());
    assertThat(ofAnOlder.code()).isEqualTo(1);
    assertThat(ofAnOlder.printed()).contains("Not there yet: ");
  }

  private String state() {
    return holdfast()
        .get(JdbcClient.class)
        .sql("select state from requests where id = 1001")
        .query(String.class)
        .single();
  }

  private TestDatabase file() {
    return new TestDatabase(
        "jdbc:h2:file:"
            + folder.resolve("holdfast")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
        "sa",
        "");
  }

  private Ended copy(TestDatabase from, TestDatabase to) {
    return HoldfastProcess.ask(
        folder,
        "--database-copy=" + to.url(),
        "--copy-user=" + to.user(),
        "--spring.datasource.url=" + from.url(),
        "--spring.datasource.username=" + from.user());
  }
}
