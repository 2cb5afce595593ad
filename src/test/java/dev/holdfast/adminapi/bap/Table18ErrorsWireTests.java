package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiException.Mender;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.testing.PlatformSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facts 1.8, the errors, as an order meets them: who can mend each, and what the service said. The
 * transient ones are in {@link ReadRetryTests}, where a read is tried again, and in {@link
 * OrderOnceTests}, where an order is not.
 *
 * <p>Not used: DynamicsEntitlementMissing, which is no HTTP error but a template's.
 */
@DisplayName("facts 1.8 | errors")
class Table18ErrorsWireTests extends WireTest {

  private static final RestoreOrder RESTORE =
      new RestoreOrder(ID, ID, "Contoso Dev", NOW, true, Optional.empty());

  static Stream<Arguments> rows() {
    return Stream.of(
        row(400, "InvalidDomainName", Kind.INVALID, Mender.PERSON),
        row(403, "Forbidden", Kind.FORBIDDEN, Mender.OPERATOR),
        arguments(
            403,
            "error-403-not-registered.json",
            "Forbidden",
            Kind.NOT_REGISTERED,
            Mender.OPERATOR),
        row(404, "EnvironmentNotFound", Kind.NOT_FOUND, Mender.PERSON),
        row(404, "ServiceToServiceEnvironmentNotFound", Kind.NOT_YET, Mender.SERVICE),
        row(409, "OperationNotStartable", Kind.BUSY, Mender.SERVICE),
        row(409, "InsufficientCapacity_StorageDriven", Kind.NO_CAPACITY, Mender.OPERATOR),
        row(409, "SomethingElse", Kind.INVALID, Mender.PERSON),
        arguments(
            422,
            "error-400-InvalidDomainName.json",
            "InvalidDomainName",
            Kind.INVALID,
            Mender.PERSON),
        row(429, "TooManyRequests", Kind.THROTTLED, Mender.SERVICE),
        row(500, "InternalServerError", Kind.UNAVAILABLE, Mender.SERVICE));
  }

  private static Arguments row(int status, String code, Kind kind, Mender mender) {
    return arguments(status, "error-%d-%s.json".formatted(status, code), code, kind, mender);
  }

  @ParameterizedTest(name = "facts 1.8 | {0} {2} ({1}): {3}, mended by {4}")
  @MethodSource("rows")
  void keepsWhatTheServiceSaid(int status, String file, String code, Kind kind, Mender mender) {
    server.answers(status, Map.of("x-ms-correlation-id", "c0ffee"), file);
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.kind().mender()).isEqualTo(mender);
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

