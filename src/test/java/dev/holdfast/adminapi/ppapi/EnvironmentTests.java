package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an {@code EnvironmentResponse} to Holdfast's record. */
@DisplayName("facts 2 | EnvironmentResponse")
class EnvironmentTests extends WireTest {

  private Environment with(String fields) {
    answers(200, "{\"id\":\"%s\"%s}".formatted(ID, fields.isEmpty() ? "" : "," + fields));
    return api.environment(ID);
  }

  @Test
  @DisplayName("facts 2 | EnvironmentResponse: every field that Holdfast knows a place for")
  void isReadWhole() {
    server.answers(200, "ppapi/environment-unified-adminmode.json");
    Environment environment = api.environment(ID);
    onlyAsked("GET", ENVIRONMENT + "?" + VERSION);
    assertThat(environment)
        .isEqualTo(
            new Environment(
                new Environment.Identity(
                    ID, "Contoso UDE", EnvironmentType.SANDBOX, "Sandbox", Optional.of(true)),
                new Environment.History(
                    Optional.empty(),
                    Optional.of(Instant.parse("2026-01-05T08:00:00.123456700Z")),
                    Optional.empty()),
                new Environment.Location(
                    "europe",
                    Optional.of("00000000-0000-0000-0000-0000000000e2"),
                    Optional.of("00000000-0000-0000-0000-0000000000b1"),
                    Optional.of("00000000-0000-0000-0000-0000000000c1")),
                new Environment.State(
                    Optional.of("NotSpecified"),
                    Optional.of("AdminMode"),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of()),
                new Environment.Encryption(
                    Optional.of(true), Optional.of("00000000-0000-0000-0000-0000000000e1")),
                new Environment.Links(
                    Optional.of(
                        new Dataverse(
                            "00000000-0000-0000-0000-0000000000d1",
                            Optional.of("https://contoso-ude.crm4.dynamics.com"),
                            Optional.of("9.2.26051.157"),
                            Optional.empty(),
                            Optional.of("Disabled"))),
                    new FinOpsLink.Unified(
                        Optional.of("https://contoso-ude.operations.eu.dynamics.com"))),
                new Environment.Storage(
                    Optional.of(
                        new Retention(
                            Optional.of(Duration.ofDays(28)),
                            Optional.of(Instant.parse("2026-10-23T08:00:00Z")))),
                    List.of()),
                List.of()));
    assertThat(environment.inAdministrationMode()).isTrue();
  }

