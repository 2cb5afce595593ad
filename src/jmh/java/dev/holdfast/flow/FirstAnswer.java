package dev.holdfast.flow;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.bap.BapClients;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How long a person waits for the first answer to a chat command in a tenant of 2,000 environments,
 * or of as many as the arguments say: from the POST of the activity to the arrival of the card at
 * the connector, over HTTP, with Holdfast in a process of its own with the JVM's default heap (H2
 * in a file) and the catalog read again every ten seconds in the background. At the end
 * it says how much memory that process has taken at most.
 *
 * <p>Beside it stand the same two HTTP hops without Holdfast, a command that needs no environments,
 * and the reading of all environments that each answer would wait for without a catalog.
 */
final class FirstAnswer {

  private static final int WARM_UP = 20;
  private static final int ROUNDS = 100;
  private static final int READINGS = 20;
  private static final double LIMIT = 300;

  /** For choices while somebody types, with the answer in the HTTP response. */
  private static final double TYPING_LIMIT = 100;

  /** Half words, several, misspelt ones, and what is named by nothing. */
  private static final List<String> TYPED =
      List.of("", "f", "berlin", "fabrikam berlin u", "fabirkam berlni", "no such thing at all");

  /** Teams takes so and so many messages a second from a bot, and Holdfast keeps to that. */
  private static final Duration BETWEEN = Duration.ofMillis(30);

