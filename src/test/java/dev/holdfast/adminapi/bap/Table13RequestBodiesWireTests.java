package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.RestoreOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts 1.3, the bodies that the cmdlets send, byte for byte.
 *
 * <p>CopyToRequestDefinition is in {@link BapCopyWireTests}. Not used: the ISO 8601 form of
 * RestorePointDateTime (only its pass-through is known; the form without a zone is the documented
 * one).
 */
@DisplayName("facts 1.3 | request bodies")
class Table13RequestBodiesWireTests extends WireTest {

  private static final String SOURCE = "00000000-0000-0000-0000-00000000000a";

  private byte[] backup(String label, String notes) {
    server.answers(200);
    api.createBackup(new BackupOrder(ID, label, notes));
    return server.asked().get(0).body();
  }

  private byte[] restore(String name, String point, boolean skipAuditData, Optional<String> group) {
    server.answers(202);
    api.restore(new RestoreOrder(SOURCE, ID, name, Instant.parse(point), skipAuditData, group));
    return server.asked().get(0).body();
  }

  @Test
  @DisplayName("facts 1.3 | BackupRequestDefinition: Label, Notes")
  void aBackupHasLabelAndNotes() {
    assertThat(backup("before upgrade", "asked for by Işıl"))
        .isEqualTo(server.file("backup-request.json"));
  }

  @Test
  @DisplayName("facts 1.3 | BackupRequestDefinition.Notes: optional, left out when empty")
  void emptyNotesAreLeftOut() {
    assertThat(backup("before upgrade", ""))
        .isEqualTo(server.file("backup-request-without-notes.json"));
  }

  @Test
  @DisplayName("facts 1.3 | RestoreToRequestDefinition: without a security group")
  void aRestoreHasSourceNamePointAndAudit() {
    assertThat(restore("Contoso Dev \"Ünal\"", "2026-11-20T18:00:59.999Z", true, Optional.empty()))
        .isEqualTo(server.file("restore-request.json"));
  }

  @Test
  @DisplayName("facts 1.3 | RestoreTo.TargetEnvironmentName: the target's current name keeps it")
  void anUnchangedNameIsReadRightBeforeTheCall() {
    server.answers(200, "environment-managed-sandbox.json").answers(202);
    String present =
        JsonMapper.shared()
            .readTree(server.file("environment-managed-sandbox.json"))
            .path("properties")
            .path("displayName")
            .asString();
    api.restore(unchanged());
    assertThat(server.asked().get(0).method()).isEqualTo("GET");
    assertThat(new String(server.asked().get(1).body(), StandardCharsets.UTF_8))
        .contains("\"TargetEnvironmentName\":\"" + present + "\"");
  }

  @Test
  @DisplayName("facts 1.3 | RestoreTo.TargetEnvironmentName: unreadable, so nothing is ordered")
  void aPresentNameThatCannotBeReadOrdersNothing() {
    for (int i = 0; i < 10; i++) {
      server.answers(503);
    }
    AdminApiException e = failure(() -> api.restore(unchanged()));
    assertThat(e.refused()).isTrue();
    assertThat(e.kind()).isEqualTo(AdminApiException.Kind.UNREACHABLE);
    assertThat(server.asked()).allMatch(asked -> asked.method().equals("GET"));
  }

  private static RestoreOrder unchanged() {
    return new RestoreOrder(
        SOURCE, ID, "", Instant.parse("2026-11-20T18:00:00Z"), true, Optional.empty());
  }

  @Test
  @DisplayName("facts 1.3 | RestoreTo.TargetSecurityGroupId: optional, a GUID")
  void aSecurityGroupGoesWithTheRestore() {
    assertThat(
            restore(
                "Contoso Dev",
                "2026-01-02T03:04:05Z",
                false,
                Optional.of("11111111-2222-3333-4444-555555555555")))
        .isEqualTo(server.file("restore-request-with-security-group.json"));
  }

  @ParameterizedTest(name = "facts 1.3 | RestoreTo.RestorePointDateTime: {0} is sent as {1}")
  @CsvSource({
    "2026-11-20T18:00:00Z, 2026-11-20 18:00:00",
    "2026-11-20T18:00:59.9999999Z, 2026-11-20 18:00:59",
    "2026-03-29T00:59:59Z, 2026-03-29 00:59:59",
    "2026-01-01T00:00:00+13:00, 2025-12-31 11:00:00"
  })
  void thePointIsUtcToTheSecondWithoutAZone(String point, String sent) {
    server.answers(202);
    Instant instant = OffsetDateTime.parse(point).toInstant();
    api.restore(new RestoreOrder(SOURCE, ID, "Contoso Dev", instant, true, Optional.empty()));
    assertThat(sent().path("RestorePointDateTime").stringValue()).isEqualTo(sent);
  }

  @ParameterizedTest(name = "facts 1.3 | RestoreTo.SkipAuditData: {0} is sent as a boolean")
  @CsvSource({"true", "false"})
  void whetherAuditDataIsSkippedIsAlwaysSaid(boolean skip) {
    restore("Contoso Dev", "2026-11-20T18:00:00Z", skip, Optional.empty());
    assertThat(sent().path("SkipAuditData").isBoolean()).isTrue();
    assertThat(sent().path("SkipAuditData").booleanValue()).isEqualTo(skip);
  }

  @Test
  @DisplayName("facts 1.3 | RestoreTo.SourceEnvironmentId, .TargetEnvironmentName: id and name")
  void theSourceIsNamedByItsIdAndTheTargetByItsName() {
    restore("Contoso Dev", "2026-11-20T18:00:00Z", true, Optional.empty());
    assertThat(sent().path("SourceEnvironmentId").stringValue()).isEqualTo(SOURCE);
    assertThat(sent().path("TargetEnvironmentName").stringValue()).isEqualTo("Contoso Dev");
    assertThat(server.asked().get(0).target()).contains("/environments/" + ID + "/restoreTo");
  }

  private JsonNode sent() {
    return JsonMapper.shared().readTree(server.asked().get(0).body());
  }
}
