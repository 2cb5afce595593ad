package dev.holdfast.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What keeps Holdfast from starting is told as what, why, and how to fix it. */
class StartFailureTest {

  @Test
  void aDatabaseThatIsDown() {
    FailureAnalysis analysis =
        new DatabaseFailureAnalyzer()
            .analyze(
                new IllegalStateException(
                    new SQLException("for jdbc:x?password=hunter2", "08001")));

    assertThat(analysis.getDescription())
        .isEqualTo(
            "Holdfast can't open its database.\n"
                + "Why: the database does not answer (SQL state 08001).");
    assertThat(analysis.getAction()).contains("spring.datasource.url").doesNotContain("hunter2");
  }

  @Test
  void aPortInUseIsNamedByTheSettingThatItComesFrom() {
    Map<String, Object> ports = Map.of("server.port", "3978", "management.server.port", "9090");

    assertThat(port(new PortInUseException(9090), ports).getAction())
        .contains("set management.server.port to another port");
    assertThat(port(new PortInUseException(3978), ports).getAction())
        .contains("set server.port to another port");
    assertThat(port(new PortInUseException(3978), ports).getDescription())
        .isEqualTo("Holdfast can't listen on port 3978.\nWhy: another program uses this port.");
    assertThat(
            port(
                    new UncheckedIOException(new BindException("Address already in use")),
                    Map.of("holdfast.simulator.port", "4000"))
                .getAction())
        .contains("set holdfast.simulator.port to another port");
  }

  @Test
  void anAddressThatThisMachineDoesNotHave() {
    assertThat(
            port(
                    new IllegalStateException(new BindException("Cannot assign requested address")),
                    Map.of())
                .getDescription())
        .contains("server.address", "this machine doesn't have the address");
  }

  @Test
  void aFileThatCannotBeWritten() {
    assertThat(
            new FileFailureAnalyzer()
                .analyze(new UncheckedIOException(new AccessDeniedException("/data/world.json")))
                .getDescription())
        .isEqualTo(
            "Holdfast can't use /data/world.json.\n"
                + "Why: the user that runs Holdfast has no access.");
  }

  @Test
  void anythingElseIsLeftToOthers() {
    RuntimeException other = new IllegalStateException("no");

    assertThat(new DatabaseFailureAnalyzer().analyze(other)).isNull();
    assertThat(new FileFailureAnalyzer().analyze(other)).isNull();
    assertThat(port(other, Map.of())).isNull();
  }

  private static FailureAnalysis port(Throwable failure, Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return new PortFailureAnalyzer(environment).analyze(failure);
  }
}
