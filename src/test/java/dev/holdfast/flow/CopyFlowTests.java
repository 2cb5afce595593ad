package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A copy from the typed command to the notice, over HTTP to both sides. */
class CopyFlowTests extends SteppedJob {

  private void start(Choice api, String safetyBackup) {
    start(
        Databases.H2.fresh(),
        Map.of("holdfast.admin-api.api", api, "holdfast.policy[0].safety-backup", safetyBackup));
    install();
  }

  @ParameterizedTest
  @EnumSource
  void aCopyIsBackedUpFirstCalledOnceAndUndone(Choice api) {
    start(api, "required");
    FakeMessage request = submit("copy Contoso UAT to Contoso Dev", "Contoso Dev", "full");
    approve("R-1001");
    alexChat.awaitText("Contoso UAT is copied to Contoso Dev");
    FakeMessage ended =
        alexChat.awaitMessage(
            "the card offers to undo it",
            m -> m.id().equals(request.id()) && offers(m, "request.undo"));
    assertThat(ended.text())
        .contains("Holdfast R-1001 before copy", "A copy deletes the solution flows")
        .contains("administration mode");
    assertThat(calls("copy")).isEqualTo(1);
    assertThat(backupCalls()).isEqualTo(1);
    assertThat(restoreCalls()).isZero();
    assertOrderedThrough(api, AdminApiFlavor.BAP, AdminApiFlavor.PPAPI);

    alexChat.clicks(alex, ended, "request.undo", Map.of());
    FakeMessage form =
        alexChat.awaitMessage(
            "the form that undoes it",
            m -> offers(m, "restore.review") && m.text().contains("Undo of R-1001"));
    alexChat.clicks(alex, form, "restore.review", Map.of());
    FakeMessage review =
        alexChat.awaitMessage(
            "its review", m -> m.id().equals(form.id()) && offers(m, "restore.submit"));
    assertThat(review.text()).contains("Manual backup “Holdfast R-1001 before copy”");
  }

  /** The answers to all orders on Contoso Cutoff are lost, and its operations are listed late. */
  @ParameterizedTest
  @EnumSource
  void aLostAnswerLeadsToTheOperationAndNotToASecondCall(Choice api) {
    start(api, "none");
    submit("copy Contoso UAT to Contoso Cutoff", "Contoso Cutoff", "full");
    approve("R-1001");
    alexChat.awaitText("Contoso UAT is copied to Contoso Cutoff");
    assertThat(calls("copy")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessThatTheTargetDoesNotShowIsUnknown(Choice api) {
    start(api, "none");
    submit("copy minimal Contoso UAT to Contoso Unchanged", "Contoso Unchanged", "minimal");
    approve("R-1001");
    FakeMessage notice = alexChat.awaitText("Power Platform reports that the copy succeeded, but");
    assertThat(notice.text()).doesNotContain("is copied to", "restore");
    assertThat(calls("copy")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCopyWithoutTransactionsIsOrderedAsOneAndUndone(Choice api) {
    start(api, "required");
    submit(
        "copy Contoso UAT to Contoso Dev without transactions",
        "Contoso Dev",
        "without-transactions");
    approve("R-1001");
    FakeMessage notice = alexChat.awaitText("Contoso UAT is copied to Contoso Dev");
    assertThat(notice.text()).contains("Check that the tables of transactions are empty");
    alexChat.awaitMessage("the card offers to undo it", m -> offers(m, "request.undo"));
    assertThat(calls("copy")).isEqualTo(1);
    assertThat(backupCalls()).isEqualTo(1);
    assertThat(orders("copy"))
        .singleElement()
        .asString()
        .containsIgnoringCase("\"executeAdvancedCopyForFinanceAndOperations\":true");
    alexChat.says(alex, "history Contoso Dev");
    alexChat.awaitText("copy of Contoso UAT to Contoso Dev without transactions");
  }

  @Test
  void aFailureIsToldWithTheServicesWords() {
    start(Choice.BAP, "none");
    submit("copy Contoso UAT to Contoso Broken", "Contoso Broken", "full");
    approve("R-1001");
    FakeMessage notice = alexChat.awaitText("The copy of Contoso UAT to Contoso Broken failed");
    assertThat(notice.text())
        .contains("customizations of the source do not fit", "half an hour after the failure");
  }

  private FakeMessage submit(String command, String target, String type) {
    alexChat.says(alex, command);
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "copy.review"));
    alexChat.clicks(alex, form, "copy.review", Map.of("reason", "fresh data", "type", type));
    FakeMessage review = alexChat.awaitMessage("the review", m -> offers(m, "copy.submit"));
    alexChat.clicks(alex, review, "copy.submit", Map.of("confirm", target));
    return alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(review.id()) && m.text().contains("R-1001"));
  }

  private void approve(String id) {
    FakeMessage approval =
        meganChat.awaitMessage(
            "the approval of " + id,
            m -> m.text().contains("Approve this copy?") && offers(m, "request.approve"));
    meganChat.clicks(megan, approval, "request.approve", Map.of());
  }
}
