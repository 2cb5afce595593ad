package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.testing.ScriptedServer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says no with, and that an order which got a no was sent once. */
@DisplayName("facts 2 | errors")
class FailureTests extends WireTest {

  private AdminApiException refusedOnce() {
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(server.asked()).extracting(ScriptedServer.Asked::method).containsOnlyOnce("POST");
    assertThat(waits).isEmpty();
    return e;
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments(
            400,
            "validation-error.synthetic.json",
            Kind.INVALID,
            "ValidationFailed",
            "restorePointDateTime: The restore point is outside the retention window."),
        arguments(
            409,
            "validation-error.synthetic.json",
            Kind.INVALID,
            "ValidationFailed",
            "restorePointDateTime: The restore point is outside the retention window."),
        arguments(
            403,
            "error-403-Forbidden.json",
            Kind.FORBIDDEN,
            "Forbidden",
            "The caller does not have the required role."),
        arguments(
            409,
            "error-409-OperationNotStartable.json",
            Kind.BUSY,
            "Conflict",
            "The environment is in use."));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  @DisplayName(
      "facts 2 | errors: ValidationResponse at 400 and 409, platform error {code, message}")
  void keepsWhatTheServiceSaid(int status, String file, Kind kind, String code, String message) {
    server.answers(status, Map.of("x-ms-correlation-id", "c0ffee"), "ppapi/" + file);
    AdminApiException e = refusedOnce();
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isTrue();
    assertThat(e.answer().code()).contains(code);
    assertThat(e.answer().message()).contains(message);
    assertThat(e.answer().correlationId()).contains("c0ffee");
    assertThat(e).hasMessageContaining(message);
  }

  @Test
  @DisplayName("facts 2 | auth: 403 is a missing role, and the role is named")
  void missingRole() {
    server.answers(403, "ppapi/error-403-Forbidden.json");
    assertThat(refusedOnce())
        .hasMessageContaining("such as Power Platform Contributor on the tenant.");
  }

  @ParameterizedTest
  @DisplayName("facts 2 | restore: 400 401 403 409 429 without a body, and what is transient")
  @CsvSource({
    "400, INVALID",
    "401, UNAUTHORIZED",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "409, BUSY",
    "429, THROTTLED",
    "408, UNAVAILABLE",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE"
  })
  void withoutABody(int status, Kind kind) {
    server.answers(status, Map.of("Retry-After", "0"));
    AdminApiException e = refusedOnce();
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isEqualTo(kind != Kind.UNAVAILABLE);
  }

  @ParameterizedTest
  @DisplayName("facts 2 | 409: a busy environment, whatever place its code stands in")
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"code\":\"OperationNotStartable\"}",
        "{\"error\":{\"code\":\"Conflict\",\"innererror\":{\"code\":\"OperationNotStartable\"}}}",
        "{\"errorDetail\":{\"code\":\"OperationNotStartable\",\"fieldErrors\":null}}"
      })
  void busy(String body) {
    answers(409, body);
    assertThat(refusedOnce().kind()).isEqualTo(Kind.BUSY);
  }

  @Test
  @DisplayName("facts 1.8 | 409: no capacity")
  void noCapacity() {
    answers(409, "{\"errorDetail\":{\"code\":\"InsufficientCapacity_StorageDriven\"}}");
    assertThat(refusedOnce().kind()).isEqualTo(Kind.NO_CAPACITY);
  }

  @ParameterizedTest
  @DisplayName("facts 1.5 | a redirect is not followed with an order")
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirected(int status) {
    server.answers(status, Map.of("Location", server.base() + "/elsewhere"));
    assertThat(refusedOnce().kind()).isEqualTo(Kind.GARBLED);
  }

  @Test
  @DisplayName("facts 1.5 | an order is not repeated when the connection breaks or stays silent")
  void cut() {
    server.hangsUp();
    AdminApiException e = refusedOnce();
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.refused()).isFalse();
    assertThat(e).hasMessageContaining("not known whether the service took the order");
    server.asked().clear();
    server.staysSilent();
    AdminApi impatient = client(Duration.ofMillis(300));
    assertThat(failure(() -> impatient.createBackup(new BackupOrder(ID, "label", ""))).refused())
        .isFalse();
    assertThat(server.asked()).hasSize(1);
  }
}
