package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.testing.PlatformSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dry run of a restore: one word passes it, and nothing else. */
@DisplayName("facts 2 | restore?ValidateOnly=true")
class PpapiRestoreValidationTests extends WireTest {

  private ValidationResult told(int status, String body) {
    answers(status, body);
    return api.validate(RESTORE);
  }

  @Test
  @DisplayName("facts 2 | restore?ValidateOnly=true: the restore's own body, 200 ValidationPassed")
  void passes() {
    server.answers(
        200,
        Map.of("x-ms-correlation-id", "c0ffee"),
        "{\"status\":\"ValidationPassed\"}".getBytes(StandardCharsets.UTF_8));
    ValidationResult validation = api.validate(RESTORE);
    assertThat(validation.passed()).isTrue();
    assertThat(validation.word()).isEqualTo("ValidationPassed");
    assertThat(validation.objections()).isEmpty();
    assertThat(validation.correlationId()).contains("c0ffee");
    var asked = onlyAsked("POST", ENVIRONMENT + "/restore?ValidateOnly=true&" + VERSION);
    assertThat(asked.body()).isEqualTo(server.file("ppapi/restore-request.json"));
  }

  @ParameterizedTest
  @DisplayName("facts 2 | restore?ValidateOnly=true: 400 and 409 ValidationResponse, in its words")
  @ValueSource(ints = {400, 409})
  void objects(int status) {
    server.answers(status, "ppapi/validation-error.synthetic.json");
    ValidationResult validation = api.validate(RESTORE);
    assertThat(validation.passed()).isFalse();
    assertThat(validation.word()).isEqualTo("ValidationFailed");
    assertThat(validation.objections())
        .containsExactly(
            "restorePointDateTime: The restore point is outside the retention window.");
  }

  @Test
  @DisplayName("facts 2 | restore?ValidateOnly=true: every field's messages and suggestions")
  void everyObjection() {
    server.answers(400, "ppapi/operation-validation-failed.json");
    assertThat(api.validate(RESTORE).objections())
        .containsExactly(
            "restorePointDateTime: The restore point is outside the retention window."
                + " (suggested: 2026-03-05T00:00:00+00:00)",
            "sourceEnvironmentId: It lies in another region.",
            "sourceEnvironmentId: It is not Managed.",
            "restoreOptions: not accepted");
  }

  @ParameterizedTest
  @DisplayName("facts 2 | restore?ValidateOnly=true: a platform error objects too")
  @ValueSource(ints = {400, 409})
  void platformError(int status) {
    answers(status, "{\"code\":\"NotAllowed\",\"message\":\"Not onto this one.\"}");
    ValidationResult validation = api.validate(RESTORE);
    assertThat(validation.passed()).isFalse();
    assertThat(validation.word()).isEqualTo("NotAllowed");
    assertThat(validation.objections()).containsExactly("Not onto this one.");
  }

  @ParameterizedTest
  @DisplayName("facts 1.8, 2 | restore?ValidateOnly=true: a busy environment was not checked")
  @ValueSource(strings = {"", "{\"code\":\"OperationNotStartable\"}"})
  void busy(String body) {
    answers(409, body);
    assertThat(failure(() -> api.validate(RESTORE)).kind()).isEqualTo(Kind.BUSY);
  }

  @Test
  @DisplayName("facts 2 | restore?ValidateOnly=true: objections without a code are no busy sign")
  void objectionsWithoutACode() {
    ValidationResult validation =
        told(409, "{\"errorDetail\":{\"fieldErrors\":{\"x\":{\"errorMessages\":[\"No.\"]}}}}");
    assertThat(validation.passed()).isFalse();
    assertThat(validation.objections()).containsExactly("x: No.");
  }

