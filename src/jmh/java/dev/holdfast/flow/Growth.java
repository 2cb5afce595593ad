package dev.holdfast.flow;

import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.HoldfastApplication;
import dev.holdfast.chat.QueriesOfTheChat;
import dev.holdfast.request.store.EnvironmentLockRepository;
import dev.holdfast.request.store.QueriesOfRequests;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import dev.holdfast.testing.plans.GrownTables;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long Holdfast takes when its tables have grown: for each number of requests and each database
 * the time from the start of the process to readiness, from a message to its answer at the
 * connector, and of the transaction that locks two environments and looks at what runs there. Each
 * request has six rows in the audit log. Prints a Markdown table of the middle times in
 * milliseconds.
 *
 * <p>Give the numbers of requests as arguments, and {@code h2} or {@code postgresql} for one database
 * alone.
 */
final class Growth {

  private static final int EVENTS = 6;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 30;
  private static final int LOCKS = 200;
  private static final long PATIENCE_NANOS = 180_000_000_000L;

  /** A column of the table and what is written in the chat for it. */
  private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("`help`", "help");
    COMMANDS.put("`status`", "status");
    COMMANDS.put("`history`", "history");
    COMMANDS.put("`history by me`", "history by me");
    COMMANDS.put("`history` of an environment without requests", "history Contoso UAT");
    COMMANDS.put("`history until` an old day", "history until 2024-01-05");
    COMMANDS.put("`doctor`", "doctor");
  }

  private final FakeBotFramework framework;
  private final Outside outside;
  private final SimulatorServer adminApi;
  private final Callers callers;
  private final HttpClient http = HttpClient.newHttpClient();
  private int turns;

  private Growth(
      FakeBotFramework framework, Outside outside, SimulatorServer adminApi, Callers callers) {
    this.framework = framework;
    this.outside = outside;
    this.adminApi = adminApi;
    this.callers = callers;
  }

  public static void main(String[] arguments) throws Exception {
    RSAKey key = FakeBotFramework.key("published");
    try (FakeBotFramework framework = new FakeBotFramework().publishes(key, "msteams");
        Outside outside = new Outside();
        SimulatorServer adminApi = new SimulatorServer(Clock.systemUTC(), 1, Optional.empty())) {
      adminApi.start(0);
      String token =
          FakeBotFramework.token(
              key,
              FakeBotFramework.claims(
                      "https://api.botframework.com", Message.APP, outside.serviceUrl())
                  .build());
      Growth growth = new Growth(framework, outside, adminApi, Callers.with("Bearer " + token));
      List<Databases> databases =
          Stream.of(Databases.values())
              .filter(kind -> List.of(arguments).contains(kind.name().toLowerCase(Locale.ROOT)))
              .toList();
      growth.measure(
          databases.isEmpty() ? List.of(Databases.values()) : databases,
          Stream.of(arguments).filter(size -> size.matches("\\d+")).map(Integer::parseInt).toList());
    }
    System.exit(0);
  }

  private void measure(List<Databases> databases, List<Integer> sizes) throws Exception {
    System.out.printf(
        "| database | requests | startup | %s | lock |%n", String.join(" | ", COMMANDS.keySet()));
    System.out.println("| --- ".repeat(COMMANDS.size() + 4) + "|");
    for (Databases kind : databases) {
      for (int size : sizes) {
        Map<String, Double> times = measure(kind, size);
        String row = String.format(Locale.ENGLISH, "| %s | %,d |", name(kind), size);
        System.out.println(
            times.values().stream()
                .map(time -> String.format(Locale.ENGLISH, " %.1f |", time))
                .reduce(row, String::concat));
      }
    }
  }

  private static String name(Databases kind) {
    return kind == Databases.H2 ? "H2 in a file" : "PostgreSQL";
  }

  private Map<String, Double> measure(Databases kind, int size) throws Exception {
    Path folder = Files.createTempDirectory("growth");
    TestDatabase database = kind == Databases.H2 ? file(folder) : kind.empty();
    fill(kind, database, size);
    double lock = lock(database);
    close(kind, database);
    Map<String, Double> times = new LinkedHashMap<>();
    long start = System.nanoTime();
    try (ServerProcess holdfast =
        ServerProcess.start(HoldfastApplication.class, folder, settings(database))) {
      awaitReadiness(holdfast);
      times.put("startup", (System.nanoTime() - start) / 1e6);
      for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
        times.put(command.getKey(), middle(ROUNDS, () -> answered(holdfast, command.getValue())));
      }
    }
    times.put("lock", lock);
    return times;
  }

  /** As Holdfast's own in application.yaml. */
  private static TestDatabase file(Path folder) {
    return new TestDatabase(
        "jdbc:h2:file:"
            + folder.resolve("holdfast")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
        "holdfast",
        "benchmark");
  }

  /** Over one connection: H2 closes the file after the last. */
  private static void fill(Databases kind, TestDatabase database, int size) throws SQLException {
    database.flyway().load().migrate();
    try (Connection connection = database.dataSource().getConnection()) {
      GrownTables.fill(
          new JdbcTemplate(new SingleConnectionDataSource(connection, true)),
          kind,
          new GrownTables.Size(size, EVENTS, size / 5),
          QueriesOfRequests.document(),
          QueriesOfTheChat.document());
    }
  }

  /** A large file of H2 stays open for a while after the last connection. */
  private static void close(Databases kind, TestDatabase database) throws SQLException {
    if (kind == Databases.H2) {
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN");
      }
    }
  }

  /** What happens before anything starts on two environments. */
  private static double lock(TestDatabase database) throws Exception {
    Set<String> environments = Set.of("env-3", "env-12");
    try (Workbench bench = new Workbench(database).open("request")) {
      EnvironmentLockRepository locks = bench.get(EnvironmentLockRepository.class);
      RequestRepository requests = bench.requests();
      return middle(
          LOCKS,
          () -> {
            long start = System.nanoTime();
            bench.in(
                () -> {
                  locks.take(environments);
                  requests.findOpenOn(environments);
                  environments.forEach(id -> requests.recentOn(id, 50));
                });
            return (System.nanoTime() - start) / 1e6;
          });
    }
  }

  private static double middle(int rounds, Callable<Double> measured) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      double time = measured.call();
      if (round >= 0) {
        times.add(time);
      }
    }
    return Times.of(times).at(0.5);
  }

  private List<String> settings(TestDatabase database) {
    return Stream.concat(
            Stream.of(
                    "teams.app-id=" + Message.APP,
                    "teams.tenant-id=" + Message.TENANT,
                    "teams.credential.client-secret=benchmark",
                    "teams.login-url=" + outside.base(),
                    "teams.openid-metadata-url=" + framework.metadata(),
                    "teams.service-hosts=127.0.0.1",
                    "teams.limits.per-sender=1000000",
                    "platform.client-id=" + Message.APP,
                    "platform.tenant-id=" + Message.TENANT,
                    "platform.credential.client-secret=benchmark",
                    "platform.login-url=" + outside.base(),
                    "platform.base-url=" + adminApi.baseUrl(),
                    "platform.dataverse-hosts=127.0.0.1",
                    "policy[0].environments=*",
                    "policy[0].approvers=" + Message.PERSON)
                .map(setting -> "--holdfast." + setting),
            database.arguments().stream())
        .toList();
  }

  private void awaitReadiness(ServerProcess holdfast) throws IOException, InterruptedException {
    URI readiness = holdfast.messages().resolve("/actuator/health/readiness");
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    HttpRequest ask = HttpRequest.newBuilder(readiness).build();
    while (http.send(ask, BodyHandlers.discarding()).statusCode() != 200) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("it does not become ready");
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** From the message to the first answer in a conversation that nobody else uses. */
  private double answered(ServerProcess holdfast, String text) {
    String conversation = "a:growth-" + ++turns;
    long start = System.nanoTime();
    callers.send(holdfast.messages(), Message.of(text, conversation, outside.serviceUrl())).join();
    while (!outside.takenAt().containsKey(conversation)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("no answer to " + text);
      }
      LockSupport.parkNanos(200_000);
    }
    return (outside.takenAt().get(conversation) - start) / 1e6;
  }
}
