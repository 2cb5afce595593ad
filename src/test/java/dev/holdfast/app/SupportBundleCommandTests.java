package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.HoldfastProcess.Ended;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code --support-bundle} as the operator runs it, in a process of its own. */
@Tag("process")
@Tag("postgresql")
class SupportBundleCommandTests {

  private static final String SECRET = "Q7~a-secret";
  private static final String SECRET_IN_FILE = "Q7~from-a-file";
  private static final String LOCAL = "--spring.profiles.active=local";

  @TempDir private Path directory;

  private final SimulatorServer simulator =
      new SimulatorServer(Clock.systemUTC(), 180, Optional.empty());

  @BeforeEach
  void start() {
    simulator.start(0);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void hasWhatSomebodyWhoHelpsNeedsAndNoSecret() throws IOException {
    TestDatabase database = Databases.POSTGRESQL.fresh();
    JdbcClient.create(database.dataSource())
        .sql(
            "insert into unknown_words values"
                + " ('BAP environment: a', 'Odd', current_timestamp, current_timestamp, 3)")
        .update();
    Path secret = Files.writeString(directory.resolve("secret"), SECRET_IN_FILE);
    Path log = Files.writeString(directory.resolve("holdfast.log"), "old line\n" + repeated());

    Ended ended =
        bundle(
            Stream.concat(
                database.arguments().stream(),
                Stream.of(
                    LOCAL,
                    "--holdfast.admin-api.base-url=" + simulator.baseUrl(),
                    "--server.ssl.key-store-password=" + SECRET,
                    "--holdfast.teams.tenant-id=00000000-0000-0000-0000-0000000000aa",
                    "--holdfast.teams.app-id=00000000-0000-0000-0000-0000000000ab",
                    "--holdfast.teams.credential.client-secret-file=" + secret,
                    "--logging.file.name=" + log)));

    assertThat(ended.code()).as(ended.printed()).isZero();
    Map<String, String> texts = Zips.texts(directory.resolve("bundle.zip"));
    assertThat(texts.values())
        .allSatisfy(text -> assertThat(text).doesNotContain(SECRET, SECRET_IN_FILE));
    assertThat(texts.get("holdfast-support/version.txt")).contains("Java: ");
    assertThat(texts.get("holdfast-support/doctor-report.txt"))
        .contains("  OK       Environments: ");
    assertThat(texts.get("holdfast-support/settings.txt"))
        .contains("holdfast.teams.credential.client-secret-file = (set)")
        .contains("holdfast.admin-api.api = both");
    assertThat(texts.get("holdfast-support/database.txt")).contains("database: PostgreSQL");
    assertThat(texts.get("holdfast-support/migrations.txt")).contains("1, Success, ");
    assertThat(texts.get("holdfast-support/counts.txt"))
        .contains("  unknown_words ", "durable tasks");
    assertThat(texts.get("holdfast-support/unknown-words.txt"))
        .contains("BAP environment: a\tOdd\t");
    assertThat(texts.get("holdfast-support/log.txt")).contains("old line", "[secret]");
  }

  @Test
  void isWrittenToWhenHoldfastCannotStart() throws IOException {
    Ended ended =
        bundle(Stream.of(LOCAL, "--holdfast.admin-api.credential.client-secert=" + SECRET));

    assertThat(ended.code()).as(ended.printed()).isZero();
    Map<String, String> texts = Zips.texts(directory.resolve("bundle.zip"));
    assertThat(texts.get("holdfast-support/doctor-report.txt"))
        .contains("holdfast.admin-api.credential.client-secert");
    assertThat(texts.values()).allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
  }

  @Test
  void saysWhenItCannotBeWritten() {
    Ended ended =
        HoldfastProcess.ask(
            directory, "--support-bundle=" + directory.resolve("no/folder/b.zip"), LOCAL);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.printed()).contains("The support bundle can't be written: ");
  }

  private static String repeated() {
    return "a secret: " + SECRET + ", another: " + SECRET_IN_FILE + "\n";
  }

  private Ended bundle(Stream<String> arguments) {
    return HoldfastProcess.ask(
        directory,
        Stream.concat(Stream.of("--support-bundle=" + directory.resolve("bundle.zip")), arguments)
            .toArray(String[]::new));
  }
}
