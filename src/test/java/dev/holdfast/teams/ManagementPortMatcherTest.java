package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** The meters are for the operator, on a port of the operator's own. */
class ManagementPortMatcherTest {

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void metersAreReadOnTheOperatorsPortAndNotOnTheBots() throws Exception {
    int operators = freePort();
    try (var context =
        TeamsSlice.run(
            Databases.H2,
            "local",
            "127.0.0.1",
            "--management.server.port=" + operators,
            "--management.server.address=127.0.0.1",
            "--management.endpoints.web.exposure.include=health,metrics")) {
      int bots = ((WebServerApplicationContext) context).getWebServer().getPort();

      assertThat(status(operators, "/actuator/metrics")).isEqualTo(200);
      assertThat(status(bots, "/actuator/metrics")).isIn(401, 403);
      assertThat(status(operators, "/actuator/env")).isEqualTo(404);
    }
  }

  private int status(int port, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
