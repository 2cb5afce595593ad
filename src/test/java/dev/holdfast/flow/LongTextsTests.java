package dev.holdfast.flow;

import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.TextLimit;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A thousand requests, each with as much text as people may enter, in a process with less memory
 * than operators are told to give it.
 */
@Tag("process")
class LongTextsTests {

  private static final int REQUESTS = 1_000;
  private static final int WARNINGS = 10;

  private static final List<String> COMMANDS =
      List.of(
          "help",
          "status",
          "approvals",
          "history",
          "history by Alex",
          "history awaiting approval",
          "status R-1500",
          "undo R-1500",
          "cancel R-1500",
          "environments",
          "environment Contoso UAT",
          "backups Contoso UAT",
          "why Contoso Dev from Contoso UAT",
          "backup Contoso UAT",
          "copy Contoso UAT to Contoso Dev",
          "restore Contoso UAT to Contoso Dev",
          "subscribe Contoso UAT",
          "unsubscribe",
          "freeze until tomorrow because " + "x".repeat(TextLimit.REASON.most()),
          "freeze",
          "unfreeze",
          "release",
          "doctor");

  @TempDir private Path folder;
  @AutoClose private final FakeTeams teams = FakeTeams.start();

  @AutoClose
  private final SimulatorServer simulator =
      new SimulatorServer(Clock.systemUTC(), 1, Optional.empty());

  private final FakePerson alex = teams.person("Alex Wilber");
  private final FakePerson megan = teams.person("Megan Bowen");
  private final FakeConversation chat = teams.personal(megan);

  @Test
  void everyCommandIsAnswered() {
    simulator.start(0);
    TestDatabase database =
        new TestDatabase(
            "jdbc:h2:file:"
                + folder.resolve("db")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "sa",
            "");
    fill(database);
    Map<String, Object> settings = new HashMap<>(database.properties());
    settings.put("holdfast.policy[0].environments", "*");
    settings.put("holdfast.policy[0].approvers", megan.entraId());
    Path log = folder.resolve("log");
    try (HoldfastProcess holdfast =
        HoldfastProcess.start(folder, log, simulator.baseUrl(), settings)) {
      teams.talksTo(holdfast.messages());
      chat.installs(megan);
      chat.awaitText("Holdfast");
      COMMANDS.forEach(this::asked);
      turnedToTheEnd("approvals");
      assertThat(log).content().doesNotContain("OutOfMemoryError");
    }
  }

  private void asked(String command) {
    assertThat(answerTo(command).text())
        .as(command)
        .isNotBlank()
        .doesNotContain("Something went wrong");
  }

  private FakeMessage answerTo(String command) {
    List<FakeMessage> before = chat.messages();
    chat.says(megan, command);
    return chat.awaitMessage("an answer to " + command, message -> !before.contains(message));
  }

  private void turnedToTheEnd(String command) {
    FakeMessage list = answerTo(command);
    int pages = 1;
    while (list.cardFor(megan).toString().contains("Older")) {
      String first = list.text();
      chat.clicks(megan, list, "Older ›");
      String id = list.id();
      list =
          chat.awaitMessage(
              "the next page", one -> one.id().equals(id) && !one.text().equals(first));
      pages++;
    }
    assertThat(pages).isEqualTo(REQUESTS / 10);
  }

  private void fill(TestDatabase database) {
    database.flyway().load().migrate();
    try (Workbench bench = new Workbench(database)) {
      bench.open("request", "audit");
      for (int i = 0; i < REQUESTS; i++) {
        bench.add(Request.submit(bench.requests().nextId(), details(i)));
      }
      bench.get(JdbcClient.class).sql("shutdown").update(); // the process opens the file
    }
  }

  private RequestDetails details(int number) {
    OperationSpec work = number % 2 == 0 ? restore() : backup();
    Instant now = Instant.now();
    return new RequestDetails(
        work,
        new Person(alex.entraId(), alex.name()),
        "ü".repeat(TextLimit.REASON.most()),
        Collections.nCopies(WARNINGS, new AcceptedWarning("R13", "ü".repeat(500))),
        new RequestDetails.Submission(
            "draft-" + number, BERLIN, new RequestOrigin("chat-alex", "message-1", true), now),
        Samples.terms(work, 1, List.of(megan.entraId()), now.plus(Duration.ofDays(1))));
  }
}
