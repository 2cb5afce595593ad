package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What orders look like on the wire, byte for byte. */
@DisplayName("facts 2 | orders")
class OrderTests extends WireTest {

  private static final BackupOrder BACKUP =
      new BackupOrder(ID, "before upgrade", "asked for by Işıl");

  @Test
  void anUnchangedNameIsNotSent() {
    server.answers(202, Map.of("Operation-Location", ROOT + "/operations/1"));
    api.restore(RESTORE.named(""));
    assertThat(new String(server.asked().get(0).body(), StandardCharsets.UTF_8))
        .contains("skipAuditData")
        .doesNotContain("environmentNameToOverride");
  }

  @Test
  @DisplayName("facts 2 | create backup: POST …/backups with the label alone, 201 with the backup")
  void createBackup() {
    server.answers(201, "ppapi/backup-created.json");
    OperationAccepted started = api.createBackup(BACKUP);
    ScriptedServer.Asked asked = onlyAsked("POST", ENVIRONMENT + "/backups?" + VERSION);
    assertThat(asked.header("Content-Type")).isEqualTo("application/json");
    assertThat(asked.body()).isEqualTo(server.file("ppapi/backup-request.json"));
    assertThat(started.operation()).isEmpty();
    assertThat(started.backup())
        .hasValueSatisfying(
            backup -> {
              assertThat(backup.id()).isEqualTo("942308ee-b1ba-433e-a08c-34b3d9ecaeef");
              assertThat(backup.label()).isEqualTo("before upgrade");
              assertThat(backup.notes()).isEmpty();
              assertThat(backup.point()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
              assertThat(backup.expires()).contains(Instant.parse("2026-11-27T10:00:00Z"));
              assertThat(backup.createdBy()).contains("Holdfast");
            });
  }

  @Test
  @DisplayName("facts 2 | create backup: the Location of a 201 is the backup, not an operation")
  void locationOfACreatedBackup() {
    String location = server.base() + ENVIRONMENT + "/backups/1";
    server.answers(201, Map.of("Location", location), "ppapi/backup-created.json");
    assertThat(api.createBackup(BACKUP).operation()).isEmpty();
    server.answers(201, Map.of("operation-location", "/operations/1"), "ppapi/backup-created.json");
    assertThat(api.createBackup(BACKUP).operation())
        .contains(new OperationLocator(ID, server.base().resolve("/operations/1")));
  }

  @Test
  @DisplayName("facts 2 | create backup: an answer without the backup is taken all the same")
  void createdWithoutAWord() {
    server.answers(201);
    OperationAccepted started = api.createBackup(BACKUP);
    assertThat(started.backup()).isEmpty();
    assertThat(started.operation()).isEmpty();
  }

  @Test
  @DisplayName("facts 2 | restore, R30: POST …/restore of the target, RFC 3339 with offset, 202")
  void restore() {
    server.answers(202, Map.of("operation-location", "/operations/1"));
    api.restore(RESTORE);
    ScriptedServer.Asked asked = onlyAsked("POST", ENVIRONMENT + "/restore?" + VERSION);
    assertThat(asked.header("Content-Type")).isEqualTo("application/json");
    assertThat(asked.body()).isEqualTo(server.file("ppapi/restore-request.json"));
  }

  @Test
  @DisplayName("facts 2 | restore: securityGroupIdToOverride and skipAuditData false")
  void restoreWithSecurityGroup() {
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
        .isEqualTo(server.file("ppapi/restore-request-with-security-group.json"));
  }

  @ParameterizedTest
  @DisplayName("facts 2 | restore: an answer by which nothing was done is no restore")
  @ValueSource(strings = {"ValidationPassed", "ValidationFailed", "NoOperation"})
  void nothingDone(String word) {
    for (int status : new int[] {200, 202}) {
      answers(status, "{\"status\":\"%s\"}".formatted(word));
      var e = failure(() -> api.restore(RESTORE));
      assertThat(e.kind()).isEqualTo(Kind.INVALID);
      assertThat(e).hasMessageContaining(status + " " + word);
    }
  }

  @Test
  @DisplayName("facts 2 | restore: an operation that is named is followed whatever its first word")
  void namedOperationIsFollowed() {
    String body = "{\"operationId\":\"op-1\",\"status\":\"ValidationPassed\"}";
    answers(202, body);
    assertThat(api.restore(RESTORE).operation()).isPresent();
  }

  @Test
  @DisplayName("facts 2 | no route sets administration mode or the backup retention")
  void administrationMode() {
    assertThatThrownBy(() -> api.setAdministrationMode(ID, AdministrationMode.OFF))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> api.setBackupRetention(ID, RetentionPeriod.ONE_WEEK))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(api.capabilities())
        .isEqualTo(new AdminApiCapabilities(true, true, false, false, false));
    assertThat(server.asked()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("facts 1.1 | an id that would make another call of it is refused before it is sent")
  @ValueSource(strings = {"", "..", "a/b", "~default", "a?b", "ü"})
  void strangeId(String id) {
    assertThat(failure(() -> api.environment(id)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(failure(() -> api.createBackup(new BackupOrder(id, "label", ""))).kind())
        .isEqualTo(Kind.NOT_FOUND);
    assertThat(server.asked()).isEmpty();
  }
}
