package dev.holdfast.platform.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.AdminApiException.Kind;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.EnvironmentType;
import dev.holdfast.platform.FinOpsLink;
import dev.holdfast.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentListTests extends WireTest {

  private static final String PATH =
      "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments";

  @Test
  void asksWithTheTokenAndAVersion() {
    server.answers(200, "environments-list.json");
    assertThat(api.environments()).hasSize(2);
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.target()).isEqualTo(PATH + "?api-version=2023-06-01");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer test");
  }

  @Test
  void followsTheLinkToTheNextPage() {
    firstPageLinkingTo(server.base() + PATH + "?api-version=2023-06-01&$skiptoken=2");
    server.answers(200, "environments-page-2.json");
    assertThat(api.environments())
        .extracting(Environment::displayName)
        .containsExactly("First", "Second");
    assertThat(server.asked().get(1).target())
        .isEqualTo(PATH + "?api-version=2023-06-01&$skiptoken=2");
    assertThat(server.asked().get(1).header("Authorization")).isEqualTo("Bearer test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/next",
        "http://api.bap.microsoft.com/next",
        "https://api.bap.microsoft.com.evil.example/next",
        "https://user@api.bap.microsoft.com/next",
        "http://127.0.0.1:1/next"
      })
  void sendsNoTokenToAStrangeHostAndGivesNoHalfList(String strange) {
    firstPageLinkingTo(strange);
    AdminApiException e = failure(api::environments);
    assertThat(e.kind()).isEqualTo(Kind.GARBLED);
    assertThat(e).hasMessageContaining("not a host that Holdfast may send its token to");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void doesNotGoRoundInCircles() {
    String first = server.base() + PATH + "?api-version=2023-06-01";
    firstPageLinkingTo(first);
    firstPageLinkingTo(first);
    assertThat(failure(api::environments)).hasMessageContaining("circle");
  }

  @Test
  void givesNoHalfListWhenAPageFails() {
    firstPageLinkingTo(server.base() + "/next");
    server.answers(403, "error-403-Forbidden.json");
    assertThat(failure(api::environments).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  private void firstPageLinkingTo(String next) {
    String page = new String(server.file("environments-page-1.json"), StandardCharsets.UTF_8);
    server.answers(200, Map.of(), page.replace("@NEXT@", next).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void oneOddEnvironmentDoesNotBreakTheList() {
    server.answers(200, "environments-with-odd-ones.json");
    List<Environment> environments = api.environments();
    assertThat(environments)
        .extracting(Environment::displayName)
        .containsExactly(
            "Plain",
            "Shaped unlike any other",
            "In new words",
            "00000000-0000-0000-0000-000000000004");
    assertThat(environments.get(1).type()).isEqualTo(EnvironmentType.UNKNOWN);
  }

  @Test
  void keepsWordsThatItDoesNotKnow() {
    server.answers(200, "environments-with-odd-ones.json");
    Environment odd = api.environments().get(2);
    assertThat(odd.type()).isEqualTo(EnvironmentType.UNKNOWN);
    assertThat(odd.typeWord()).isEqualTo("Elastic");
    assertThat(odd.region()).isEqualTo("atlantis");
    assertThat(odd.finOps()).isEqualTo(new FinOpsLink.Unknown("Federated"));
    assertThat(odd.managementState()).contains("Migrating");
    assertThat(odd.runtimeState()).contains("Hibernating");
    assertThat(odd.managed()).isEmpty();
    assertThat(odd.customerKey()).isEmpty();
    assertThat(odd.retention()).isEmpty();
    assertThat(odd.createdAt()).isEmpty();
    assertThat(odd.capacities()).containsExactly(new Environment.Capacity("Tape", 0));
    assertThat(odd.enforcement()).containsOnlyKeys("Teleport");
  }

  @Test
  void anEmptyListIsAnAnswer() {
    server.answers(200, Map.of(), "{\"value\":[]}".getBytes(StandardCharsets.UTF_8));
    assertThat(api.environments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"value\":7}", "<html>", "{\"value\":[", ""})
  void anythingButAListIsNone(String body) {
    server.answers(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    assertThat(failure(api::environments).kind()).isEqualTo(Kind.GARBLED);
  }
}
