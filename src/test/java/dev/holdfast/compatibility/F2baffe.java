package dev.holdfast.compatibility;

import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.Goldens;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.SteppedHoldfast;
import dev.holdfast.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What commit f2baffe left behind when it was stopped: its database, the messages in Teams, and the
 * admin API's world; see the README beside the files.
 */
final class F2baffe implements AutoCloseable {

  /** {@code utf8('…')}, which each database calls otherwise. */
  private static final String TEXT_AS_BYTES = "utf8\\(('[^']*+(?:''[^']*+)*+')\\)";

  private static final String FOLDER = "f2baffe/";

  /** The newest migration of that commit. */
  private static final String MIGRATION = "10";

  final SettableClock clock = new SettableClock(Instant.parse(read("now.txt").get(0)));
  final FakeTeams teams = FakeTeams.start();
  final FakePerson alex = teams.person("Alex Wilber", "Europe/Berlin");
  final FakePerson megan = teams.person("Megan Bowen", "America/New_York");
  final FakePerson adele = teams.person("Adele Vance", "Asia/Kathmandu");
  final FakeConversation alexChat = teams.personal(alex);
  final FakeConversation meganChat = teams.personal(megan);
  final FakeConversation adeleChat = teams.personal(adele);
  final FakeConversation approvers = teams.channel("Finance operations", "Approvals");
  final FakeConversation releases = teams.channel("Releases", "Releases");
  final FakeConversation closed = teams.channel("Releases", "Closed");
  final FakeConversation group = teams.group("Go-live");
  final SimulatorServer simulator;
  private final TestDatabase database;

  F2baffe(Databases databases) {
    simulator = new SimulatorServer(clock, 1, Optional.of(world()), 69);
    simulator.start(0);
    closed.blocks();
    JsonMapper json = JsonMapper.builder().build();
    for (String line : read("messages.jsonl")) {
      JsonNode message = json.readTree(here(line));
      teams.has(
          message.path("id").asString(),
          message.path("conversation").asString(),
          message.path("activity"));
    }
    database = databases.empty();
    load();
  }

  private static List<String> read(String file) {
    return Goldens.read(FOLDER + file);
  }

  private static Path world() {
    try {
      Path copy = Files.createTempDirectory("f2baffe").resolve("world.json");
      Files.write(copy, read("world.json"));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load() {
    database.flyway().target(MIGRATION).load().migrate();
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    boolean h2 = database.url().startsWith("jdbc:h2:");
    String bytes = h2 ? "stringtoutf8($1)" : "convert_to($1, 'UTF8')";
    for (String line : read("database.sql")) {
      if (!line.startsWith("--")) {
        String statement = line.substring(0, line.length() - 1);
        jdbc.execute(here(statement).replaceAll(TEXT_AS_BYTES, bytes));
      }
    }
  }

  /** Addresses as they are in this run. */
  private String here(String text) {
    return text.replace("http://127.0.0.1:11111", simulator.baseUrl().toString())
        .replace("http://127.0.0.1:22222/connector", teams.serviceUrl());
  }

  /** Starts today's Holdfast on it. */
  SteppedHoldfast start() {
    SteppedHoldfast holdfast =
        SteppedHoldfast.start(database, simulator.baseUrl(), clock, settings());
    teams.talksTo(holdfast.messages());
    return holdfast;
  }

  private Map<String, Object> settings() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("holdfast.policy[0].environments", "Wingtip Berlin UAT");
    all.put("holdfast.policy[0].approvers", megan.entraId() + "," + adele.entraId());
    all.put("holdfast.policy[0].approvals", 2);
    all.put("holdfast.policy[0].safety-backup", "none");
    all.put("holdfast.policy[1].environments", "Tailspin*");
    all.put("holdfast.policy[1].approvers", megan.entraId());
    all.put("holdfast.policy[1].safety-backup", "required");
    all.put("holdfast.policy[2].environments", "*");
    all.put("holdfast.policy[2].approvers", megan.entraId());
    all.put("holdfast.policy[2].safety-backup", "none");
    all.put("holdfast.notices.approvers-channel", approvers.id());
    // Beside these, what is set below under earlier names would not count.
    all.put("holdfast.admin-api.poll-interval", Optional.empty());
    all.put("holdfast.execution.retry-interval", Optional.empty());
    all.put("holdfast.platform.poll-interval", "5m");
    all.put("holdfast.platform.backup-usable-after", "15m");
    all.put("holdfast.platform.catalogue-ttl", "1m");
    all.put("holdfast.execution.retry-after", "5m");
    // The simulator lists what it lists late after half an hour.
    all.put("holdfast.execution.listing-grace", "45m");
    all.put("holdfast.execution.lost-after", "6h");
    all.put("holdfast.execution.verify-within", "2h");
    return all;
  }

  /** How often what was ordered of the admin API on each environment, and taken. */
  List<String> orders() {
    JsonNode record = JsonMapper.builder().build().readTree(simulated("record"));
    Map<String, Long> counted =
        record
            .path("orders")
            .valueStream()
            .filter(order -> order.path("accepted").asBoolean())
            .filter(order -> !order.path("kind").asString().equals("validation"))
            .map(
                order -> order.path("environment").asString() + " " + order.path("kind").asString())
            .collect(Collectors.groupingBy(order -> order, Collectors.counting()));
    return counted.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
  }

  private String simulated(String what) {
    URI address = simulator.baseUrl().resolve("/simulator/" + what);
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where it left what it had stored. */
  TestDatabase database() {
    return database;
  }

  JdbcTemplate jdbc() {
    return new JdbcTemplate(database.dataSource());
  }

  @Override
  public void close() {
    simulator.close();
    teams.close();
  }
}
