package dev.holdfast.platform.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.BackupOrder;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.RestoreOrder;
import dev.holdfast.platform.Started;
import dev.holdfast.testing.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What orders look like on the wire, byte for byte, and what is made of their answers. */
class OrderTests extends WireTest {

  private static final String SOURCE = "00000000-0000-0000-0000-00000000000a";
  private static final String ROOT = "/providers/Microsoft.BusinessAppPlatform/";
  private static final RestoreOrder RESTORE =
      new RestoreOrder(
          SOURCE,
          ID,
          "Contoso Dev \"Ünal\"",
          Instant.parse("2026-11-20T18:00:59.999Z"),
          true,
          Optional.empty());

  @Test
  void aRestoreIsOrderedFromTheTargetInUtcWithoutAZone() {
    server.answers(202);
    api.restore(RESTORE);
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.target())
        .isEqualTo(ROOT + "environments/" + ID + "/restoreTo?api-version=2019-05-01");
    assertThat(asked.header("Content-Type")).isEqualTo("application/json");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer test");
    assertThat(asked.body()).isEqualTo(server.file("restore-request.json"));
  }

  @Test
  void aSecurityGroupGoesWithTheRestore() {
    server.answers(202);
    api.restore(
        new RestoreOrder(
            SOURCE,
            ID,
            "Contoso Dev",
            Instant.parse("2026-01-02T03:04:05Z"),
            false,
            Optional.of("11111111-2222-3333-4444-555555555555")));
    assertThat(server.asked().get(0).body())
        .isEqualTo(server.file("restore-request-with-security-group.json"));
  }

  @Test
  void aBackupIsOrderedWithLabelAndNotes() {
    server.answers(200);
    api.createBackup(new BackupOrder(ID, "before upgrade", "asked for by Işıl"));
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.target())
        .isEqualTo(ROOT + "environments/" + ID + "/backups?api-version=2019-05-01");
    assertThat(asked.body()).isEqualTo(server.file("backup-request.json"));
  }

  @Test
  void emptyNotesAreLeftOut() {
    server.answers(200);
    api.createBackup(new BackupOrder(ID, "before upgrade", ""));
    assertThat(server.asked().get(0).body())
        .isEqualTo(server.file("backup-request-without-notes.json"));
  }

  @Test
  void aBackupThatIsMadeComesWithTheAnswer() {
    server.answers(201, "backup-created.json");
    Started started = api.createBackup(new BackupOrder(ID, "before upgrade", ""));
    assertThat(started.operation()).isEmpty();
    assertThat(started.backup())
        .hasValueSatisfying(
            backup -> assertThat(backup.point()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z")));
  }

  @Test
  void operationLocationComesBeforeLocation() {
    server.answers(
        202,
        Map.of(
            "Operation-Location", "https://europe.api.bap.microsoft.com/operations/1?api-version=1",
            "Location", "https://api.bap.microsoft.com/operations/2",
            "Retry-After", "15",
            "x-ms-correlation-id", "c0ffee"));
    Started started = api.restore(RESTORE);
    assertThat(started.operation())
        .contains(
            new OperationRef(
                ID, URI.create("https://europe.api.bap.microsoft.com/operations/1?api-version=1")));
    assertThat(started.retryAfter()).contains(Duration.ofSeconds(15));
    assertThat(started.correlationId()).contains("c0ffee");
  }

  @Test
  void locationWillDoAndMayLackTheHost() {
    server.answers(202, Map.of("Location", "/operations/2?api-version=1"));
    assertThat(api.restore(RESTORE).operation())
        .contains(new OperationRef(ID, server.base().resolve("/operations/2?api-version=1")));
  }

  /** The order is taken all the same; its operation is found by its environment. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/operations/1",
        "https://xapi.bap.microsoft.com.example/1",
        "http://europe.api.bap.microsoft.com/1",
        "https://europe.api.bap.microsoft.com:8443/1",
        "javascript:alert(1)",
        "not an address"
      })
  void anAddressThatIsNotTrustedIsNotKept(String address) {
    server.answers(202, Map.of("Operation-Location", address));
    assertThat(api.restore(RESTORE).operation()).isEmpty();
  }

  @Test
  void anAddressThatIsNotTrustedLeavesTheOtherHeader() {
    server.answers(
        202, Map.of("Operation-Location", "https://evil.example/1", "Location", "/operations/2"));
    assertThat(api.restore(RESTORE).operation()).isPresent();
  }

  @Test
  void anOrderThatIsTakenStaysTakenHoweverOddItsAnswer() {
    server.answers(200, Map.of("Operation-Location", "/operations/1"), "error-503-not-json.html");
    assertThat(api.restore(RESTORE).operation()).isPresent();
    server.hangsUpWithin(202, Map.of("Operation-Location", "/operations/1"));
    assertThat(api.restore(RESTORE).operation()).isPresent();
  }
}
