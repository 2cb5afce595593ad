package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A change of the backup retention from the typed command to the notice, over HTTP. */
class RetentionFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: All
          environments: all
          data-leaves: {request: "*", approve: %1$s, approvals: 0}
          overwritten: {request: "*", approve: %1$s}
          held: {request: "*"}
          recovery-changed: {request: "*", approve: %1$s}
      """;

  private static final String PORTAL = "Contoso Portal";

  @TempDir private Path folder;

  @Override
  Map<String, Object> settings() {
    return under(write(folder.resolve("policy.yaml"), POLICY.formatted(megan.entraId())));
  }

  private void start(Choice api, Object... more) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("holdfast.admin-api.api", api);
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i].toString(), more[i + 1]);
    }
    start(Databases.H2.fresh(), settings);
    install();
  }

  @ParameterizedTest
  @EnumSource(names = "PPAPI", mode = EnumSource.Mode.EXCLUDE)
  void aShorterRetentionIsOrderedOnceAndReadBack(Choice api) {
    start(api);
    FakeMessage review = review("retention Contoso Portal 7 days", "retention.submit");
    assertThat(review.text())
        .contains("What will be lost", "Contoso Portal can no longer be restored to a time before")
        .contains("1 manual backup will be deleted: Before the new design.")
        .contains("No open request needs an older restore point.")
        .doesNotContain("Before the summer sale");
    submit(review);
    FakeMessage approval = approval("R-1001");
    assertThat(approval.text())
        .contains("Approve this change of the backup retention?", "7 days", "28 days")
        .contains("1 manual backup will be deleted: Before the new design.");
    assertThat(calls("edit")).isZero();
    meganChat.clicks(megan, approval, "request.approve", Map.of());

    FakeMessage notice = alexChat.awaitText("Backups of Contoso Portal are kept for 7 days");
    assertThat(notice.text()).contains("It can take up to 24 hours", "type undo R-1001");
    assertThat(calls("edit")).isEqualTo(1);
    assertOrderedThrough(api, AdminApiFlavor.BAP);
    alexChat.says(alex, "history Contoso Portal");
    alexChat.awaitText("backup retention of 7 days for Contoso Portal");

    FakeMessage form = form("undo R-1001");
    assertThat(form.text()).contains("Change the backup retention");
    FakeMessage back = review(form, "retention.submit", Map.of());
    assertThat(back.text()).contains("28 days", "Backups that have expired don't come back.");
    submit(back);
    meganChat.clicks(megan, approval("R-1002"), "request.approve", Map.of());
    alexChat.awaitText("Backups of Contoso Portal are kept for 28 days");
    assertThat(calls("edit")).isEqualTo(2);
  }

  @Test
  void overAnApiThatHasNoCallForItNobodySubmitsIt() {
    start(Choice.PPAPI);
    FakeMessage form = form("retention Contoso Portal 7 days");
    assertThat(form.text()).contains("can't change the backup retention");
    FakeMessage review = review(form, "retention.form", Map.of());
    assertThat(review.text()).contains("can't change the backup retention");
    assertThat(offers(review, "retention.submit")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Contoso Production, has finance and operations apps",
    "Contoso Sales, isn't a production environment",
    "Contoso Portal, are already kept for 28 days"
  })
  void whereItHasNoEffectNobodySubmitsIt(String environment, String why) {
    start(Choice.BOTH);
    FakeMessage review = review("retention %s 28 days".formatted(environment), "retention.form");
    assertThat(review.text()).contains(why);
    assertThat(offers(review, "retention.submit")).isFalse();
  }

  @Test
  void anUnknownPeriodIsAskedForAgain() {
    start(Choice.BOTH);
    assertThat(form("keep backups of Contoso Portal for 10 days").text())
        .contains("Backups can be kept for 7, 14, 21, or 28 days.");
  }

  @Test
  void anotherRetentionThanTheOneThatWasApprovedVoidsIt() {
    start(Choice.BOTH);
    submit(review("retention Contoso Portal 7 days", "retention.submit"));
    submit(review("retention Contoso Portal 14 days", "retention.submit"));
    FakeMessage first = approval("R-1001");
    meganChat.clicks(megan, approval("R-1002"), "request.approve", Map.of());
    alexChat.awaitText("Backups of Contoso Portal are kept for 14 days");
    meganChat.clicks(megan, first, "request.approve", Map.of());
    FakeMessage notice = alexChat.awaitText("R-1001 wasn't started");
    assertThat(notice.text()).contains("is 14 days now. It was 28 days when this was requested.");
    assertThat(calls("edit")).isEqualTo(1);
  }

  @Test
  void aRehearsalNamesTheCallAndSendsNone() {
    start(Choice.BOTH, "holdfast.rehearsal", true);
    submit(review("retention Contoso Portal 7 days", "retention.submit"));
    meganChat.clicks(megan, approval("R-1001"), "request.approve", Map.of());
    FakeMessage notice = alexChat.awaitText("Rehearsal: R-1001 would have started");
    assertThat(notice.text()).contains("(1) PATCH /", "P7D");
    assertThat(calls("edit")).isZero();
  }

  private FakeMessage form(String command) {
    alexChat.says(alex, command);
    return alexChat.awaitMessage("the form", m -> offers(m, "retention.review"));
  }

  private FakeMessage review(String command, String verb) {
    return review(form(command), verb, Map.of());
  }

  private FakeMessage review(FakeMessage form, String verb, Map<String, String> more) {
    Map<String, String> filledIn = new LinkedHashMap<>(Map.of("reason", "agreed"));
    filledIn.putAll(more);
    alexChat.clicks(alex, form, "retention.review", filledIn);
    return alexChat.awaitMessage("the review", m -> m.id().equals(form.id()) && offers(m, verb));
  }

  private void submit(FakeMessage review) {
    alexChat.clicks(alex, review, "retention.submit", Map.of("confirm", PORTAL));
    alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(review.id()) && !offers(m, "retention.submit"));
  }

  private FakeMessage approval(String id) {
    return meganChat.awaitMessage(
        "the approval of " + id, m -> m.text().contains(id) && offers(m, "request.approve"));
  }
}
