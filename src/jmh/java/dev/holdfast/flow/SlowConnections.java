package dev.holdfast.flow;

import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.HoldfastApplication;
import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.FakeBotFramework;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Three hundred slow connections for a minute, each opened again when Holdfast closes it: every
 * third without a token, with a stranger's, and with half a head, all with a byte a second. Valid
 * turns and probes must be answered within a second meanwhile.
 */
final class SlowConnections {

  private static final int CONNECTIONS = 300;
  private static final Duration LENGTH = Duration.ofMinutes(1);
  private static final long BETWEEN_MILLIS = 100;
  private static final int WARM_UP = 200;
  private static final double LIMIT_MILLIS = 1000;

  private final ServerProcess holdfast;
  private final Activities activities;
  private final String token;
  private final String foreign;
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile boolean over;

  private SlowConnections(
      ServerProcess holdfast, Activities activities, String token, String foreign) {
    this.holdfast = holdfast;
    this.activities = activities;
    this.token = token;
    this.foreign = foreign;
  }

  public static void main(String[] arguments) throws Exception {
    RSAKey key = FakeBotFramework.key("published");
    RSAKey stranger = FakeBotFramework.key("published-by-nobody");
    Path folder = Files.createTempDirectory("slow-connections");
    boolean quick;
    try (FakeBotFramework framework = new FakeBotFramework().publishes(key, "msteams");
        Outside outside = new Outside();
        SimulatorServer adminApi = new SimulatorServer(Clock.systemUTC(), 1, Optional.empty())) {
      adminApi.start(0);
      try (ServerProcess holdfast =
          ServerProcess.start(
              HoldfastApplication.class,
              folder,
              TurnSettings.of(framework.metadata(), outside, adminApi.baseUrl()))) {
        quick =
            new SlowConnections(
                    holdfast,
                    new Activities(outside.serviceUrl()),
                    token(key, outside),
                    token(stranger, outside))
                .measure();
      }
    }
    System.exit(quick ? 0 : 1);
  }

  private static String token(RSAKey key, Outside outside) {
    return FakeBotFramework.token(
        key,
        FakeBotFramework.claims(
                "https://api.botframework.com", Activities.APP, outside.serviceUrl())
            .build());
  }

  private boolean measure() throws Exception {
    for (int turn = 0; turn < WARM_UP; turn++) {
      turn(turn);
      probe();
    }
    ExecutorService slow = Executors.newFixedThreadPool(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      int kind = i % 3;
      slow.execute(() -> trickle(kind));
    }
    List<Double> turns = new ArrayList<>();
    List<Double> probes = new ArrayList<>();
    long end = System.nanoTime() + LENGTH.toNanos();
    for (int turn = WARM_UP; System.nanoTime() < end; turn++) {
      turns.add(turn(turn));
      probes.add(probe());
      TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
    }
    over = true;
    slow.shutdownNow();
    return says("turns", turns) & says("probes", probes);
  }

  private static boolean says(String what, List<Double> millis) {
    Times times = Times.of(millis);
    System.out.printf(
        Locale.ENGLISH,
        "%d %s beside %d slow connections: %.0f ms at p50, %.0f at p99, at most %.0f (limit %.0f)%n",
        millis.size(),
        what,
        CONNECTIONS,
        times.at(0.5),
        times.at(0.99),
        times.at(1),
        LIMIT_MILLIS);
    return times.at(1) < LIMIT_MILLIS;
  }

  private double turn(int turn) throws Exception {
    return answered(
        HttpRequest.newBuilder(holdfast.messages())
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(activities.says("help", turn)))
            .build());
  }

  private double probe() throws Exception {
    return answered(
        HttpRequest.newBuilder(holdfast.messages().resolve("/actuator/health/readiness")).build());
  }

  private double answered(HttpRequest request) throws Exception {
    long begun = System.nanoTime();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException(request.uri() + " answered " + status);
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private void trickle(int kind) {
    URI server = holdfast.messages();
    while (!over) {
      try (Socket socket = new Socket(server.getHost(), server.getPort())) {
        socket.getOutputStream().write(head(kind).getBytes(StandardCharsets.UTF_8));
        while (!over) {
          TimeUnit.SECONDS.sleep(1);
          socket.getOutputStream().write('x');
        }
      } catch (IOException closed) {
        // Holdfast ended it; the next one begins.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private String head(int kind) {
    String head = "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    return switch (kind) {
      case 0 -> head + "Content-Length: 100000\r\n\r\n";
      case 1 -> head + "Authorization: Bearer " + foreign + "\r\nContent-Length: 100000\r\n\r\n";
      default -> head + "X-Slow: ";
    };
  }
}
