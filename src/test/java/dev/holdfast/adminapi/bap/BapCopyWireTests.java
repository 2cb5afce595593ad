package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.CopyType;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy on the wire: the path names the target, the body the source. */
@DisplayName("facts 1.9 | copy")
class BapCopyWireTests extends WireTest {

  private static final String SOURCE = "00000000-0000-0000-0000-00000000000a";

  private static CopyOrder copy(String name) {
    return new CopyOrder(SOURCE, ID, name, CopyType.FULL, true, Optional.empty());
  }

  @Test
  @DisplayName("facts 1.1, 1.3, 1.9 | POST /environments/{TARGET}/copyTo, CopyToRequestDefinition")
  void theTargetIsInThePathAndTheSourceInTheBody() {
    server.answers(202, Map.of("Operation-Location", "/operations/1"));
    OperationAccepted started = api.copy(copy("Contoso Dev \"Ünal\""));
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(server.asked()).hasSize(1);
    assertThat(asked.method() + " " + asked.target())
        .isEqualTo(
            "POST /providers/Microsoft.BusinessAppPlatform/environments/%s/copyTo?api-version=2019-05-01"
                .formatted(ID));
    assertThat(asked.header("Content-Type")).isEqualTo("application/json");
    assertThat(asked.header("Authorization")).startsWith("Bearer ");
    assertThat(asked.body()).isEqualTo(server.file("copy-request.json"));
    assertThat(started.operation())
        .contains(new OperationLocator(ID, server.base().resolve("/operations/1")));
  }

  @Test
  @DisplayName("facts 1.3 | CopyToRequestDefinition: MinimalCopy, security group, audit data")
  void aMinimalCopyWithEveryOption() {
    server.answers(202);
    api.copy(
        new CopyOrder(
            SOURCE,
            ID,
            "Contoso Dev",
            CopyType.MINIMAL,
            false,
            Optional.of("11111111-2222-3333-4444-555555555555")));
    assertThat(server.asked().get(0).body()).isEqualTo(server.file("copy-request-minimal.json"));
  }

  @Test
  @DisplayName("facts 1.3 | without transactions it's a full copy with the flag (rule R31)")
  void withoutTransactionsItIsAFullCopyWithTheFlag() {
    server.answers(202);
    api.copy(
        new CopyOrder(
            SOURCE, ID, "Contoso Dev", CopyType.WITHOUT_TRANSACTIONS, true, Optional.empty()));
    assertThat(server.asked().get(0).body())
        .isEqualTo(server.file("copy-request-without-transactions.json"));
  }

  @Test
  @DisplayName("facts 1.3 | CopyTo.TargetEnvironmentName: the target's current name keeps it")
  void anUnchangedNameIsReadRightBeforeTheCall() {
    server.answers(200, "environment-managed-sandbox.json").answers(202);
    api.copy(copy(""));
    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::method)
        .containsExactly("GET", "POST");
    assertThat(new String(server.asked().get(1).body(), StandardCharsets.UTF_8))
        .doesNotContain("\"TargetEnvironmentName\":\"\"");
  }

  @Test
  @DisplayName("facts 1.3 | CopyTo.TargetEnvironmentName: unreadable, so nothing is ordered")
  void aPresentNameThatCannotBeReadOrdersNothing() {
    for (int i = 0; i < 10; i++) {
      server.answers(503);
    }
    AdminApiException e = failure(() -> api.copy(copy("")));
    assertThat(e.refused()).isTrue();
    assertThat(server.asked()).allMatch(asked -> asked.method().equals("GET"));
  }

  @ParameterizedTest(name = "facts 1.4 | POST copyTo: {0} without a body is taken, not done")
  @ValueSource(ints = {200, 202, 204})
  void anyAnswerOfSuccessTakesIt(int status) {
    server.answers(status);
    assertThat(api.copy(copy("Contoso Dev")).operation()).isEmpty();
  }

  @ParameterizedTest(name = "facts 1.4, 1.8 | POST copyTo: {0} is {1}")
  @CsvSource({
    "error-400-InvalidDomainName.json, 400, INVALID",
    "error-403-Forbidden.json, 403, FORBIDDEN",
    "error-404-EnvironmentNotFound.json, 404, NOT_FOUND",
    "error-409-OperationNotStartable.json, 409, BUSY",
    "error-409-InsufficientCapacity_StorageDriven.json, 409, NO_CAPACITY",
    "error-429-TooManyRequests.json, 429, THROTTLED"
  })
  void aRefusalIsTold(String body, int status, Kind kind) {
    server.answers(status, body);
    AdminApiException e = failure(() -> api.copy(copy("Contoso Dev")));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isTrue();
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest(name = "facts 1.5 | never replay: {0}, whose fate is open")
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void aCopyLeavesOnceWhenTheServiceStumbles(int status) {
    server.answers(status, Map.of("Retry-After", "0"));
    assertFateIsOpen(failure(() -> api.copy(copy("Contoso Dev"))));
  }

  @Test
  @DisplayName("facts 1.5 | never replay: a broken connection")
  void aCopyLeavesOnceWhenTheConnectionBreaks() {
    server.hangsUp();
    assertFateIsOpen(failure(() -> api.copy(copy("Contoso Dev"))));
  }

  private void assertFateIsOpen(AdminApiException e) {
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.refused()).isFalse();
    assertThat(server.asked()).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  @DisplayName("facts 2.2 | BAP checks a copy by starting it")
  void thereIsNoCheck() {
    assertThatThrownBy(() -> api.validate(copy("Contoso Dev")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(server.asked()).isEmpty();
  }
}
