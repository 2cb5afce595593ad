package dev.holdfast.operation.restore;

import static dev.holdfast.chat.ChatBench.choices;
import static dev.holdfast.chat.ChatBench.errors;
import static dev.holdfast.chat.ChatBench.filledIn;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.card.Card;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.operation.backup.BackupForm;
import dev.holdfast.operation.draft.DraftRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The form of a restore, what is wrong with it, and its review. */
class RestoreReviewTests {

  private static final String GROUP = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
  private static final String NO_GROUP = "00000000-0000-0000-0000-000000000000";

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void aGoodFormIsReviewed() {
    assertThat(text(bench.review(filledIn())))
        .contains(
            "restore.submit",
            "19 Nov 2026, 18:00 (Europe/Berlin)",
            "needs 1 approval",
            "1 person can approve it");
  }

  @Test
  void whatIsMissingIsSaidAtItsInput() {
    assertThat(errors(bench.review(with(filledIn(), "target", "")))).containsOnlyKeys("target");
    assertThat(errors(bench.review(with(filledIn(), "date", "")))).containsOnlyKeys("date");
    assertThat(errors(bench.review(with(filledIn(), "time", "")))).containsOnlyKeys("time");
    assertThat(errors(bench.review(with(filledIn(), "date", "20.11.")))).containsOnlyKeys("date");
    backups(1);
    assertThat(errors(bench.review(with(filledIn(), "pointKind", "backup"))))
        .containsOnlyKeys("backup");
  }

  @Test
  void whatWasFilledInStays() {
    String form = text(bench.review(with(with(filledIn(), "time", ""), "targetName", "Dev 2")));
    assertThat(form).contains("\"2026-11-19\"", "fresh data", "Dev 2", DEV.id());
  }

  @Test
  void aSecurityGroupIsAnObjectIdOrNothing() {
    for (String typed : new String[] {"Testers", "{}", "3f2504e0", NO_GROUP, GROUP + "0"}) {
      assertThat(errors(bench.review(with(filledIn(), "securityGroup", typed))))
          .as(typed)
          .containsOnlyKeys("securityGroup");
    }
    for (String typed : new String[] {GROUP, " {" + GROUP.toUpperCase(Locale.ROOT) + "} "}) {
      assertThat(text(bench.review(with(filledIn(), "securityGroup", typed))))
          .as(typed)
          .contains("restore.submit", "\"Security group\",\"value\":\"" + GROUP);
    }
  }

  @Test
  void aWrongSecurityGroupStaysInTheFormToBeMended() {
    String form = text(bench.review(with(filledIn(), "securityGroup", "Testers")));
    assertThat(form).contains("\"id\":\"securityGroup\"", "\"value\":\"Testers\"");
  }

  @Test
  void aNameThatNoInputOfOursTakesIsNotReviewed() {
    assertThat(errors(bench.review(with(filledIn(), "targetName", "x".repeat(101)))))
        .containsOnlyKeys("targetName");
  }

  @Test
  void noNewNameIsStoredAsNone() {
    for (String name : new String[] {"", DEV.displayName()}) {
      Card review = bench.review(with(filledIn(), "targetName", name));
      assertThat(text(review)).doesNotContain("New name");
      assertThat(work(review).targetName()).isEmpty();
    }
    Card renamed = bench.review(with(filledIn(), "targetName", "Dev 2"));
    assertThat(text(renamed)).contains("New name");
    assertThat(work(renamed).targetName()).isEqualTo("Dev 2");
  }

  @Test
  void aNameThatIsTakenCannotBeSubmitted() {
    Card review = bench.review(with(filledIn(), "targetName", UAT.displayName()));
    assertThat(text(review))
        .contains("is already named Contoso UAT")
        .doesNotContain("restore.submit");
  }

  @Test
  void aReviewWithoutAReasonIsNone() {
    assertThat(errors(bench.review(with(filledIn(), "reason", " ")))).containsOnlyKeys("reason");
  }

  private RestoreSpec work(Card review) {
    return (RestoreSpec)
        bench.bench.get(DraftRepository.class).find(ChatBench.draftIn(review)).orElseThrow().work();
  }

  @Test
  void anHourThatTheClocksSkipIsNoTime() {
    bench.bench.clock.advance(Duration.between(NOW, Instant.parse("2027-03-28T10:00:00Z")));
    Map<String, String> skipped = with(with(filledIn(), "date", "2027-03-28"), "time", "02:30");
    assertThat(errors(bench.review(skipped))).containsOnlyKeys("time");
  }