  /** What stays empty here makes the rules amber; a wrong "no" would make them green. */
  @Test
  @DisplayName("facts 2 | EnvironmentResponse: what the service does not say is not known")
  void silenceIsNoAnswer() {
    Environment bare = with("");
    assertThat(bare.displayName()).isEqualTo(ID);
    assertThat(bare.type()).isEqualTo(EnvironmentType.UNKNOWN);
    assertThat(bare.region()).isEmpty();
    assertThat(bare.dataverse()).isEmpty();
    assertThat(bare.finOps()).isEqualTo(new FinOpsLink.None());
    assertThat(bare.managed()).isEmpty();
    assertThat(bare.customerKey()).isEmpty();
    assertThat(bare.retention()).isEmpty();
    assertThat(bare.managementState()).isEmpty();
    assertThat(bare.runtimeState()).isEmpty();
    assertThat(bare.capacities()).isEmpty();
    assertThat(bare.enforcement()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("facts 2 | EnvironmentResponse: type")
  @CsvSource({
    "Production, PRODUCTION",
    "Sandbox, SANDBOX",
    "Developer, DEVELOPER",
    "Trial, TRIAL",
    "SubscriptionBasedTrial, TRIAL",
    "Default, DEFAULT",
    "Teams, TEAMS",
    "Elastic, UNKNOWN"
  })
  void type(String word, EnvironmentType type) {
    Environment environment = with("\"type\":\"%s\"".formatted(word));
    assertThat(environment.type()).isEqualTo(type);
    assertThat(environment.typeWord()).isEqualTo(word);
  }

  @ParameterizedTest
  @DisplayName("facts 2 | EnvironmentResponse: adminMode says whether the mode is on")
  @CsvSource({
    "'\"Enabled\"', AdminMode",
    "'\"AdminMode\"', AdminMode",
    "true, AdminMode",
    "'\"Disabled\"', Enabled",
    "false, Enabled",
    "'\"Perhaps\"', Perhaps",
    "'{\"id\":\"Enabled\"}', AdminMode"
  })
  void adminMode(String json, String state) {
    assertThat(with("\"adminMode\":" + json).runtimeState()).contains(state);
  }

  @ParameterizedTest
  @DisplayName("facts 2 | EnvironmentResponse: adminMode without a word is not off")
  @ValueSource(strings = {"null", "7", "\"\"", "[]", "{}"})
  void noAdminMode(String json) {
    assertThat(with("\"adminMode\":" + json).runtimeState()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("facts 2 | EnvironmentResponse: state, of which Enabled tells nothing of operations")
  @CsvSource({
    "Enabled, NotSpecified, Enabled",
    "Ready, Ready, Enabled",
    "Running, Running, Enabled",
    "Disabled, Disabled, Disabled",
    "Migrating, Migrating, Enabled"
  })
  void state(String word, String management, String runtime) {
    Environment environment = with("\"state\":\"%s\",\"adminMode\":\"Disabled\"".formatted(word));
    assertThat(environment.managementState()).contains(management);
    assertThat(environment.runtimeState()).contains(runtime);
  }

  @Test
  @DisplayName("facts 2 | EnvironmentResponse: deletedDateTime, which is the epoch for the living")
  void deleted() {
    String enabled = "\"state\":\"Enabled\",\"deletedDateTime\":";
    assertThat(with(enabled + "\"1970-01-01T00:00:00Z\"").managementState())
        .contains("NotSpecified");
    assertThat(with(enabled + "null").managementState()).contains("NotSpecified");
    assertThat(with(enabled + "\"2026-11-01T00:00:00Z\"").managementState()).contains("Deleted");
  }

  @ParameterizedTest
  @DisplayName("facts 2 | EnvironmentResponse: protectionLevel")
  @CsvSource({"Standard, true", "Basic, false", "Extreme, "})
  void managed(String word, Boolean managed) {
    assertThat(with("\"protectionLevel\":\"%s\"".formatted(word)).managed())
        .isEqualTo(Optional.ofNullable(managed));
  }

  @Test
  @DisplayName("facts 2 | EnvironmentResponse: finOpsMetadata Internal, Linked, another word")
  void finOps() {
    assertThat(with("\"finOpsMetadata\":{\"type\":\"Internal\"}").finOps())
        .isEqualTo(new FinOpsLink.Unified(Optional.empty()));
    assertThat(with("\"finOpsMetadata\":{\"type\":\"Linked\",\"url\":\"https://x\"}").finOps())
        .isEqualTo(new FinOpsLink.LcsLinked(Optional.of("https://x")));
    assertThat(with("\"finOpsMetadata\":{\"type\":\"Federated\"}").finOps())
        .isEqualTo(new FinOpsLink.Unknown("Federated"));
    assertThat(with("\"finOpsMetadata\":{}").finOps()).isEqualTo(new FinOpsLink.Unknown(""));
    assertThat(with("\"finOpsMetadata\":null").finOps()).isEqualTo(new FinOpsLink.None());
  }

  @Test
  @DisplayName("facts 2 | EnvironmentResponse: enterprisePolicies that are not plainly linked")
  void policies() {
    Environment linking =
        with(
            "\"enterprisePolicies\":{\"encryption\":{\"id\":\"k\",\"status\":\"Failed\"},"
                + "\"networkInjection\":{\"id\":\"n\",\"status\":\"Linking\"}}");
    assertThat(linking.customerKey()).isEmpty();
    assertThat(linking.keyPolicy()).isEmpty();
    assertThat(linking.networkPolicy()).contains("n (Linking)");
    Environment byResource =
        with("\"enterprisePolicies\":{\"networkInjection\":{\"resourceId\":\"/net\"}}");
    assertThat(byResource.networkPolicy()).contains("/net");
    assertThat(byResource.customerKey()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.1, 2 | EnvironmentResponse: ids of zeros mean none")
  void zeros() {
    String zeros = "\"00000000-0000-0000-0000-000000000000\"";
    Environment environment =
        with(
            "\"securityGroupId\":%1$s,\"environmentGroupId\":%1$s,\"dataverseId\":%1$s"
                .formatted(zeros));
    assertThat(environment.securityGroupId()).isEmpty();
    assertThat(environment.groupId()).isEmpty();
    assertThat(environment.dataverse()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("facts 2 | EnvironmentResponse: anything else is none")
  @ValueSource(strings = {"", "{}", "[]", "{\"value\":[]}", "<html>", "{\"id\":{}}"})
  void anythingElse(String body) {
    answers(200, body);
    assertThat(failure(() -> api.environment(ID)).kind()).isEqualTo(Kind.GARBLED);
  }

  @Test
  @DisplayName("facts 1.6 | the kind of a unified environment is asked of its own Dataverse")
  void deployment() {
    Environment environment = with("\"url\":\"%s/org\"".formatted(server.base()));
    server.answers(200, "finops-details.json");
    assertThat(api.finOpsDeployment(environment).map(FinOpsDeployment::deploymentType))
        .contains("OnlineDev");
  }
}
