package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A series, from the typed words to its last run. It's Friday, 11:00 in Berlin. */
class SeriesFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: "*", approvals: 0}
          overwritten: {request: %1$s, approve: %2$s, expires-after: 2d, safety-backup: none}
          held: {request: %1$s, approve: %2$s, approvals: 1}
      may-freeze: %2$s
      """;

  @TempDir private Path folder;
  private final TestDatabase database = Databases.H2.fresh();

  @Override
  Map<String, Object> settings() {
    return new LinkedHashMap<>(
        under(
            write(
                folder.resolve("policy.yaml"), POLICY.formatted(alex.entraId(), megan.entraId()))));
  }

  private void begin() {
    start(database, Map.of("holdfast.series.failures", "2"));
    install();
  }

  /** Every day at 02:00, from the command to Megan's approval. */
  private void nightly() {
    alexChat.says(alex, "backup Contoso UAT Nightly {date} {number} every day 02:00 until 24 Nov");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "backup.submit"));
    assertThat(form.card().toString())
        .contains("every day 02:00 Europe/Berlin until 2026-11-24", "Nightly {date} {number}")
        .contains("Every day at 02:00 (Europe/Berlin), 4 runs: the first on Sat 21 Nov 2026");
    alexChat.clicks(alex, form, "backup.submit", Map.of());
    FakeMessage asked = meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    assertThat(asked.text())
        .contains("Approve this series?", "Every day at 02:00 (Europe/Berlin)", "4 runs")
        .contains("Nightly {date} {number}");
    meganChat.clicks(megan, asked, "request.approve", Map.of());
    alexChat.awaitText("S-1001 is approved. Its next run is planned for Sat 21 Nov 2026, 02:00");
  }

  @Test
  void eachRunIsARequestOfItsOwnWithTheApprovalOfTheSeries() {
    begin();
    nightly();
    assertThat(backupCalls()).isZero();
    pass(Duration.ofHours(16));
    assertThat(backupCalls()).isEqualTo(1);
    alexChat.says(alex, "status R-1002");
    FakeMessage run = alexChat.awaitText("Nightly 2026-11-21 1");
    assertThat(run.text()).contains("R-1002", "Megan Bowen");
    pass(Duration.ofHours(24));
    assertThat(backupCalls()).isEqualTo(2);
    alexChat.says(alex, "series");
    alexChat.awaitText("S-1001: backup of Contoso UAT. Active. Next run");
    pass(Duration.ofDays(4));
    assertThat(backupCalls()).isEqualTo(4);
    alexChat.awaitText("S-1001 has had its last run");
    alexChat.says(alex, "series S-1001");
    assertThat(alexChat.awaitText("Last runs").text())
        .contains("Ended at", "R-1002 succeeded", "R-1005 succeeded");
  }

  @Test
  void whatIsSkippedOrPausedDoesNotRunAndWhatIsResumedGoesOn() {
    begin();
    nightly();
    pass(Duration.ofHours(4));
    meganChat.says(megan, "skip S-1001");
    assertThat(meganChat.awaitText("The next run is skipped").text()).contains("Skipped (R-1002)");
    pass(Duration.ofHours(12));
    assertThat(backupCalls()).isZero();
    alexChat.says(alex, "series S-1001");
    FakeMessage card = alexChat.awaitMessage("the series", m -> offers(m, "series.pause"));
    alexChat.clicks(alex, card, "series.pause", Map.of());
    card = alexChat.awaitMessage("paused", m -> offers(m, "series.resume"));
    assertThat(card.text()).contains("Paused by Alex Wilber", "R-1002");
    pass(Duration.ofHours(24));
    assertThat(backupCalls()).isZero();
    alexChat.clicks(alex, card, "series.resume", Map.of());
    alexChat.awaitText("The series goes on with its next run");
    pass(Duration.ofHours(24));
    assertThat(backupCalls()).isEqualTo(1);
    alexChat.says(alex, "end S-1001");
    alexChat.awaitText("Ended by Alex Wilber");
    pass(Duration.ofHours(36));
    assertThat(backupCalls()).isEqualTo(1);
  }

  /** Every day at 02:00, from the command to Megan's approval. */
  private void nightlyRefresh() {
    alexChat.says(alex, "refresh Contoso Dev from Contoso UAT every day 02:00 for 9 runs minimal");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "copy.review"));
    assertThat(form.card().toString()).contains("every day 02:00 Europe/Berlin until 2026-11-29");
    alexChat.clicks(alex, form, "copy.review", Map.of("reason", "fresh code"));
    FakeMessage review = alexChat.awaitMessage("the review", m -> offers(m, "copy.submit"));
    assertThat(review.text()).contains("Every day at 02:00 (Europe/Berlin)", "9 runs");
    alexChat.clicks(alex, review, "copy.submit", Map.of("confirm", "Contoso Dev"));
    FakeMessage asked = meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    assertThat(asked.text()).contains("Approve this series?", "9 runs");
    meganChat.clicks(megan, asked, "request.approve", Map.of());
    alexChat.awaitText("S-1001 is approved.");
  }

  @Test
  void aRefreshRunsTwiceIsSkippedOnceAndPausesAfterFailuresInARow() {
    begin();
    nightlyRefresh();
    pass(Duration.ofDays(2));
    assertThat(calls("copy")).isEqualTo(2);
    alexChat.says(alex, "skip S-1001");
    alexChat.awaitText("The next run is skipped");
    pass(Duration.ofDays(1));
    assertThat(calls("copy")).isEqualTo(2);
    goesWrong("Contoso Dev", "restore-fails");
    pass(Duration.ofDays(4));
    assertThat(calls("copy")).isEqualTo(4);
    alexChat.awaitText("S-1001 is paused because too many of its runs in a row failed");
    alexChat.says(alex, "series S-1001");
    FakeMessage card = alexChat.awaitMessage("the series", m -> offers(m, "series.resume"));
    assertThat(card.text()).contains("because too many runs in a row failed", "didn't succeed");
  }

  @Test
  void aChangeNeedsAnApprovalAndTheOldTermsGoOnUntilThen() {
    begin();
    nightly();
    alexChat.says(alex, "series S-1001");
    FakeMessage card = alexChat.awaitMessage("the series", m -> offers(m, "seriesform.open"));
    alexChat.clicks(alex, card, "seriesform.open", Map.of());
    FakeMessage form =
        alexChat.awaitMessage(
            "the form", m -> offers(m, "backup.submit") && m.text().contains("Repeat"));
    alexChat.clicks(
        alex,
        form,
        "backup.submit",
        Map.of("repeat", "every day 03:00 Europe/Berlin until 2026-11-22", "label", "Later"));
    FakeMessage asked =
        meganChat.awaitMessage(
            "the approval", m -> offers(m, "request.approve") && m.text().contains("Later"));
    assertThat(asked.text()).contains("Changes", "S-1001");
    pass(Duration.ofHours(20));
    assertThat(backupCalls()).isEqualTo(1);
    meganChat.clicks(megan, asked, "request.approve", Map.of());
    alexChat.awaitText("S-1001 is approved. Its next run is planned for Sun 22 Nov 2026, 03:00");
    pass(Duration.ofDays(3));
    assertThat(backupCalls()).isEqualTo(2);
    alexChat.awaitText("S-1001 has had its last run");
  }

  private void goesWrong(String environment, String kind) {
    String id =
        holdfast().get(EnvironmentCatalog.class).all().subjects().stream()
            .filter(one -> one.name().equals(environment))
            .map(EnvironmentProfile::id)
            .findFirst()
            .orElseThrow();
    String body =
        "{\"environment\":\"%s\",\"faults\":[{\"kind\":\"%s\",\"times\":9}]}".formatted(id, kind);
    HttpRequest order =
        HttpRequest.newBuilder(simulator.baseUrl().resolve("/simulator/faults"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(HttpClient.newHttpClient().sendAsync(order, BodyHandlers.discarding()).join())
        .extracting(HttpResponse::statusCode)
        .isEqualTo(204);
  }
}
