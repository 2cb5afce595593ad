package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The main job, through a fake Teams and the simulated admin API, both over HTTP. */
class FlowTests extends SteppedJob {

  private final TestDatabase database = Databases.H2.fresh();

  private void start() {
    start(Choice.BAP);
  }

  private void start(Choice api) {
    start(database, Map.of("holdfast.admin-api.api", api));
    install();
  }

  @ParameterizedTest
  @EnumSource
  void aRestoreFromTheTypedCommandToTheNotice(Choice api) {
    start(api);
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = approvers.awaitText("Alex Wilber");
    meganChat.awaitText("Alex Wilber");

    assertThat(offers(approval, "request.approve")).isFalse();
    JsonNode seen = approvers.reads(megan, approval).cardFor(megan);
    JsonNode own =
        approvers.clicksOn(seen, alex, approval, "request.approve", Map.of("comment", "me too"));
    assertThat(own.toString())
        .contains("someone else has to approve it")
        .doesNotContain("request.approve");

    approvers.clicks(megan, approval, "request.approve", Map.of("comment", "go ahead"));
    alexChat.awaitText("Contoso Dev is restored");
    meganChat.awaitText("Contoso Dev is restored");
    approvers.awaitText("Contoso Dev is restored");
    alexChat.awaitMessage(
        "the request's card has come to its end",
        m -> m.id().equals(request.id()) && m.text().contains("Succeeded"));
    approvers.awaitMessage(
        "the approval card has come to its end",
        m -> m.id().equals(approval.id()) && m.text().contains("Succeeded"));

    assertThat(restoreCalls()).isEqualTo(1);
    assertOrderedThrough(api, AdminApiFlavor.PPAPI);
    alexChat.says(alex, "environment Contoso Dev").awaitText("In administration mode");
    alexChat.says(alex, "status R-1001");
    alexChat.says(alex, "history Contoso Dev").awaitText("History of Contoso Dev");
  }

  @Test
  void administrationModeIsLeftFromTheApproversCard() {
    start();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = approvers.awaitText("Alex Wilber");
    meganChat.awaitText("Alex Wilber");
    approvers.clicks(megan, approval, "request.approve", Map.of());
    FakeMessage ended =
        approvers.awaitMessage(
            "the card leads to it",
            m ->
                m.id().equals(approval.id())
                    && m.text().contains("Show what I can do\n")
                    && m.text().contains("Succeeded"));

    FakeMessage own =
        alexChat.awaitMessage(
            "the requester's card offers it too",
            m -> m.id().equals(request.id()) && offers(m, "request.leaveAdminMode"));

    CountDownLatch cardsStandStill = new CountDownLatch(1);
    teams.holdsCallsUntil(cardsStandStill);
    JsonNode first = approvers.clicks(megan, ended, "request.leaveAdminMode", Map.of());
    assertThat(first.toString()).contains("Requested by Megan Bowen");
    JsonNode second = alexChat.clicks(alex, own, "request.leaveAdminMode", Map.of());
    assertThat(second.toString()).contains("by Megan Bowen");
    cardsStandStill.countDown();

    alexChat.awaitText("Administration mode is off on Contoso Dev");
    meganChat.awaitText("Administration mode is off on Contoso Dev");
    for (FakeConversation place : List.of(alexChat, approvers)) {
      place.awaitMessage(
          "the card says so",
          m ->
              (m.id().equals(request.id()) || m.id().equals(approval.id()))
                  && m.text().contains("Turned off by Megan Bowen"));
    }
    assertThat(modeCalls()).isEqualTo(1);
    alexChat.says(alex, "history Contoso Dev").awaitText("administration mode turned off");
  }

  @Test
  void whereTheAdminApiCannotChangeTheModeTheCardSaysHow() {
    start(Choice.PPAPI);
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    FakeMessage ended =
        alexChat.awaitMessage(
            "the card has come to its end",
            m -> m.id().equals(request.id()) && m.text().contains("What to do next"));
    assertThat(ended.text()).contains("Power Platform admin center: Environments, Contoso Dev");
    assertThat(offers(ended, "request.leaveAdminMode")).isFalse();
  }

