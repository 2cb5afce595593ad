package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.audit.RecordLook;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must be true after any number of kills, by the books of those outside. */
final class Ledger {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestDatabase database;
  private final JdbcClient jdbc;

  Ledger(TestDatabase database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database.dataSource());
  }

  /** One stored request. */
  record Entry(String id, String state, String affected, JsonNode body) {

    boolean isBackup() {
      return body.at("/terms/work/kind").asString("").equals("backup");
    }

    @Override
    public String toString() {
      return id + " " + state;
    }

    /** Of the backup that is asked for, or of the one before a restore. */
    Stream<String> labels() {
      return Stream.of("/terms/work/label", "/safetyBackup/label")
          .map(path -> body.at(path).asString(""))
          .filter(label -> !label.isEmpty());
    }
  }

  List<Entry> requests() {
    return jdbc.sql("select id, state, affected_id, body from requests order by id")
        .query(
            (row, number) ->
                new Entry(
                    "R-" + row.getLong("id"),
                    row.getString("state"),
                    row.getString("affected_id"),
                    JSON.readTree(row.getString("body"))))
        .list();
  }

  /** The process that is at the request of a call, by the call's path; empty if none is. */
  String hands(String path) {
    return jdbc.sql(
            """
            select picked_by from scheduled_tasks join requests on task_instance = 'R-' || id
            where task_name = 'drive-request' and picked and state in ('STARTING', 'SAFETY_BACKUP')
              and position(affected_id in :path) > 0
            """)
        .param("path", path)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Waits until nothing is left to be done or told, also while the database goes and comes. */
  void awaitRest() {
    await("everything to be done and told")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(DataAccessResourceFailureException.class)
        .untilAsserted(
            () -> {
              assertThat(requests()).extracting(Entry::state).containsOnly("SUCCEEDED");
              assertThat(jdbc.sql("select * from outbox").query().listOfRows()).isEmpty();
              assertThat(tasks()).isEmpty();
            });
  }

  /** What is not at its end, with the id of the request. */
  List<String> open() {
    return Stream.of(
            requests().stream()
                .filter(entry -> !entry.state().equals("SUCCEEDED"))
                .map(entry -> entry + " " + entry.body()),
            jdbc.sql("select * from outbox").query().listOfRows().stream()
                .map(row -> "R-" + row.get("request_id") + " " + row),
            tasks().stream())
        .flatMap(lines -> lines)
        .toList();
  }

  private List<String> tasks() {
    return jdbc.sql(
            """
            select task_name || ' ' || task_instance from scheduled_tasks
            where task_name in ('drive-request', 'deliver-notice', 'answer-message', 'answer-click', 'answer-submit')
            """)
        .query(String.class)
        .list();
  }

  /** How many orders the service has accepted. */
  int accepted(JsonNode record) {
    return orders(record).size();
  }

  private static List<JsonNode> orders(JsonNode record) {
    return record
        .path("orders")
        .valueStream()
        .filter(order -> order.path("accepted").asBoolean())
        .toList();
  }

  /** Each request was ordered once, and nothing else was. */
  void isCalledOnceForEach(JsonNode record) {
    List<JsonNode> orders = orders(record);
    assertThat(orders)
        .filteredOn(order -> order.path("kind").asString().equals("backup"))
        .extracting(order -> order.at("/body/Label").asString())
        .containsExactlyInAnyOrderElementsOf(requests().stream().flatMap(Entry::labels).toList());
    assertThat(
            counted(
                orders.stream()
                    .filter(order -> order.path("kind").asString().equals("restore"))
                    .map(order -> order.path("environment").asString())
                    .toList()))
        .isEqualTo(
            counted(
                requests().stream()
                    .filter(entry -> !entry.isBackup())
                    .map(Entry::affected)
                    .toList()));
  }

  /** Every version of every request stands in the audit once, and the chain of seals is whole. */
  void isAuditedWhole() {
    CheckResult verdict = RecordLook.at(database);
    assertThat(verdict.sentence()).startsWith("All ");
    assertThat(verdict.state()).isEqualTo(CheckStatus.OK);
  }

  /**
   * Every notice is seen in every place, and none twice but those of which Holdfast has said that
   * they may be.
   *
   * @param printed all that the processes said
   */
  void isToldOnce(List<FakeConversation> places, String printed) {
    for (Entry entry : requests()) {
      long extra = 0;
      List<FakeMessage> seen = new ArrayList<>();
      for (FakeConversation place : places) {
        List<FakeMessage> told =
            place.messages().stream()
                .filter(message -> Asker.concerns(message, entry.id()))
                .toList();
        seen.addAll(told);
        Map<String, Long> kinds = counted(told.stream().map(Ledger::kind).toList());
        if (!told.isEmpty()) {
          assertThat(kinds.keySet()).as("told of %s", entry).anyMatch(Ledger::isTheEnd);
        }
        extra += kinds.values().stream().mapToLong(times -> times - 1).sum();
      }
      assertThat(extra)
          .as("messages of %s that are there once more, of %s", entry.id(), seen)
          .isLessThanOrEqualTo(admitted(entry.id(), printed));
    }
  }

  private static long admitted(String request, String printed) {
    return printed
        .lines()
        .filter(line -> line.contains(" of " + request + " may have reached "))
        .count();
  }

  /** Of a notice its title, below the request's id. */
  private static String kind(FakeMessage message) {
    String[] lines = message.text().split("\n");
    return lines[0].startsWith("R-") ? lines[1] : "the card";
  }

  private static boolean isTheEnd(String title) {
    return title.endsWith("is restored") || title.endsWith("is backed up");
  }

  private static Map<String, Long> counted(List<String> words) {
    return words.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
