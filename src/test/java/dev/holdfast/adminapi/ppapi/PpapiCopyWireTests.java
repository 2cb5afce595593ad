package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.CopyType;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.testing.ScriptedServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy on the wire: the path names the target, the body the source. */
@DisplayName("facts 2.4 | copy")
class PpapiCopyWireTests extends WireTest {

  private static final CopyOrder COPY =
      new CopyOrder(SOURCE, ID, "Contoso Dev \"Ünal\"", CopyType.FULL, true, Optional.empty());

  @Test
  @DisplayName("facts 2, 2.4 | copy: POST …/copy of the target, 202")
  void theTargetIsInThePathAndTheSourceInTheBody() {
    server.answers(202, Map.of("operation-location", "/operations/1"));
    assertThat(api.copy(COPY).operation()).isPresent();
    ScriptedServer.Asked asked = onlyAsked("POST", ENVIRONMENT + "/copy?" + VERSION);
    assertThat(asked.header("Content-Type")).isEqualTo("application/json");
    assertThat(asked.body()).isEqualTo(server.file("ppapi/copy-request.json"));
  }

  @Test
  @DisplayName(
      "facts 2.4 | copy: Minimal, security group, audit data; an unchanged name isn't sent")
  void aMinimalCopyThatKeepsTheName() {
    server.answers(202);
    api.copy(
        new CopyOrder(
            SOURCE,
            ID,
            "",
            CopyType.MINIMAL,
            false,
            Optional.of("11111111-2222-3333-4444-555555555555")));
    assertThat(onlyAsked("POST", ENVIRONMENT + "/copy?" + VERSION).body())
        .isEqualTo(server.file("ppapi/copy-request-minimal.json"));
  }

  @Test
  @DisplayName("facts 2.4 | copy: without transactions it's a full copy with the flag (rule R31)")
  void withoutTransactionsItIsAFullCopyWithTheFlag() {
    server.answers(202);
    api.copy(new CopyOrder(SOURCE, ID, "", CopyType.WITHOUT_TRANSACTIONS, true, Optional.empty()));
    assertThat(onlyAsked("POST", ENVIRONMENT + "/copy?" + VERSION).body())
        .isEqualTo(server.file("ppapi/copy-request-without-transactions.json"));
  }

  @ParameterizedTest
  @DisplayName("facts 2 | copy: any answer of success takes it, and says nothing of its end")
  @ValueSource(ints = {200, 202, 204})
  void anyAnswerOfSuccessTakesIt(int status) {
    server.answers(status);
    assertThat(api.copy(COPY).operation()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("facts 2 | copy: an answer by which nothing was done is no copy")
  @ValueSource(strings = {"ValidationPassed", "ValidationFailed", "NoOperation"})
  void nothingDone(String word) {
    for (int status : new int[] {200, 202}) {
      answers(status, "{\"status\":\"%s\"}".formatted(word));
      AdminApiException e = failure(() -> api.copy(COPY));
      assertThat(e.kind()).isEqualTo(Kind.INVALID);
      assertThat(e).hasMessageContaining("copy onto environment");
    }
  }

  @ParameterizedTest(name = "facts 2, 2.4 | copy: {0} is {1}, refused: {2}")
  @CsvSource({
    "400, INVALID, true",
    "401, UNAUTHORIZED, true",
    "403, FORBIDDEN, true",
    "429, THROTTLED, true",
    "500, UNAVAILABLE, false",
    "503, UNAVAILABLE, false"
  })
  void aFailureIsToldAndTheCopyLeavesOnce(int status, Kind kind, boolean refused) {
    server.answers(status);
    AdminApiException e = failure(() -> api.copy(COPY));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isEqualTo(refused);
    assertThat(server.asked()).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  @DisplayName("facts 2 | copy: 409 of a busy environment")
  void aBusyEnvironment() {
    server.answers(409, "ppapi/error-409-OperationNotStartable.json");
    assertThat(failure(() -> api.copy(COPY)).kind()).isEqualTo(Kind.BUSY);
  }

  @Test
  @DisplayName("facts 1.5 | never replay: a broken connection")
  void aCopyLeavesOnceWhenTheConnectionBreaks() {
    server.hangsUp();
    AdminApiException e = failure(() -> api.copy(COPY));
    assertThat(e.refused()).isFalse();
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  @DisplayName("facts 2.2 | copy?ValidateOnly=true: the copy's own body, 200 ValidationPassed")
  void aCheckPasses() {
    answers(200, "{\"status\":\"ValidationPassed\"}");
    assertThat(api.validate(COPY).passed()).isTrue();
    assertThat(onlyAsked("POST", ENVIRONMENT + "/copy?ValidateOnly=true&" + VERSION).body())
        .isEqualTo(server.file("ppapi/copy-request.json"));
  }

  @ParameterizedTest
  @DisplayName("facts 2.2 | copy?ValidateOnly=true: only 200 ValidationPassed passes")
  @CsvSource({
    "200, '{}'",
    "200, '{\"status\":\"Queued\"}'",
    "202, '{\"status\":\"ValidationPassed\"}'",
    "202, ''"
  })
  void anythingElseHasNotPassed(int status, String body) {
    answers(status, body);
    assertThat(api.validate(COPY).passed()).isFalse();
  }

  @Test
  @DisplayName("facts 2.2 | copy?ValidateOnly=true: 400 ValidationResponse, in its words")
  void objections() {
    server.answers(400, "ppapi/validation-error.synthetic.json");
    ValidationResult validation = api.validate(COPY);
    assertThat(validation.passed()).isFalse();
    assertThat(validation.objections()).isNotEmpty();
  }
}
