package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.RestoreOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 1.4, the answers to orders and the list of backups; GET of an operation is in 1.5. */
@DisplayName("facts 1.4 | responses")
class Table14ResponsesWireTests extends WireTest {

  private static final BackupOrder BACKUP = new BackupOrder(ID, "before upgrade", "");
  private static final RestoreOrder RESTORE =
      new RestoreOrder(ID, ID, "Contoso Dev", NOW, true, Optional.empty());

  @ParameterizedTest(name = "facts 1.4 | POST backups: {0} is taken")
  @ValueSource(ints = {200, 201, 202, 204})
  void anyAnswerOfSuccessTakesABackup(int status) {
    server.answers(status);
    OperationAccepted started = api.createBackup(BACKUP);
    assertThat(started.operation()).isEmpty();
    assertThat(started.backup()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.4 | POST backups: the backup may come with the answer")
  void aBackupThatIsMadeComesWithTheAnswer() {
    server.answers(201, "backup-created.json");
    OperationAccepted started = api.createBackup(BACKUP);
    assertThat(started.operation()).isEmpty();
    assertThat(started.backup())
        .hasValueSatisfying(
            backup -> assertThat(backup.point()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z")));
  }

  @Test
  @DisplayName("facts 1.4 | POST backups: or an operation")
  void aBackupMayBeAnOperation() {
    server.answers(202, Map.of("Operation-Location", "/operations/1"));
    assertThat(api.createBackup(BACKUP).operation()).isPresent();
  }

  @Test
  @DisplayName(
      "facts 1.4 | GET backups: label, backupPointDateTime, id, notes, expiry; newest first")
  void backupsComeNewestFirst() {
    server.answers(200, "backups-list.synthetic.json");
    List<Backup> backups = api.backups(ID);
    assertThat(backups)
        .extracting(Backup::label)
        .containsExactly("before-upgrade-10.0.44", "nightly");
    Backup newest = backups.get(0);
    assertThat(newest.id()).isEqualTo("942308ee-b1ba-433e-a08c-34b3d9ecaeef");
    assertThat(newest.point()).isEqualTo(Instant.parse("2026-03-10T09:15:00Z"));
    assertThat(newest.expires()).contains(Instant.parse("2026-03-17T09:15:00Z"));
    assertThat(newest.notes()).contains("manual backup");
  }

  @Test
  @DisplayName("facts 1.4 | GET backups: createdBy of every type is kept and shown")
  void noBackupIsLeftOutForItsMaker() {
    server.answers(200, "backups-by-many-makers.json");
    assertThat(api.backups(ID))
        .extracting(backup -> backup.createdBy().orElse("nobody"))
        .containsExactly(
            "Adele Vance",
            "ServicePrincipal",
            "System",
            "00000000-0000-0000-0000-0000000000b1",
            "nobody",
            "nobody",
            "a bare word");
  }

  @Test
  @DisplayName(
      "facts 1.4 | GET backups: a point without a zone is UTC; one without a point is none")
  void withoutAZoneIsMeantInUtcAndWithoutAPointIsLeftOut() {
    server.answers(200, "backups-in-odd-shapes.json");
    List<Backup> backups = api.backups(ID);
    assertThat(backups).extracting(Backup::id).containsExactly("1", "4", "3");
    assertThat(backups.get(0).point()).isEqualTo(Instant.parse("2026-03-09T22:00:00Z"));
    assertThat(backups.get(1).expires()).isEmpty();
    assertThat(backups.get(2).point()).isEqualTo(Instant.parse("2026-03-09T20:15:00.123456700Z"));
  }

  @Test
  @DisplayName("facts 1.4 | GET backups: an empty value is none")
  void anEmptyListIsNone() {
    server.answers(200, Map.of(), "{\"value\":[]}".getBytes(StandardCharsets.UTF_8));
    assertThat(api.backups(ID)).isEmpty();
  }

  @Test
  @DisplayName("facts 1.4 | POST restoreTo: 202, empty body, Operation-Location")
  void aRestoreIsAnOperation() {
    server.answers(
        202,
        Map.of(
            "Operation-Location", "/operations/1?api-version=2019-05-01",
            "Retry-After", "15",
            "x-ms-correlation-id", "c0ffee"));
    OperationAccepted started = api.restore(RESTORE);
    assertThat(started.operation())
        .contains(
            new OperationLocator(
                ID, server.base().resolve("/operations/1?api-version=2019-05-01")));
    assertThat(started.backup()).isEmpty();
    assertThat(started.retryAfter()).contains(Duration.ofSeconds(15));
    assertThat(started.correlationId()).contains("c0ffee");
  }

  @Test
  @DisplayName("facts 1.4 | POST restoreTo: taken however odd the answer")
  void anOrderThatIsTakenStaysTakenHoweverOddItsAnswer() {
    server.answers(200, Map.of("Operation-Location", "/operations/1"), "error-503-not-json.html");
    assertThat(api.restore(RESTORE).operation()).isPresent();
    server.hangsUpWithin(202, Map.of("Operation-Location", "/operations/1"));
    assertThat(api.restore(RESTORE).operation()).isPresent();
  }

  @Test
  @DisplayName("facts 1.4 | POST restoreTo: a failure is 4xx with error code and message")
  void aRefusalHasCodeAndMessage() {
    server.answers(400, "error-400-InvalidDomainName.json");
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(Kind.INVALID);
    assertThat(e.answer().code()).contains("InvalidDomainName");
    assertThat(e.answer().message()).contains("The domain name is taken.");
  }
}
