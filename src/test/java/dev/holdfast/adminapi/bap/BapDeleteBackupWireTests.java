package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.testing.ScriptedServer.Asked;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 1.1 and 1.9: deleting a backup; its answers weren't seen. */
class BapDeleteBackupWireTests extends WireTest {

  private static final String BACKUP = "942308ee-b1ba-433e-a08c-34b3d9ecaeef";
  private static final String LINE =
      "DELETE /providers/Microsoft.BusinessAppPlatform/environments/%s/backups/%s?api-version=2019-05-01"
          .formatted(ID, BACKUP);

  @ParameterizedTest(name = "facts 1.9 | delete backup: any success is taken, here {0}")
  @ValueSource(ints = {200, 202, 204})
  void anySuccessIsTaken(int status) {
    server.answers(status);
    OperationAccepted started = api.deleteBackup(ID, BACKUP);
    assertThat(started.operation()).isEmpty();
    assertThat(server.asked()).hasSize(1);
    Asked asked = server.asked().get(0);
    assertThat(asked.method() + " " + asked.target()).isEqualTo(LINE);
    assertThat(asked.body()).isEmpty();
    assertThat(asked.header("Authorization")).isEqualTo("Bearer test");
  }

  @Test
  @DisplayName("facts 1.9 | delete backup: an operation that is named is followed")
  void anOperationIsFollowed() {
    server.answers(202, Map.of("Operation-Location", "/operations/1"));
    assertThat(api.deleteBackup(ID, BACKUP).operation())
        .contains(new OperationLocator(ID, server.base().resolve("/operations/1")));
  }

  @ParameterizedTest(name = "facts 1.9 | delete backup: {0} is sent once and means {1}")
  @CsvSource({
    "401, UNAUTHORIZED, true",
    "403, FORBIDDEN, true",
    "404, NOT_FOUND, true",
    "409, BUSY, true",
    "429, THROTTLED, true",
    "408, UNAVAILABLE, false",
    "500, UNAVAILABLE, false",
    "503, UNAVAILABLE, false"
  })
  void whatIsRefusedIsSentOnce(int status, Kind kind, boolean refused) {
    server.answers(status, Map.of("Retry-After", "0"));
    AdminApiException e = failure(() -> api.deleteBackup(ID, BACKUP));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isEqualTo(refused);
    assertThat(server.asked()).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  @DisplayName("facts 1.5 | never replay: a deletion whose connection breaks")
  void aBrokenConnectionLeavesItsFateOpen() {
    server.hangsUp();
    AdminApiException e = failure(() -> api.deleteBackup(ID, BACKUP));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.refused()).isFalse();
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest(name = "facts 1.1 | delete backup: never by \"{0}\"")
  @ValueSource(strings = {"", "..", "a/b", "a?b", "~default"})
  void nothingIsSentForWhatIsNoId(String id) {
    assertThat(failure(() -> api.deleteBackup(ID, id)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(failure(() -> api.deleteBackup(id, BACKUP)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(server.asked()).isEmpty();
  }
}
