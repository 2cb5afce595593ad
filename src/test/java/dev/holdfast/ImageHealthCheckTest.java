package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the image asks itself, with the variables that people give it. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
class ImageHealthCheckTest {

  private static final Path SCRIPT = Path.of("deploy/health-check.sh");

  private HttpServer ready;
  private HttpServer notReady;

  @BeforeEach
  void start() throws Exception {
    ready = server(200, "{\"status\":\"UP\"}");
    notReady =
        server(503, "{\"status\":\"DOWN\",\"components\":{\"database\":{\"status\":\"UP\"}}}");
  }

  @AfterEach
  void stop() {
    ready.stop(0);
    notReady.stop(0);
  }

  @Test
  void theImageRunsThisScript() throws Exception {
    assertThat(Files.readString(Path.of("deploy/Dockerfile")))
        .contains(
            "COPY deploy/health-check.sh ./", "CMD [\"bash\", \"/holdfast/health-check.sh\"]");
    assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("!deploy/health-check.sh");
  }

  @Test
  void followsTheManagementPortWhereThereIsOne() throws Exception {
    assertThat(
            healthy(Map.of("SERVER_PORT", port(notReady), "MANAGEMENT_SERVER_PORT", port(ready))))
        .isTrue();
    assertThat(
            healthy(Map.of("SERVER_PORT", port(ready), "MANAGEMENT_SERVER_PORT", port(notReady))))
        .isFalse();
  }

  @Test
  void asksTheBotsPortOtherwise() throws Exception {
    assertThat(healthy(Map.of("SERVER_PORT", port(ready)))).isTrue();
    assertThat(healthy(Map.of("SERVER_PORT", port(notReady)))).isFalse();
    assertThat(healthy(Map.of("SERVER_PORT", port(ready), "SERVER_ADDRESS", "0.0.0.0"))).isTrue();
  }

  @Test
  void followsTheManagementPortBelowItsPaths() throws Exception {
    String port = port(ready);
    assertThat(
            healthy(
                Map.of(
                    "MANAGEMENT_SERVER_PORT",
                    port,
                    "MANAGEMENT_SERVER_BASEPATH",
                    "/manage/",
                    "MANAGEMENT_ENDPOINTS_WEB_BASE_PATH",
                    "ops")))
        .isTrue();
    assertThat(healthy(Map.of("MANAGEMENT_SERVER_PORT", port, "MANAGEMENT_SERVER_BASEPATH", "/x")))
        .isFalse();
    assertThat(
            healthy(
                Map.of(
                    "SERVER_PORT",
                    port,
                    "MANAGEMENT_SERVER_PORT",
                    port,
                    "MANAGEMENT_SERVER_BASEPATH",
                    "/ignored",
                    "SERVER_SERVLET_CONTEXTPATH",
                    "/bot")))
        .isTrue();
  }

  @Test
  void isNotHealthyWhereNobodyListens() throws Exception {
    String free = port(ready);
    ready.stop(0);

    assertThat(healthy(Map.of("SERVER_PORT", free))).isFalse();
  }

  private static HttpServer server(int status, String body) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    HttpHandler answer =
        http -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          http.sendResponseHeaders(status, bytes.length);
          http.getResponseBody().write(bytes);
          http.close();
        };
    Stream.of("/actuator", "/manage/ops", "/bot/actuator")
        .forEach(path -> server.createContext(path + "/health/readiness", answer));
    server.start();
    return server;
  }

  private static String port(HttpServer server) {
    return String.valueOf(server.getAddress().getPort());
  }

  private static boolean healthy(Map<String, String> variables) throws Exception {
    ProcessBuilder script = new ProcessBuilder("bash", SCRIPT.toString()).redirectErrorStream(true);
    script.environment().putAll(variables);
    return script.start().waitFor() == 0;
  }
}
