package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.RunningHoldfast;
import dev.holdfast.testing.prometheus.AlertRules;
import dev.holdfast.testing.prometheus.AlertRules.Alert;
import dev.holdfast.testing.prometheus.Scrape;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What alerts and the dashboard name is there as soon as Holdfast has started. */
@Tag(Lane.APPLICATION)
class ObservabilityTests {

  private static final Path FOLDER = Path.of("deploy/observability");
  private static final Pattern NAME = Pattern.compile("\\bholdfast_[a-z_]+\\b");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void eachMetricThatIsNamedIsThereFromTheStart() throws Exception {
    int port = freePort();
    try (RunningHoldfast holdfast =
        RunningHoldfast.start(
            Databases.H2.fresh(),
            URI.create("http://127.0.0.1:" + freePort()),
            Map.of(
                "management.server.port", port,
                "management.server.address", "127.0.0.1",
                "management.endpoints.web.exposure.include", "health,prometheus"))) {
      HttpResponse<String> scrape = get("http://127.0.0.1:" + port + "/actuator/prometheus");

      assertThat(scrape.statusCode()).isEqualTo(200);
      assertThat(Scrape.of(scrape.body()).samples().keySet()).containsAll(named());
      assertThat(scrape.body()).doesNotContain("http_client_requests");
      assertThat(get(holdfast.messages().resolve("/actuator/prometheus").toString()).statusCode())
          .isNotEqualTo(200);
    }
  }

  @Test
  void eachAlertHasItsEntryInTheRunbook() throws IOException {
    Set<String> entries =
        Pattern.compile("(?m)^### (\\w+)$")
            .matcher(Files.readString(Path.of("deploy/RUNBOOK.md")))
            .results()
            .map(heading -> heading.group(1))
            .collect(Collectors.toSet());

    assertThat(AlertRules.read().stream().map(Alert::name))
        .hasSizeGreaterThan(10)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(entries);
    assertThat(AlertRules.read())
        .allSatisfy(
            alert ->
                assertThat(alert.keys().toString())
                    .containsIgnoringCase("deploy/RUNBOOK.md#" + alert.name()));
  }

  private static Set<String> named() throws IOException {
    String dashboard = Files.readString(FOLDER.resolve("dashboard.json"));
    String expressions =
        JsonMapper.shared().readTree(dashboard).findValuesAsString("expr")
            + AlertRules.read().stream().map(Alert::expression).collect(Collectors.joining(" "));
    return NAME.matcher(expressions)
        .results()
        .map(name -> name.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private HttpResponse<String> get(String address) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
