package dev.holdfast.teams.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.teams.TeamsSlice;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.SlowCaller;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Web pages of other sites, which a browser on this machine shows, reach neither bot nor simulator.
 */
class LoopbackFilterTest {

  private static FakeTeams teams;
  private static TeamsSlice bot;
  private static SimulatorServer simulator;

  @BeforeAll
  static void start() {
    teams = FakeTeams.start();
    bot = TeamsSlice.start(teams);
    simulator = new SimulatorServer(Clock.systemUTC(), 1, Optional.empty());
    simulator.start(0);
  }

  @AfterAll
  static void stop() {
    simulator.close();
    bot.close();
    teams.close();
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, , 403",
    "evil.example:%d, , 403",
    "localhost:1, , 403",
    "localhost:%d, https://evil.example, 403",
    "localhost:%d, null, 403",
    "localhost:%d, , 400",
    "127.0.0.1:%d, http://localhost:56150, 400",
    "[::1]:%d, , 400"
  })
  void theBotAnswersOnlyToThisMachine(String host, String origin, int status) {
    String answer = post(bot.endpoint(), host, origin);

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    if (status == 403) {
      assertThat(answer).containsAnyOf("header Host", "header Origin");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example:%d, , 400",
    "localhost:%d, https://evil.example, 400",
    "localhost:%d, , 204"
  })
  void soDoesTheSimulator(String host, String origin, int status) {
    String answer = post(simulator.baseUrl().resolve("/simulator/registration"), host, origin);

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    if (status == 400) {
      assertThat(answer).containsAnyOf("header Host", "header Origin");
    }
  }

  private static String post(URI address, String host, String origin) {
    String body = "{\"registered\":true}";
    try (SlowCaller caller = new SlowCaller(address)) {
      return caller
          .sends("POST " + address.getPath() + " HTTP/1.1\r\n")
          .sends("Host: " + host.formatted(address.getPort()) + "\r\n")
          .sends(origin == null ? "" : "Origin: " + origin + "\r\n")
          .sends("Content-Type: application/json\r\nConnection: close\r\n")
          .sends("Content-Length: " + body.length() + "\r\n\r\n" + body)
          .answerUntilTheEnd();
    }
  }
}
