package dev.holdfast.platform.bap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.AdminApiException.Kind;
import dev.holdfast.platform.RestoreOrder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the table of errors (facts 1.8), as an order meets them. */
class FailureTests extends WireTest {

  private static final RestoreOrder RESTORE =
      new RestoreOrder(ID, ID, "Contoso Dev", NOW, true, Optional.empty());

  static Stream<Arguments> rows() {
    return Stream.of(
        arguments(400, "error-400-InvalidDomainName.json", Kind.INVALID, "InvalidDomainName"),
        arguments(403, "error-403-Forbidden.json", Kind.FORBIDDEN, "Forbidden"),
        arguments(403, "error-403-not-registered.json", Kind.FORBIDDEN, "Forbidden"),
        arguments(404, "error-404-EnvironmentNotFound.json", Kind.NOT_FOUND, "EnvironmentNotFound"),
        arguments(409, "error-409-OperationNotStartable.json", Kind.BUSY, "OperationNotStartable"),
        arguments(
            409,
            "error-409-InsufficientCapacity_StorageDriven.json",
            Kind.NO_CAPACITY,
            "InsufficientCapacity_StorageDriven"),
        arguments(409, "error-409-SomethingElse.json", Kind.INVALID, "SomethingElse"),
        arguments(422, "error-400-InvalidDomainName.json", Kind.INVALID, "InvalidDomainName"),
        arguments(429, "error-429-TooManyRequests.json", Kind.THROTTLED, "TooManyRequests"),
        arguments(
            500, "error-500-InternalServerError.json", Kind.UNAVAILABLE, "InternalServerError"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void keepsWhatTheServiceSaid(int status, String file, Kind kind, String code) {
    server.answers(status, Map.of("x-ms-correlation-id", "c0ffee"), file);
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.refused()).isEqualTo(kind != Kind.UNAVAILABLE);
    assertThat(e.answer().status()).isEqualTo(status);
    assertThat(e.answer().code()).contains(code);
    assertThat(e.answer().correlationId()).contains("c0ffee");
    assertThat(e)
        .hasMessageContaining("restore onto environment " + ID)
        .hasMessageContaining(e.answer().message().orElseThrow())
        .hasMessageContaining(code)
        .hasMessageNotContaining("c0ffee");
    assertThat(e.forLog()).contains(e.getMessage(), "c0ffee");
  }

  static Stream<Arguments> bare() {
    return Stream.of(
        arguments(401, Kind.UNAUTHORIZED),
        arguments(403, Kind.FORBIDDEN),
        arguments(404, Kind.NOT_FOUND),
        arguments(405, Kind.INVALID),
        arguments(409, Kind.BUSY),
        arguments(410, Kind.INVALID),
        arguments(429, Kind.THROTTLED),
        arguments(501, Kind.UNAVAILABLE));
  }

  @ParameterizedTest
  @MethodSource("bare")
  void aBodyMayBeMissing(int status, Kind kind) {
    server.answers(status);
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.answer().code()).isEmpty();
    assertThat(e).hasMessageContaining(status + " without a reason");
  }

  @Test
  void aBodyMayBeSomethingElseThanJson() {
    server.answers(503, "error-503-not-json.html");
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.answer().message()).isEmpty();
  }

  @Test
  void aBodyMayHaveAnotherShape() {
    server.answers(400, "error-400-in-another-shape.json");
    assertThat(failure(() -> api.restore(RESTORE)).answer().message())
        .contains("The request is invalid.");
  }

  @Test
  void theOtherHeaderNamesTheCallToo() {
    server.answers(404, Map.of("x-ms-service-request-id", "beef"));
    assertThat(failure(() -> api.environment(ID)).answer().correlationId()).contains("beef");
  }

  @Test
  void theWaitThatTheServiceAsksForIsKept() {
    server.answers(429, Map.of("Retry-After", "Fri, 20 Nov 2026 10:00:30 GMT"));
    assertThat(failure(() -> api.backups(ID)).answer().retryAfter())
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void theTokenIsInNoMessage() {
    server.answers(401).hangsUp();
    assertThat(failure(() -> api.restore(RESTORE)).getMessage()).doesNotContain("Bearer");
    assertThat(failure(() -> api.restore(RESTORE)).getMessage()).doesNotContain("Bearer");
  }
}
