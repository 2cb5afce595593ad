package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the operation of an order is found (facts 2, "202 header"). */
@DisplayName("facts 2 | 202 header")
class PpapiOperationLocationTests extends WireTest {

  private void taken(Map<String, String> headers, String body) {
    server.answers(202, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private URI followed() {
    return api.restore(RESTORE).operation().map(OperationLocator::statusUrl).orElseThrow();
  }

  @Test
  @DisplayName("facts 2 | 202 header: operation-location before Location, regional hosts too")
  void operationLocationFirst() {
    String regional = "https://europe.api.powerplatform.com/environmentmanagement/operations/1";
    taken(
        Map.of(
            "operation-location", regional,
            "Location", "https://api.powerplatform.com/operations/2",
            "Retry-After", "30",
            "x-ms-correlation-id", "c0ffee"),
        "");
    OperationAccepted started = api.restore(RESTORE);
    assertThat(started.operation()).contains(new OperationLocator(ID, URI.create(regional)));
    assertThat(started.retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(started.correlationId()).contains("c0ffee");
  }

  @Test
  @DisplayName("facts 2 | 202 header: Location will do and may lack the host")
  void location() {
    taken(Map.of("Location", "/environmentmanagement/operations/2"), "");
    assertThat(followed()).isEqualTo(server.base().resolve("/environmentmanagement/operations/2"));
  }

  @Test
  @DisplayName("facts 2 | 202 header: falls back to operationUrl in the body")
  void operationUrl() {
    taken(Map.of(), "{\"operationUrl\":\"/operations/3\",\"operationId\":\"op-3\"}");
    assertThat(followed()).isEqualTo(server.base().resolve("/operations/3"));
  }

  @Test
  @DisplayName("facts 2 | 202 header: falls back to operationId in the body")
  void operationId() {
    URI own = server.base().resolve(ENVIRONMENT + "/operations/op-4?" + VERSION);
    taken(Map.of(), "{\"operationId\":\"op-4\"}");
    assertThat(followed()).isEqualTo(own);
    taken(
        Map.of("operation-location", "https://evil.example/1"),
        "{\"operationUrl\":\"https://evil.example/2\",\"operationId\":\"op-4\"}");
    assertThat(followed()).isEqualTo(own);
  }

  @ParameterizedTest
  @DisplayName("facts 1.5 | a host of another cloud or of nobody known gets no token")
  @ValueSource(
      strings = {
        "https://evil.example/operations/1",
        "https://api.bap.microsoft.com/operations/1",
        "https://api.powerplatform.com.evil.example/1",
        "https://xapi.powerplatform.com/1",
        "http://europe.api.powerplatform.com/1",
        "https://europe.api.powerplatform.com:8443/1",
        "https://user@api.powerplatform.com/1",
        "javascript:alert(1)",
        "not an address"
      })
  void strangers(String address) {
    taken(Map.of("operation-location", address), "{\"operationId\":\"../../1\"}");
    assertThat(api.restore(RESTORE).operation()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.5 | an order that is taken stays taken however odd its answer")
  void oddAnswers() {
    taken(Map.of("operation-location", "/operations/1"), "<html>");
    assertThat(api.restore(RESTORE).operation()).isPresent();
    server.hangsUpWithin(202, Map.of("operation-location", "/operations/1"));
    assertThat(api.restore(RESTORE).operation()).isPresent();
    taken(Map.of(), "[7]");
    assertThat(api.restore(RESTORE).operation()).isEmpty();
  }
}