  @Test
  @DisplayName("facts 2 | restore?ValidateOnly=true: refused without a word")
  void refusedWithoutAWord() {
    ValidationResult validation = told(400, "");
    assertThat(validation.passed()).isFalse();
    assertThat(validation.word()).isEqualTo("400 without a reason");
    assertThat(validation.objections()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("facts 2 | restore?ValidateOnly=true: any other word has not passed and is kept")
  @CsvSource({
    "Succeeded, Succeeded",
    "InProgress, InProgress",
    "ValidationFailed, ValidationFailed",
    "NoOperation, NoOperation",
    "Passed, Passed"
  })
  void otherWords(String told, String word) {
    ValidationResult validation = told(200, "{\"status\":\"%s\"}".formatted(told));
    assertThat(validation.passed()).isFalse();
    assertThat(validation.word()).isEqualTo(word);
  }

  @ParameterizedTest
  @DisplayName("facts 2 | restore?ValidateOnly=true: a 200 that says nothing has not passed")
  @ValueSource(strings = {"", "{}", "[]", "true", "\"ValidationPassed\"", "<html>", "null"})
  void nothingSaid(String body) {
    ValidationResult validation = told(200, body);
    assertThat(validation.passed()).isFalse();
    assertThat(validation.word()).isEqualTo("200 without a status");
  }

  @Test
  @DisplayName("facts 2 | restore?ValidateOnly=true: a pass with objections has not passed")
  void contradiction() {
    ValidationResult validation =
        told(
            200,
            "{\"status\":\"ValidationPassed\",\"errorDetail\":{\"code\":\"Warning\","
                + "\"fieldErrors\":{\"sourceEnvironmentId\":{\"errorMessages\":[\"Too big.\"]}}}}");
    assertThat(validation.passed()).isFalse();
    assertThat(validation.objections()).containsExactly("sourceEnvironmentId: Too big.");
  }

  @ParameterizedTest
  @DisplayName("facts 2 | restore?ValidateOnly=true: answered like an order, it has not passed")
  @CsvSource(
      delimiter = '|',
      value = {
        "202 | '' | 202",
        "204 | '' | 204",
        "202 | {\"status\":\"ValidationPassed\"} | 202 ValidationPassed",
        "201 | {\"status\":\"ValidationPassed\"} | 201 ValidationPassed"
      })
  void takenForAnOrder(int status, String body, String word) {
    ValidationResult validation = told(status, body);
    assertThat(validation.passed()).isFalse();
    assertThat(validation.word()).isEqualTo(word);
    assertThat(validation.objections())
        .singleElement()
        .asString()
        .contains("Look at the operations of the target");
  }

  @Test
  @DisplayName("facts 2.2 | restore?ValidateOnly=true: 202 names an operation to follow")
  void checkedLater() {
    String operation = server.base() + ENVIRONMENT + "/operations/op-1?" + VERSION;
    server.answers(202, Map.of("Operation-Location", operation, "x-ms-correlation-id", "c-1"));
    ValidationResult validation = api.validate(RESTORE);
    assertThat(validation.passed()).isFalse();
    assertThat(validation.objections()).isEmpty();
    assertThat(validation.correlationId()).contains("c-1");
    OperationLocator checking = validation.checking().orElseThrow();
    assertThat(checking).isEqualTo(new OperationLocator(ID, URI.create(operation)));
    server.answers(200, "ppapi/operation-validation-failed.json");
    assertThat(api.poll(checking))
        .isInstanceOfSatisfying(
            PollResult.Seen.class,
            seen -> {
              assertThat(seen.operation().stateWord()).isEqualTo("ValidationFailed");
              assertThat(seen.operation().error().orElseThrow().message())
                  .as("facts 2.2 | suggestedValue would resolve the error")
                  .contains("(suggested: 2026-03-05T00:00:00+00:00)");
            });
  }

  @Test
  @DisplayName("facts 2.2 | restore?ValidateOnly=true: an operation elsewhere isn't followed")
  void elsewhere() {
    server.answers(202, Map.of("Operation-Location", "https://evil.example/operations/op-1"));
    ValidationResult validation = api.validate(RESTORE);
    assertThat(validation.checking()).isEmpty();
    assertThat(validation.passed()).isFalse();
    assertThat(validation.objections()).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("facts 2 | restore?ValidateOnly=true: 401, 403, 404, 429, 5xx checked nothing")
  @CsvSource({
    "401, UNAUTHORIZED",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "429, THROTTLED",
    "503, UNAVAILABLE",
    "307, GARBLED"
  })
  void notChecked(int status, Kind kind) {
    server.answers(status, Map.of("Retry-After", "0", "Location", server.base() + "/elsewhere"));
    AdminApiException e = failure(() -> api.validate(RESTORE));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e)
        .hasMessageContaining("check a restore onto environment " + ID)
        .hasMessageNotContaining("not known whether the service took the order");
    assertThat(server.asked()).hasSize(1);
  }

  /** Were {@code ValidateOnly} ever ignored, a question that is repeated would restore twice. */
  @Test
  @DisplayName("facts 1.5 | the question is sent once")
  void sentOnce() {
    server.hangsUp();
    AdminApiException cut = failure(() -> api.validate(RESTORE));
    assertThat(cut.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(server.asked()).hasSize(1);
    server.staysSilent();
    AdminApi impatient = client(Duration.ofMillis(300));
    assertThat(failure(() -> impatient.validate(RESTORE)))
        .hasMessageContaining("did not answer in time");
    assertThat(server.asked()).hasSize(2);
    assertThat(waits).isEmpty();
  }

  @Test
  @DisplayName("facts 2 | restore?ValidateOnly=true: not sent where the operator does not want it")
  void switchedOff() {
    AdminApi without =
        PpapiClients.over(
            PlatformSettings.with(Map.of("api", "ppapi", "base-url", server.base())),
            PlatformSettings.usage(Map.of("dry-run", "false")),
            Clock.systemUTC(),
            waits,
            audience -> "test");
    assertThat(without.capabilities().dryRun()).isFalse();
    assertThatThrownBy(() -> without.validate(RESTORE))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(server.asked()).isEmpty();
  }
}
