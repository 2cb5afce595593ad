package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The question to the environment's own Dataverse: a bonus, never an error. */
class FinOpsDetailsTests extends WireTest {

  private Environment at(String url) {
    String json =
        "{\"name\":\"%s\",\"properties\":{\"linkedEnvironmentMetadata\":{\"instanceUrl\":\"%s\"}}}"
            .formatted(ID, url);
    server.answers(200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    Environment environment = api.environment(ID);
    server.asked().clear();
    return environment;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/org", "/org/"})
  void tellsHowTheAppsAreDeployed(String path) {
    Environment environment = at(server.base() + path);
    server.answers(200, "finops-details.json");
    assertThat(api.finOpsDeployment(environment))
        .contains(
            new FinOpsDeployment(
                "OnlineDev", Optional.of("10.0.2345.77"), Optional.of("7.0.7690.88")));
    assertThat(server.asked().get(0).target())
        .isEqualTo("/org/api/data/v9.2/msprov_getfinopsapplicationdetails");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "http://contoso.crm4.dynamics.com/",
        "",
        "not an address",
        "a:b"
      })
  void isNotAskedOfAStranger(String url) {
    assertThat(api.finOpsDeployment(at(url))).isEmpty();
    assertThat(server.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 500, 302})
  void aRefusalLeavesItUnknown(int status) {
    Environment environment = at(server.base() + "/org");
    server.answers(status).answers(status).answers(status);
    assertThat(api.finOpsDeployment(environment)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "<html>", "{}", "{\"applicationdeploymenttype\":{}}"})
  void anOddAnswerLeavesItUnknown(String body) {
    Environment environment = at(server.base() + "/org");
    server.answers(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    assertThat(api.finOpsDeployment(environment)).isEmpty();
  }

  @Test
  void aBrokenConnectionLeavesItUnknown() {
    Environment environment = at(server.base() + "/org");
    server.hangsUp().hangsUp().hangsUp().hangsUp().hangsUp().hangsUp();
    assertThat(api.finOpsDeployment(environment)).isEmpty();
  }
}