  @Test
  void aTimeToComeIsNoRestorePoint() {
    assertThat(errors(bench.review(with(filledIn(), "date", "2026-11-21"))))
        .containsOnlyKeys("time");
  }

  @Test
  void aBackupIsRestoredToTheSecondAfterItWasMade() {
    backups(1);
    Card review = bench.review(with(with(filledIn(), "pointKind", "backup"), "backup", "backup-0"));
    assertThat(text(review)).contains("Manual backup “Backup 0”");
    RestoreSpec work =
        (RestoreSpec)
            bench
                .bench
                .get(DraftRepository.class)
                .find(ChatBench.draftIn(review))
                .orElseThrow()
                .work();
    assertThat(work.point()).isEqualTo(NOW.minus(Duration.ofHours(1)).plusSeconds(1));
    assertThat(work.backupLabel()).contains("Backup 0");
  }

  @Test
  void aBackupThatIsGoneIsSaidAtItsInput() {
    backups(1);
    Map<String, String> data = with(with(filledIn(), "pointKind", "backup"), "backup", "gone");
    assertThat(errors(bench.review(data)))
        .containsOnlyKeys("backup")
        .containsValue("This backup no longer exists. Choose another one.");
  }

  @Test
  void withoutBackupsTheFormAsksForAnInstantOnly() {
    Map<String, String> data = with(with(filledIn(), "pointKind", "backup"), "backup", "gone");
    Card form = bench.review(data);
    assertThat(choices(form, "pointKind")).isEmpty();
    assertThat(text(form)).contains("no longer exists", "\"pointKind\":\"instant\"");
  }

  @Test
  void aFormOffersAPageOfTargetsAndSaysHowManyThereAre() {
    environments(60);
    Card form = form(with(filledIn(), "target", ""));
    assertThat(choices(form, "target")).hasSize(25);
    assertThat(text(form)).contains("The list shows 25 of 62 possible targets");
  }

  @Test
  void aChosenTargetBeyondThePageIsOffered() {
    environments(60);
    Card form = form(with(filledIn(), "target", "env-59"));
    assertThat(choices(form, "target")).hasSize(26).contains("env-59");
  }

  @Test
  void aChosenSourceBeyondThePageIsOffered() {
    environments(60);
    Card form = bench.bench.get(BackupForm.class).form("env-59", "", "", ChatBench.ALEX);
    assertThat(choices(form, "source")).hasSize(26).contains("env-59");
  }

  @Test
  void aChosenBackupBeyondThePageIsOffered() {
    backups(40);
    Card form = form(with(with(filledIn(), "pointKind", "backup"), "backup", "backup-39"));
    assertThat(choices(form, "backup")).contains("backup-39");
  }

  @Test
  void whatMayNotBeTheTargetIsNotOffered() {
    bench.api.put("env-prod", "Contoso Live", "Ready", "Enabled", "Production");
    Card form = form(filledIn());
    assertThat(choices(form, "target")).contains(DEV.id()).doesNotContain("env-prod");
    assertThat(text(form)).contains("listed because a rule excludes", "why.show");
  }

  @Test
  void aSourceThatIsNotThereIsAskedForAgain() {
    Card form = form(with(filledIn(), "source", "env-gone"));
    assertThat(choices(form, "source")).contains(UAT.id());
    assertThat(text(form)).contains("\"target\":\"" + DEV.id() + "\"");
  }

  private Card form(Map<String, String> data) {
    return bench.bench.get(RestoreForm.class).form(RestoreFormInput.of(data), ChatBench.ALEX);
  }

  private void environments(int number) {
    IntStream.range(0, number)
        .forEach(
            i ->
                bench.api.put(
                    "env-%02d".formatted(i),
                    "Sandbox %02d".formatted(i),
                    "Ready",
                    "Enabled",
                    "Sandbox"));
  }

  /** Each a bit more than a second-exact hour old, the newest first. */
  private void backups(int number) {
    List<Backup> backups =
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    new Backup(
                        "backup-" + i,
                        "Backup " + i,
                        Optional.empty(),
                        NOW.minus(Duration.ofHours(i + 1)).plusMillis(250),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    bench.api.backups.addAll(backups);
  }
}
