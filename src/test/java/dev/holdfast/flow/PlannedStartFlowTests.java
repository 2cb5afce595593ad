package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is approved now for later, from the typed words to its end. It's Friday, 11:00 in Berlin.
 */
class PlannedStartFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: "*", approvals: 0}
          overwritten: {request: %1$s, approve: %2$s, expires-after: 2d, safety-backup: %3$s}
          held: {request: "*", approvals: 0}
      may-freeze: %2$s
      """;

  @TempDir private Path folder;
  private final TestDatabase database = Databases.H2.fresh();
  private String safetyBackup = "none";

  @Override
  Map<String, Object> settings() {
    return new LinkedHashMap<>(
        under(
            write(
                folder.resolve("policy.yaml"),
                POLICY.formatted(alex.entraId(), megan.entraId(), safetyBackup))));
  }

  private void begin() {
    start(database, Map.of());
    install();
  }

  private FakeMessage form(String command, String verb) {
    alexChat.says(alex, command);
    return alexChat.awaitMessage("the form", m -> offers(m, verb));
  }

  /** Of a refresh tonight, from the command to the request's card. */
  private FakeMessage refreshTonight() {
    FakeMessage form = form("refresh Contoso Dev from Contoso UAT minimal tonight", "copy.review");
    assertThat(form.card().toString()).contains("2026-11-20 22:00 UTC+01:00", "\"PT1H\"");
    alexChat.clicks(alex, form, "copy.review", Map.of("reason", "fresh code"));
    FakeMessage review = alexChat.awaitMessage("the review", m -> offers(m, "copy.submit"));
    assertThat(review.text())
        .contains(
            "Planned start", "Fri 20 Nov 2026, 22:00 (Europe/Berlin)", "Starts until", "23:00");
    alexChat.clicks(alex, review, "copy.submit", Map.of("confirm", "Contoso Dev"));
    return alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(review.id()) && m.text().contains("R-1001"));
  }

  private FakeMessage approveTonight() {
    FakeMessage request = refreshTonight();
    FakeMessage asked = meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    assertThat(asked.text())
        .contains("Planned start", "Fri 20 Nov 2026, 22:00 (Europe/Berlin)", "Starts until");
    meganChat.clicks(megan, asked, "request.approve", Map.of());
    alexChat.awaitText("Megan Bowen approved");
    return request;
  }

  @Test
  void whatIsApprovedNowForTonightStartsThenAndOnce() {
    begin();
    FakeMessage request = approveTonight();
    assertThat(alexChat.awaitText("Megan Bowen approved").text())
        .contains("It starts at Fri 20 Nov 2026, 22:00 (Europe/Berlin)");
    alexChat.says(alex, "status");
    alexChat.awaitText("Approved · starts Fri 20 Nov 2026, 22:00");
    pass(Duration.ofHours(10).plusMinutes(59));
    assertThat(calls("copy")).isZero();
    pass(Duration.ofMinutes(3));
    alexChat.awaitText("is copied to Contoso Dev");
    assertThat(calls("copy")).isEqualTo(1);
    pass(Duration.ofHours(3));
    assertThat(calls("copy")).isEqualTo(1);
    alexChat.awaitMessage(
        "the card", m -> m.id().equals(request.id()) && m.text().contains("Succeeded"));
  }

  @Test
  void aDowntimeOverItsTimeIsMadeUpForWithinTheGracePeriod() {
    begin();
    approveTonight();
    stop();
    simulated.advance(Duration.ofHours(11).plusMinutes(50));
    start(database, Map.of());
    pass(Duration.ofMinutes(5));
    alexChat.awaitText("is copied to Contoso Dev");
    assertThat(calls("copy")).isEqualTo(1);
  }

  @Test
  void afterALongerDowntimeItHasMissedItsStart() {
    begin();
    FakeMessage request = approveTonight();
    stop();
    simulated.advance(Duration.ofHours(12).plusMinutes(5));
    start(database, Map.of());
    pass(Duration.ofHours(1));
    alexChat.awaitText("R-1001 missed its start");
    meganChat.awaitText("R-1001 missed its start");
    alexChat.awaitMessage(
        "the card",
        m ->
            m.id().equals(request.id())
                && m.text().contains("Missed its start")
                && m.text().contains("Nothing was started."));
    alexChat.says(alex, "history missed");
    alexChat.awaitText("R-1001");
    assertThat(calls("copy")).isZero();
  }

  @Test
  void aFreezeIsWaitedForAndALongerOneIsNot() {
    begin();
    approveTonight();
    meganChat.says(megan, "freeze Contoso Dev until 2026-11-20 16:30 because of the release");
    meganChat.awaitText("Contoso Dev is frozen until");
    pass(Duration.ofHours(11).plusMinutes(15));
    assertThat(calls("copy")).isZero();
    alexChat.awaitText("Frozen by Megan Bowen");
    pass(Duration.ofMinutes(20));
    alexChat.awaitText("is copied to Contoso Dev");
    assertThat(calls("copy")).isEqualTo(1);
  }

  @Test
  void whatIsCanceledWhileItWaitsDoesNotStart() {
    begin();
    FakeMessage request = approveTonight();
    alexChat.says(alex, "cancel R-1001");
    alexChat.awaitMessage(
        "the card", m -> m.id().equals(request.id()) && m.text().contains("Canceled"));
    pass(Duration.ofHours(14));
    assertThat(calls("copy")).isZero();
    assertThat(alexChat.messages()).noneMatch(m -> m.text().contains("missed its start"));
  }

  @Test
  void aStricterPolicyCountsAtTheStart() {
    begin();
    approveTonight();
    safetyBackup = "required";
    start(database, Map.of());
    pass(Duration.ofHours(12));
    alexChat.awaitText("R-1001 wasn't started");
    assertThat(calls("copy")).isZero();
    assertThat(backupCalls()).isZero();
  }

  @Test
  void whatNobodyApprovesInTimeExpires() {
    begin();
    refreshTonight();
    pass(Duration.ofHours(12).plusMinutes(5));
    alexChat.awaitText("Nobody decided before its planned start");
    assertThat(calls("copy")).isZero();
  }

  @Test
  void aBackupCanBePlannedAndAnUnclearTimeIsAskedBack() {
    begin();
    FakeMessage form = form("backup Contoso UAT before go-live at Sunday 21:00", "backup.submit");
    assertThat(form.card().toString()).contains("2026-11-22 21:00 UTC+01:00");
    alexChat.clicks(alex, form, "backup.submit", Map.of("start", "Sunday"));
    FakeMessage again = alexChat.awaitText("names a day. Enter the time too");
    alexChat.clicks(alex, again, "backup.submit", Map.of("start", "in 2 hours", "grace", "PT15M"));
    alexChat.awaitText("Planned start");
    pass(Duration.ofMinutes(110));
    assertThat(backupCalls()).isZero();
    pass(Duration.ofMinutes(15));
    assertThat(backupCalls()).isEqualTo(1);
  }

  @Test
  void aRestorePointThatIsGoneByThenIsRed() {
    begin();
    FakeMessage form =
        form("restore Contoso UAT to Contoso Dev at 6 days ago start in 2 days", "restore.review");
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data"));
    FakeMessage review =
        alexChat.awaitMessage(
            "the review", m -> m.id().equals(form.id()) && m.text().contains("no longer include"));
    assertThat(offers(review, "restore.submit")).isFalse();
  }

  @Test
  void whatOthersHavePlannedThereIsShownAtTheReview() {
    begin();
    approveTonight();
    FakeMessage form =
        form("restore Contoso UAT to Contoso Dev at 2 hours ago start tonight", "restore.review");
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data"));
    alexChat.awaitMessage(
        "the review",
        m -> m.id().equals(form.id()) && m.text().contains("R-1001 is planned to start on"));
  }
}
