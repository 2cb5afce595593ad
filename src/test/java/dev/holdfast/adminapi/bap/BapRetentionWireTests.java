package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
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

/** Facts 1.1: changing the backup retention; its answers weren't seen. */
class BapRetentionWireTests extends WireTest {

  private static final String LINE =
      "PATCH /providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/%s?api-version=2021-04-01"
          .formatted(ID);

  @ParameterizedTest(name = "facts 1.1 | retention: any success is taken, here {0}")
  @ValueSource(ints = {200, 202, 204})
  void anySuccessIsTaken(int status) {
    server.answers(status);
    OperationAccepted started = api.setBackupRetention(ID, RetentionPeriod.TWO_WEEKS);
    assertThat(started.operation()).isEmpty();
    assertThat(server.asked()).hasSize(1);
    Asked asked = server.asked().get(0);
    assertThat(asked.method() + " " + asked.target()).isEqualTo(LINE);
    assertThat(asked.body()).isEqualTo(server.file("retention.json"));
  }

  @ParameterizedTest(name = "facts 1.1 | retention: {0} is sent as {1}")
  @CsvSource({"ONE_WEEK, P7D", "TWO_WEEKS, P14D", "THREE_WEEKS, P21D", "FOUR_WEEKS, P28D"})
  void everyPeriodIsSentAsTheServiceWritesIt(RetentionPeriod period, String sent) {
    server.answers(202);
    api.setBackupRetention(ID, period);
    assertThat(server.asked().get(0).body())
        .asString()
        .isEqualTo(
            "{\"properties\":{\"retentionDetails\":{\"retentionPeriod\":\"%s\"}}}".formatted(sent));
  }

  @Test
  @DisplayName("facts 1.1 | retention: an operation that is named is followed")
  void anOperationIsFollowed() {
    server.answers(202, Map.of("Operation-Location", "/operations/1"));
    assertThat(api.setBackupRetention(ID, RetentionPeriod.ONE_WEEK).operation())
        .contains(new OperationLocator(ID, server.base().resolve("/operations/1")));
  }

  @ParameterizedTest(name = "facts 1.1 | retention: {0} is sent once and means {1}")
  @CsvSource({
    "400, INVALID, true",
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
    AdminApiException e = failure(() -> api.setBackupRetention(ID, RetentionPeriod.ONE_WEEK));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isEqualTo(refused);
    assertThat(server.asked()).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  @DisplayName("facts 1.5 | never replay: a change of the retention whose connection breaks")
  void aBrokenConnectionLeavesItsFateOpen() {
    server.hangsUp();
    AdminApiException e = failure(() -> api.setBackupRetention(ID, RetentionPeriod.ONE_WEEK));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.refused()).isFalse();
    assertThat(server.asked()).hasSize(1);
  }
}
