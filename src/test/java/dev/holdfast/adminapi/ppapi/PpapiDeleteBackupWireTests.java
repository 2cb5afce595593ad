package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.OperationAccepted;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 2 and 2.4: deleting a backup. */
class PpapiDeleteBackupWireTests extends WireTest {

  private static final String BACKUP = "942308ee-b1ba-433e-a08c-34b3d9ecaeef";

  @ParameterizedTest(name = "facts 2.4 | delete backup: 204 as documented, and {0}")
  @ValueSource(ints = {204, 200, 202})
  void deleted(int status) {
    server.answers(status);
    OperationAccepted started = api.deleteBackup(ID, BACKUP);
    assertThat(started.operation()).isEmpty();
    assertThat(onlyAsked("DELETE", ENVIRONMENT + "/backups/" + BACKUP + "?" + VERSION).body())
        .isEmpty();
  }

  @Test
  @DisplayName("facts 2 | delete backup: 404 means that there is none, and not that it's done")
  void notThere() {
    answers(404, "{\"code\":\"BackupNotFound\",\"message\":\"The backup could not be found.\"}");
    AdminApiException e = failure(() -> api.deleteBackup(ID, BACKUP));
    assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(e.refused()).isTrue();
    assertThat(e).hasMessageContaining("The backup could not be found.");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  @DisplayName("facts 2 | delete backup: 409 with a ValidationResponse while an operation runs")
  void busy() {
    answers(409, "{\"errorDetail\":{\"code\":\"OperationNotStartable\",\"fieldErrors\":{}}}");
    assertThat(failure(() -> api.deleteBackup(ID, BACKUP)).kind()).isEqualTo(Kind.BUSY);
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest(name = "facts 1.5 | never replay: a deletion that got {0}")
  @CsvSource({
    "401, UNAUTHORIZED, true",
    "403, FORBIDDEN, true",
    "429, THROTTLED, true",
    "500, UNAVAILABLE, false",
    "504, UNAVAILABLE, false"
  })
  void sentOnce(int status, Kind kind, boolean refused) {
    server.answers(status, Map.of("Retry-After", "0"));
    AdminApiException e = failure(() -> api.deleteBackup(ID, BACKUP));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isEqualTo(refused);
    assertThat(server.asked()).hasSize(1);
    assertThat(waits).isEmpty();
  }
}