  @Test
  void aRestoreOutlivesARestartBetweenApprovalAndEnd() {
    start();
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    alexChat.awaitText("Running");
    start(database, Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void aRestoreThatFailsIsToldWithTheServicesWordsAndWhatToDo() {
    start();
    restoreApproved("Contoso UAT", "Contoso Broken");
    FakeMessage notice = alexChat.awaitText("The restore of Contoso Broken failed");
    assertThat(notice.text())
        .contains("customizations of the source do not fit", "half an hour after the failure");
  }

  @Test
  void aFailureWithoutWordsIsAFailureToo() {
    start();
    restoreApproved("Contoso UAT", "Contoso Silent");
    alexChat.awaitText("The restore of Contoso Silent failed");
  }

  @Test
  void faultsOnTheWayDelayItAndDoNotFalsifyIt() {
    start();
    restoreApproved("Contoso UAT", "Contoso Flaky");
    alexChat.awaitText("Contoso Flaky is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessThatTheEnvironmentDoesNotShowIsNotSaidToBeOne(Choice api) {
    start(api);
    restoreApproved("Contoso UAT", "Contoso Unchanged");
    alexChat.awaitText("The outcome of R-1001 is unknown");
    FakeMessage notice =
        alexChat.awaitText("nothing that Holdfast can read shows that anything was changed");
    assertThat(notice.text()).doesNotContain("is restored", "is ready");
  }

  @ParameterizedTest
  @EnumSource
  void aLostAnswerLeadsToTheOperationThatIsListedLateAndNotToASecondCall(Choice api) {
    start(api);
    restoreApproved("Contoso UAT", "Contoso Cutoff");
    alexChat.awaitText("Contoso Cutoff is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void aRejectionIsToldWithItsReasonAndTheCardsClose() {
    start();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    JsonNode without = meganChat.clicks(megan, approval, "request.reject", Map.of());
    assertThat(without.toString()).contains("Enter a comment.");
    meganChat.clicks(megan, approval, "request.reject", Map.of("comment", "not this week"));
    alexChat.awaitText("R-1001 was rejected");
    alexChat.awaitMessage(
        "the card says so", m -> m.id().equals(request.id()) && m.text().contains("not this week"));
    assertThat(restoreCalls()).isZero();
  }

  @Test
  void theRequesterCancelsAndTheApproversCardSaysSo() {
    start();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    alexChat.clicks(alex, request, "request.cancel", Map.of());
    meganChat.awaitMessage(
        "the approval card is closed",
        m -> m.id().equals(approval.id()) && m.text().contains("Canceled"));
    assertThat(restoreCalls()).isZero();
  }

  @Test
  void aRequestThatNobodyDecidesOnExpires() {
    start();
    submitRestore("Contoso UAT", "Contoso Dev");
    alexChat.awaitText("R-1001 expired");
  }

  @Test
  void aSecondClickIsAnsweredWithWhatIsTrue() {
    start();
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage inPerson = meganChat.awaitText("Alex Wilber");
    FakeMessage inChannel = approvers.awaitText("Alex Wilber");
    approvers.reads(megan, inChannel);
    CountDownLatch cardsStandStill = new CountDownLatch(1);
    teams.holdsCallsUntil(cardsStandStill);
    meganChat.clicks(megan, inPerson, "request.approve", Map.of());
    JsonNode answer = approvers.clicks(megan, inChannel, "request.approve", Map.of());
    assertThat(answer.toString()).contains("Already approved by Megan Bowen");
    cardsStandStill.countDown();
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void aBackupNeedsNoApprovalAndIsFoundAgain() {
    start();
    alexChat.says(alex, "backup Contoso UAT before go-live");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "backup.submit"));
    alexChat.clicks(alex, form, "backup.submit", Map.of());
    alexChat.awaitText("Contoso UAT is backed up");
    alexChat.says(alex, "backups Contoso UAT");
    alexChat.awaitMessage(
        "the list of backups",
        m -> offers(m, "restore.form") && m.text().contains("before go-live"));
  }

  private void restoreApproved(String source, String target) {
    submitRestore(source, target);
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    meganChat.clicks(megan, approval, "request.approve", Map.of());
  }
}
