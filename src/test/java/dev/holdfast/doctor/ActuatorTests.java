package dev.holdfast.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.RunningHoldfast;
import dev.holdfast.testing.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What probes and monitors see while the admin API has gone and Holdfast has not. */
@Tag(Lane.APPLICATION)
@ExtendWith(OutputCaptureExtension.class)
class ActuatorTests {

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void anAdminApiThatIsBrokenIsToldAndTakesNoReplicaOutOfRotation() throws Exception {
    try (ScriptedServer broken = new ScriptedServer();
        RunningHoldfast holdfast =
            RunningHoldfast.start(Databases.H2.fresh(), broken.base(), Map.of())) {
      await().until(() -> ask(holdfast, "/dependencies").statusCode() == 503);

      assertThat(ask(holdfast, "/dependencies").body()).isEqualTo("{\"status\":\"IMPAIRED\"}");
      assertThat(ask(holdfast, "/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
      assertThat(ask(holdfast, "/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
      assertThat(ask(holdfast, "").statusCode()).isEqualTo(200);
      assertThat(ask(holdfast, "").body()).contains("IMPAIRED").doesNotContain("components");
    }
  }

  /** The first line that an operator has who watches nothing but the log. */
  @Test
  void whatIsBrokenIsLoggedWithItsFixThoughNobodyReadsTheActuator(CapturedOutput output)
      throws Exception {
    try (ScriptedServer broken = new ScriptedServer();
        RunningHoldfast holdfast =
            RunningHoldfast.start(
                Databases.H2.fresh(),
                broken.base(),
                Map.of("holdfast.doctor.examine-every", "200ms"))) {
      assertThat(ask(holdfast, "/liveness").body()).contains("UP");
      await()
          .until(
              () ->
                  output
                      .getOut()
                      .lines()
                      .anyMatch(
                          line ->
                              line.contains("WARN")
                                  && line.contains(" is broken: ")
                                  && line.contains("To fix it: ")));
    }
  }

  private HttpResponse<String> ask(RunningHoldfast holdfast, String group)
      throws IOException, InterruptedException {
    URI address = holdfast.messages().resolve("/actuator/health" + group);
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