  @ParameterizedTest(name = "facts 1.8 | {0} without a body: {1}")
  @MethodSource("bare")
  void aBodyMayBeMissing(int status, Kind kind) {
    server.answers(status);
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.answer().code()).isEmpty();
    assertThat(e).hasMessageContaining(status + " without a reason");
  }

  @Test
  @DisplayName(
      "facts 1.8 | 403, service principal not registered: the exact command to register it")
  void whoIsNotRegisteredIsToldHow() {
    server.answers(403, "error-403-not-registered.json");
    assertThat(failure(() -> gccHigh().environments()))
        .hasMessageContaining(
            "Add-PowerAppsAccount -Endpoint usgovhigh; New-PowerAppManagementApp -ApplicationId"
                + " 11111111-2222-3333-4444-555555555555");
  }

  @Test
  @DisplayName("facts 1.8 | 403, not registered: the command isn't cut off however long the words")
  void theCommandComesBeforeTheServicesWords() {
    String path = "/providers/Microsoft.BusinessAppPlatform/scopes/admin/" + "x".repeat(600);
    server.answers(
        403,
        Map.of(),
        """
        {"error":{"code":"Forbidden","message":"The service principal with id '1' for application 2 does not have permission to access the path '%s' in tenant 3."}}
        """
            .formatted(path)
            .getBytes(StandardCharsets.UTF_8));
    AdminApiException e = failure(() -> gccHigh().environments());
    String command =
        "Add-PowerAppsAccount -Endpoint usgovhigh; New-PowerAppManagementApp -ApplicationId"
            + " 11111111-2222-3333-4444-555555555555";
    assertThat(e.command()).isEqualTo(command);
    assertThat(e.getMessage().substring(0, 400)).contains(command);
  }

  @Test
  @DisplayName("facts 1.8 | an environment that was read is named, two of one name with their ids")
  void whatWasReadIsCalledByItsName() {
    String twin = "22222222-0000-0000-0000-000000000002";
    String other = "33333333-0000-0000-0000-000000000003";
    String row = "{\"name\":\"%s\",\"properties\":{\"displayName\":\"%s\"}}";
    String list =
        String.join(
            ",",
            row.formatted(ID, "Contoso Dev"),
            row.formatted(twin, "Twin"),
            row.formatted(other, "Twin"));
    server.answers(200, Map.of(), ("{\"value\":[" + list + "]}").getBytes(StandardCharsets.UTF_8));
    api.environments();
    server.answers(404, "error-404-EnvironmentNotFound.json");
    assertThat(failure(() -> api.backups(ID)))
        .hasMessageContaining("backups of environment Contoso Dev:");
    server.answers(404, "error-404-EnvironmentNotFound.json");
    assertThat(failure(() -> api.environment(twin)))
        .hasMessageContaining("environment Twin (22222222)");
  }

  @Test
  @DisplayName("facts 1.8 | 403, service principal not registered: without a configured client id")
  void whoIsNotConfiguredIsToldHowToo() {
    server.answers(403, "error-403-not-registered.json");
    assertThat(failure(api::environments))
        .hasMessageContaining(
            "Add-PowerAppsAccount -Endpoint prod; New-PowerAppManagementApp -ApplicationId <client"
                + " id>");
  }

  @Test
  @DisplayName("facts 1.8 | 403, plain: the role is missing, not the registration")
  void aMissingRoleIsAnotherMatter() {
    server.answers(403, "error-403-Forbidden.json");
    assertThat(failure(api::environments))
        .hasMessageContaining("lacks the role")
        .hasMessageNotContaining("New-PowerAppManagementApp");
  }

  @Test
  @DisplayName("facts 1.8 | 404 EnvironmentNotFound: missing, or without the role")
  void whatIsNotFoundMayBeHidden() {
    server.answers(404, "error-404-EnvironmentNotFound.json");
    assertThat(failure(() -> api.environment(ID)))
        .hasMessageContaining("Either it is not there, or Holdfast's service principal lacks");
  }

  @Test
  @DisplayName("facts 1.8 | 429: Retry-After and what is left of the limits")
  void whoIsThrottledIsToldForHowLong() {
    server.answers(
        429,
        Map.of(
            "Retry-After", "Fri, 20 Nov 2026 10:00:30 GMT",
            "x-ms-ratelimit-burst-remaining-tenant-requests", "0",
            "x-ms-ratelimit-time-remaining-tenant-requests", "41"));
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.answer().retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(e)
        .hasMessageContaining("asks to wait 30 s")
        .hasMessageContaining("takes 0 calls of the tenant at once")
        .hasMessageContaining("takes 41 calls of the tenant in this period");
  }

  @Test
  @DisplayName("facts 1.8 | a body that is not JSON")
  void aBodyMayBeSomethingElseThanJson() {
    server.answers(503, "error-503-not-json.html");
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.answer().message()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.8 | a body of another shape")
  void aBodyMayHaveAnotherShape() {
    server.answers(400, "error-400-in-another-shape.json");
    assertThat(failure(() -> api.restore(RESTORE)).answer().message())
        .contains("The request is invalid.");
  }

  @ParameterizedTest(name = "facts 1.8 | correlation: {0}, {1}")
  @CsvSource({"c0ffee,,c0ffee", ",beef,beef", "c0ffee,beef,c0ffee / beef", "same,same,same"})
  void bothHeadersNameTheCall(@Nullable String correlation, @Nullable String request, String kept) {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-ms-correlation-id", correlation);
    headers.put("x-ms-service-request-id", request);
    headers.values().removeIf(Objects::isNull);
    server.answers(404, headers);
    assertThat(failure(() -> api.environment(ID)).answer().correlationId()).contains(kept);
  }

  @Test
  @DisplayName("facts 1.8 | the token is in no message")
  void theTokenIsInNoMessage() {
    server.answers(401).hangsUp();
    assertThat(failure(() -> api.restore(RESTORE)).getMessage()).doesNotContain("Bearer");
    assertThat(failure(() -> api.restore(RESTORE)).getMessage()).doesNotContain("Bearer");
  }

  private AdminApi gccHigh() {
    return BapClients.over(
        PlatformSettings.with(
            Map.of(
                "base-url", server.base(),
                "endpoint", "usgovhigh",
                "client-id", "11111111-2222-3333-4444-555555555555")),
        Clock.systemUTC(),
        waits,
        audience -> "test");
  }
}
