package dev.holdfast.flow;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.bap.BapClients;
import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.HoldfastProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a person waits for the first answer to a chat command in a tenant of 2,000 environments:
 * from the POST of the activity to the arrival of the card at the connector, over HTTP, with
 * Holdfast in a process of its own as the tests start it (client compiler, 256 MB, H2 in a file)
 * and the catalogue read again every ten seconds behind the readers' backs.
 *
 * <p>Beside it stand the same two HTTP hops without Holdfast, a command that needs no environments,
 * and the reading of all environments that each answer would wait for without a catalogue.
 */
final class FirstAnswer {

  private static final int ENVIRONMENTS = 2_000;
  private static final int WARM_UP = 30;
  private static final int ROUNDS = 150;
  private static final int READINGS = 20;
  private static final double LIMIT = 300;

  /** For choices while somebody types, with the answer in the HTTP response. */
  private static final double TYPING_LIMIT = 100;

  /** Into the target of a restore from the first environment that is found. */
  private static final List<String> TYPED =
      List.of("", "f", "berlin", "fabrikam berlin u", "fabirkam berlni", "no such thing at all");

  /** The first needs no environments; the others are measured against it. */
  private static final List<String> COMMANDS =
      List.of(
          "help",
          "environments",
          "environments europe sandbox",
          "environments tailspin berlin",
          "environment Fabrkam Berlni UAT",
          "environment Fabrikam",
          "backup",
          "restore",
          "restore Fabrikam Berlin UAT",
          "restore Fabrikam Berlin UAT to Fabrikam Paris Dev at yesterday 18:00");

  private final FakeTeams teams = FakeTeams.start();
  private final FakePerson person = teams.person("Alex Wilber", "Europe/Berlin");
  private final FakeConversation chat = teams.personal(person);

  private FirstAnswer() {}

  /** Times in milliseconds, sorted. */
  private record Times(double[] sorted) {

    static Times of(List<Double> times) {
      double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      return new Times(sorted);
    }

    double at(double share) {
      return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("first-answer");
    try (SimulatorServer simulator =
        new SimulatorServer(Clock.systemUTC(), 1, Optional.empty(), ENVIRONMENTS)) {
      simulator.start(0);
      boolean quick = new FirstAnswer().measure(simulator.baseUrl(), folder);
      System.exit(quick ? 0 : 1);
    }
  }

  private boolean measure(URI adminApi, Path folder) throws IOException {
    Times hops = Times.of(hops());
    Map<String, Object> settings = new LinkedHashMap<>();
    // As in production; the tests ask the database more often.
    settings.put("db-scheduler.polling-interval", "250ms");
    settings.put("holdfast.policy[0].environments", "*");
    settings.put("holdfast.policy[0].approvers", person.entraId());
    try (HoldfastProcess holdfast =
        HoldfastProcess.start(folder, folder.resolve("log"), adminApi, settings)) {
      teams.talksTo(holdfast.messages());
      chat.installs(person);
      await(0);
      System.out.printf(Locale.ENGLISH, "the very first answer: %.0f ms%n", once("environments"));
      Map<String, List<Double>> taken = new LinkedHashMap<>();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (String command : COMMANDS) {
          double time = once(command);
          if (round >= 0) {
            taken.computeIfAbsent(command, key -> new ArrayList<>()).add(time);
          }
        }
      }
      Times help = Times.of(taken.get(COMMANDS.get(0)));
      line("two hops without Holdfast", hops, help);
      taken.forEach((command, times) -> line(command, Times.of(times), help));
      line("all environments from the admin API", Times.of(readings(adminApi)), help);
      boolean quick = taken.values().stream().allMatch(times -> Times.of(times).at(0.95) < LIMIT);
      return typing(help) && quick;
    }
  }

  private static void line(String what, Times times, Times beside) {
    System.out.printf(
        Locale.ENGLISH,
        "%-70s p50 %6.1f  p95 %6.1f  p99 %6.1f ms  %6.2f times help%n",
        what,
        times.at(0.5),
        times.at(0.95),
        times.at(0.99),
        times.at(0.5) / beside.at(0.5));
  }

  private double once(String command) {
    int before = teams.calls().size();
    long start = System.nanoTime();
    chat.says(person, command);
    await(before);
    return (System.nanoTime() - start) / 1e6;
  }

  private boolean typing(Times help) {
    String source =
        chat.types(person, "environments?for=restore", "fabrikam berlin uat")
            .at("/value/results/0/value")
            .asString();
    boolean quick = true;
    for (String dataset : List.of("targets?source=" + source, "environments?for=backup")) {
      for (String text : TYPED) {
        List<Double> times = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
          long start = System.nanoTime();
          chat.types(person, dataset, text);
          double time = (System.nanoTime() - start) / 1e6;
          if (round >= 0) {
            times.add(time);
          }
        }
        line("typing “" + text + "” into " + dataset.replaceAll("=.{20,}", ""), Times.of(times), help);
        quick &= Times.of(times).at(0.95) < TYPING_LIMIT;
      }
    }
    return quick;
  }

  private void await(int before) {
    while (teams.calls().size() == before) {
      LockSupport.parkNanos(100_000);
    }
  }

  /** What the catalogue does behind the readers' backs. */
  private static List<Double> readings(URI adminApi) {
    AdminApi api = BapClients.over(adminApi, Clock.systemUTC());
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < READINGS; i++) {
      long start = System.nanoTime();
      int read = api.environments().size();
      times.add((System.nanoTime() - start) / 1e6);
      if (read != ENVIRONMENTS) {
        throw new IllegalStateException("the admin API lists " + read + " environments");
      }
    }
    return times;
  }

  /** A server that does nothing but post a card of usual size to the connector. */
  private List<Double> hops() throws IOException {
    HttpServer echo =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String path = "/v3/conversations/" + chat.id() + "/activities";
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(teams.serviceUrl() + path))
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + "x".repeat(8_000) + "\"}"))
            .build();
    echo.setExecutor(Executors.newCachedThreadPool());
    echo.createContext(
        "/",
        http -> {
          try (http) {
            http.getRequestBody().readAllBytes();
            client.sendAsync(post, HttpResponse.BodyHandlers.discarding());
            http.sendResponseHeaders(200, -1);
          }
        });
    echo.start();
    teams.talksTo(URI.create("http://127.0.0.1:" + echo.getAddress().getPort() + "/"));
    try {
      List<Double> times = new ArrayList<>();
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        times.add(once("hello"));
      }
      return times.subList(WARM_UP, times.size());
    } finally {
      echo.stop(0);
    }
  }
}
