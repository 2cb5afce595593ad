package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.Relay;
import dev.holdfast.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * With rehearsal on, over HTTP to both sides. Whatever comes to the admin API meanwhile that is
 * neither a read nor a validation fails the test.
 */
class RehearsalFlowTests extends SteppedJob {

  private static final String MARK = "Rehearsal: Holdfast checks everything and starts nothing.";

  private final Relay strict = Relay.to(simulator.baseUrl());
  private final TestDatabase database = Databases.H2.fresh();
  private boolean strictNow = true;

  private void start(Choice api, boolean rehearsal, String safetyBackup) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("holdfast.rehearsal", rehearsal);
    more.put("holdfast.admin-api.api", api);
    more.put("holdfast.admin-api.base-url", strict.address());
    more.put("holdfast.policy[0].safety-backup", safetyBackup);
    start(database, more);
  }

  @AfterEach
  void nothingButReadsAndValidationsCame() {
    stop();
    strict.close();
    assertThat(strictNow ? starts() : List.of()).isEmpty();
  }

  /** All that was sent and isn't a read or a validation. */
  private List<String> starts() {
    return strict.calls().stream()
        .filter(call -> !call.startsWith("GET "))
        .filter(
            call ->
                !call.matches(
                    "POST /environmentmanagement/environments/[^/]+/(restore|copy)\\?ValidateOnly=true&.*"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aRestoreWithItsSafetyBackupIsRehearsed(Choice api) {
    start(api, true, "required");
    install();
    FakeMessage review = reviewRestore("Contoso UAT", "Contoso Dev");
    assertThat(review.text()).contains(MARK);
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", "Contoso Dev"));
    FakeMessage approval =
        meganChat.awaitMessage(
            "the approval card", m -> m.text().contains("R-1001") && offers(m, "request.approve"));
    assertThat(approval.text()).contains(MARK, "Rehearsal · Restore");
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    FakeMessage notice = alexChat.awaitText("Rehearsal: R-1001 would have started");
    assertThat(notice.text())
        .contains("These 2 calls were left out: (1) POST /", "/backups", "(2) POST /")
        .contains("Nothing was started and nothing was changed.");
    alexChat.awaitMessage(
        "the request's card",
        m -> m.id().equals(review.id()) && m.text().contains("Rehearsed: would have started"));
    approvers.awaitText("Rehearsal: R-1001 would have started");
    alexChat.says(alex, "history rehearsed").awaitText("Rehearsal · Restore");
    alexChat.says(alex, "undo R-1001").awaitText("There's nothing to undo for R-1001");
  }

  @ParameterizedTest
  @EnumSource
  void aCopyIsRehearsed(Choice api) {
    start(api, true, "none");
    install();
    alexChat.says(alex, "copy Contoso UAT to Contoso Dev");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "copy.review"));
    alexChat.clicks(alex, form, "copy.review", Map.of("reason", "fresh data", "type", "full"));
    FakeMessage review = alexChat.awaitMessage("the review", m -> offers(m, "copy.submit"));
    alexChat.clicks(alex, review, "copy.submit", Map.of("confirm", "Contoso Dev"));
    approve("R-1001");
    assertThat(alexChat.awaitText("Rehearsal: R-1001 would have started").text())
        .contains("This call was left out: (1) POST /");
  }

  @ParameterizedTest
  @EnumSource
  void aBackupIsRehearsed(Choice api) {
    start(api, true, "none");
    install();
    backup("before the release");
    assertThat(alexChat.awaitText("Rehearsal: R-1001 would have started").text())
        .contains("/backups", "before the release");
  }

  /** The mark on the form counts: a form that was filled in as a rehearsal starts nothing. */
  @Test
  void switchedOffInBetweenNothingOfTheRehearsalStarts() {
    start(Choice.BOTH, true, "none");
    install();
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage review = reviewRestore("Contoso UAT", "Contoso Test");
    start(Choice.BOTH, false, "none");
    approve("R-1001");
    alexChat.awaitText("Rehearsal: R-1001 would have started");
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", "Contoso Test"));
    approve("R-1002");
    alexChat.awaitText("Rehearsal: R-1002 would have started");
  }

  @Test
  void switchedOnInBetweenWhatIsForRealWaits() {
    start(Choice.BOTH, false, "none");
    install();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    start(Choice.BOTH, true, "none");
    approve("R-1001");
    alexChat.awaitMessage(
        "it waits",
        m ->
            m.id().equals(request.id())
                && m.text().contains("Rehearsal is on, so Holdfast starts nothing."));
    assertThat(starts()).isEmpty();
    strictNow = false;
    start(Choice.BOTH, false, "none");
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void administrationModeStaysOnAndIsOfferedAgain() {
    strictNow = false;
    start(Choice.BAP, false, "none");
    install();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    approve("R-1001");
    FakeMessage ended =
        alexChat.awaitMessage(
            "the card offers to leave",
            m -> m.id().equals(request.id()) && offers(m, "request.leaveAdminMode"));
    int before = starts().size();
    start(Choice.BAP, true, "none");
    alexChat.clicks(alex, ended, "request.leaveAdminMode", Map.of());
    assertThat(alexChat.awaitText("Rehearsal: R-1002 would have started").text())
        .contains("(1) PATCH /");
    alexChat.awaitMessage(
        "it's offered again",
        m -> m.id().equals(request.id()) && offers(m, "request.leaveAdminMode"));
    assertThat(starts()).hasSize(before);
    assertThat(modeCalls()).isZero();
  }

  @Test
  void theDoctorAndHelpSayThatItIsOn() {
    start(Choice.BOTH, true, "none");
    install();
    alexChat.says(alex, "help").awaitText(MARK);
    assertThat(holdfast().get(Doctor.class).examine().findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.name()).isEqualTo("Rehearsal");
              assertThat(finding.state()).isEqualTo(CheckStatus.WARNING);
            });
  }

  private void backup(String label) {
    alexChat.says(alex, "backup Contoso Dev");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "backup.submit"));
    alexChat.clicks(alex, form, "backup.submit", Map.of("label", label));
  }

  private void approve(String id) {
    FakeMessage approval =
        meganChat.awaitMessage(
            "the approval of " + id, m -> m.text().contains(id) && offers(m, "request.approve"));
    meganChat.clicks(megan, approval, "request.approve", Map.of());
  }
}
