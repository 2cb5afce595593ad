package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.HoldfastProcess.Ended;
import dev.holdfast.testing.TestDatabase;
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

/** {@code --doctor} as the operator runs it, in a process of its own. */
@Tag("process")
@Tag("postgresql")
class DoctorCommandLineTests {

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
  void endsWith0WhereNothingIsBrokenAndLeavesNothingBehind() {
    Ended ended = doctor(LOCAL, baseUrl());

    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed())
        .contains("  OK       Environments: ")
        .contains(
            "  WARNING  Policy: Anyone who can rename an environment decides whether these rules")
        .contains("  SKIPPED  Connection: Not looked at: there is no database file yet.");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void leavesTheDatabaseToTheOneThatRuns() {
    try (HoldfastProcess running =
        HoldfastProcess.start(directory, directory.resolve("log"), simulator.baseUrl(), Map.of())) {
      Ended ended = doctor(LOCAL, baseUrl());

      assertThat(ended.code()).as(ended.printed()).isZero();
      assertThat(ended.printed())
          .contains("the database file is in use, most likely by a Holdfast");
      assertThat(running.messages()).isNotNull();
    }
  }

  @Test
  void endsWith1AndSaysWhatMendsEachThingThatIsBroken() {
    TestDatabase empty = Databases.POSTGRESQL.empty();

    Ended ended =
        doctor(
            Stream.concat(
                    empty.arguments().stream(),
                    Stream.of(
                        baseUrl(),
                        "--holdfast.policy[0].approvers=00000000-0000-0000-0000-000000000021"))
                .toArray(String[]::new));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.printed())
        .contains(
            "  BROKEN   Token: Holdfast does not start: it has no credential for Power Platform")
        .contains("           to fix it: Set holdfast.admin-api.tenant-id")
        .contains("  SKIPPED  Environments: Not asked, because “Token” is broken.")
        .contains("  BROKEN   Bot credential: ")
        .contains("  SKIPPED  Migrations: The database is empty.")
        .doesNotContain("\tat ");
    assertThat(
            JdbcClient.create(empty.dataSource())
                .sql("select count(*) from information_schema.tables where table_schema = 'public'")
                .query(Long.class)
                .single())
        .as("it only compares")
        .isZero();
  }

  @Test
  void everySettingThatIsWrongIsALineAndNoStackTrace() {
    Ended ended =
        doctor(
            LOCAL,
            "--holdfast.admin-api.endpoint=moon",
            "--holdfast.admin-api.pol-interval=1s",
            "--holdfast.policy[0].approvals=2",
            "--holdfast.policy[0].approvers=megan@contoso.com");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.printed().lines())
        .allMatch(line -> line.startsWith("BROKEN   Configuration: holdfast."))
        .anyMatch(line -> line.contains("admin-api.endpoint: must be one of prod, preview, "))
        .anyMatch(line -> line.endsWith("Did you mean holdfast.admin-api.poll-interval?"))
        .anyMatch(line -> line.contains("policy[0].approvers[0]: “megan@contoso.com” isn't"))
        .anyMatch(line -> line.contains("policy[0].approvals: 2 approvals are required"))
        .hasSize(4);
  }

  private String baseUrl() {
    return "--holdfast.admin-api.base-url=" + simulator.baseUrl();
  }

  private Ended doctor(String... arguments) {
    return HoldfastProcess.ask(
        directory,
        Stream.concat(Stream.of("--doctor"), Stream.of(arguments)).toArray(String[]::new));
  }
}