  /**
   * Each with a piece of its answer. The first needs no environments; the others are measured
   * against it.
   */
  private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("help", "What I can do");
    COMMANDS.put("environments", "1 to 10 of ");
    COMMANDS.put("environments europe sandbox", "matching “europe sandbox”");
    COMMANDS.put("environments tailspin berlin", "Tailspin Berlin");
    COMMANDS.put("environment Fabrkam Berlni UAT", "Is it one of these?");
    COMMANDS.put("environment Fabrikam", "Which environment do you mean");
    COMMANDS.put("backup", "New backup");
    COMMANDS.put("restore", "Choose the source");
    COMMANDS.put("restore Fabrikam Berlin UAT", "Restore point and target");
    COMMANDS.put(
        "restore Fabrikam Berlin UAT to Fabrikam Paris Dev at yesterday 18:00",
        "Restore point and target");
  }

  private final FakeTeams teams = FakeTeams.start();
  private final int environments;
  private int people;

  private FirstAnswer(int environments) {
    this.environments = environments;
  }

  /**
   * @param arguments {@code answers} or {@code typing}, and how many environments there are
   */
  public static void main(String[] arguments) throws IOException {
    int environments =
        Stream.of(arguments)
            .filter(argument -> argument.matches("\\d+"))
            .mapToInt(Integer::parseInt)
            .findFirst()
            .orElse(2_000);
    Path folder = Files.createTempDirectory("first-answer");
    FirstAnswer bench = new FirstAnswer(environments);
    try (FakeTeams teams = bench.teams;
        SimulatorServer simulator =
            new SimulatorServer(Clock.systemUTC(), 1, Optional.empty(), environments)) {
      simulator.start(0);
      boolean onlyTyping = List.of(arguments).contains("typing");
      if (!bench.measure(simulator.baseUrl(), folder, onlyTyping)) {
        throw new AssertionError(
            "an answer took longer than " + LIMIT + " ms, or a search than " + TYPING_LIMIT);
      }
    }
  }

  private boolean measure(URI adminApi, Path folder, boolean onlyTyping) throws IOException {
    Times hops = Times.of(hops());
    Map<String, Object> settings = new LinkedHashMap<>();
    // As in production; the tests ask the database more often.
    settings.put("db-scheduler.polling-interval", "250ms");
    settings.put("holdfast.policy[0].environments", "*");
    settings.put("holdfast.policy[0].approvers", teams.person("Megan Bowen").entraId());
    try (HoldfastProcess holdfast =
        HoldfastProcess.startWithDefaults(folder, folder.resolve("log"), adminApi, settings)) {
      teams.talksTo(holdfast.messages());
      System.out.printf(
          Locale.ENGLISH,
          "the very first answer, just after the start: %.0f ms%n",
          once("environments"));
      if (onlyTyping) {
        boolean quick = typing();
        resident(holdfast);
        return quick;
      }
      Map<String, List<Double>> taken = new LinkedHashMap<>();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (String command : COMMANDS.keySet()) {
          double time = once(command);
          if (round >= 0) {
            taken.computeIfAbsent(command, key -> new ArrayList<>()).add(time);
          }
        }
      }
      Times help = Times.of(taken.get("help"));
      line("two hops without Holdfast", hops, help, "help");
      taken.forEach((command, times) -> line(command, Times.of(times), help, "help"));
      line("all environments from the admin API", Times.of(readings(adminApi)), help, "help");
      boolean quick = taken.values().stream().allMatch(times -> Times.of(times).at(0.95) < LIMIT);
      quick &= typing();
      resident(holdfast);
      return quick;
    }
  }

  private static void resident(HoldfastProcess holdfast) {
    System.out.printf("resident memory of Holdfast at most: %d MB%n", holdfast.mostResident());
  }

  private static void line(String what, Times times, Times beside, String besideWhat) {
    System.out.printf(
        Locale.ENGLISH,
        "%-70s p50 %6.1f  p95 %6.1f  p99 %6.1f ms  %6.2f times %s%n",
        what,
        times.at(0.5),
        times.at(0.95),
        times.at(0.99),
        times.at(0.5) / beside.at(0.5),
        besideWhat);
  }

  /** From somebody who has said nothing yet, since Teams limits what one chat gets in a while. */
  private double once(String command) {
    LockSupport.parkNanos(BETWEEN.toNanos());
    FakePerson person = teams.person("Person " + ++people, "Europe/Berlin");
    FakeConversation chat = teams.personal(person);
    int before = teams.calls().size();
    long start = System.nanoTime();
    chat.says(person, command);
    boolean isCommand = COMMANDS.containsKey(command);
    // The typing indicator is a call, but not yet an answer.
    while (isCommand ? chat.messages().isEmpty() : teams.calls().size() == before) {
      LockSupport.parkNanos(100_000);
    }
    double time = (System.nanoTime() - start) / 1e6;
    if (isCommand) {
      chat.awaitText(COMMANDS.get(command));
    }
    return time;
  }

  /** Choices for a form, with the source of a restore known and for a backup. */
  private boolean typing() {
    String source =
        type("environments?for=restore", "fabrikam berlin uat")
            .at("/value/results/0/value")
            .asString();
    boolean quick = true;
    Times beside = null;
    for (String dataset :
        List.of("nothing", "targets?source=" + source, "environments?for=backup")) {
      for (String text : TYPED) {
        List<Double> taken = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
          long start = System.nanoTime();
          type(dataset, text);
          taken.add((System.nanoTime() - start) / 1e6);
        }
        Times times = Times.of(taken.subList(WARM_UP, taken.size()));
        beside = beside == null ? times : beside;
        line(
            "typing “" + text + "” into " + dataset.split("\\?")[0],
            times,
            beside,
            "a search for nothing");
        quick &= times.at(0.95) < TYPING_LIMIT;
      }
    }
    return quick;
  }

  private JsonNode type(String dataset, String text) {
    FakePerson person = teams.person("Person " + ++people, "Europe/Berlin");
    return teams.personal(person).types(person, dataset, text);
  }

  /** What the catalog does in the background. */
  private List<Double> readings(URI adminApi) {
    AdminApi api = BapClients.over(adminApi, Clock.systemUTC());
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < READINGS; i++) {
      long start = System.nanoTime();
      int read = api.environments().size();
      times.add((System.nanoTime() - start) / 1e6);
      if (read != environments) {
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
    FakeConversation chat = teams.personal(teams.person("Alex Wilber"));
    String path = "/v3/conversations/" + chat.id() + "/activities";
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(teams.serviceUrl() + path))
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + "x".repeat(8_000) + "\"}"))
            .build();
    ExecutorService threads = Executors.newCachedThreadPool();
    echo.setExecutor(threads);
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
      threads.shutdownNow();
    }
  }
}
