package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A restore with a safety backup, and undoing it, over HTTP to both sides. */
class UndoFlowTests extends SteppedJob {

  @BeforeEach
  void start() {
    start(Databases.H2.fresh(), Map.of("holdfast.policy[0].safety-backup", "required"));
    install();
  }

  @Test
  void aRestoreIsUndoneFromItsSafetyBackupAndTheUndoingToo() {
    FakeMessage request = restore("R-1001");
    FakeMessage ended =
        alexChat.awaitMessage(
            "the card offers to undo it",
            m -> m.id().equals(request.id()) && offers(m, "request.undo"));
    assertThat(ended.text())
        .contains("Holdfast R-1001 before restore", "Kept until", "type undo R-1001");
    assertThat(backupCalls()).isEqualTo(1);

    alexChat.clicks(alex, ended, "request.undo", Map.of());
    undoWithTheForm("R-1001", "R-1002");
    alexChat.says(alex, "undo R-1002");
    undoWithTheForm("R-1002", "R-1003");

    assertThat(restoreCalls()).isEqualTo(3);
    assertThat(backupCalls()).isEqualTo(3);
  }

  /** Of Contoso Cutoff the answers to all orders are lost. */
  @Test
  void aLostAnswerToTheSafetyBackupIsNoSecondOne() {
    submitRestore("Contoso UAT", "Contoso Cutoff");
    approve("R-1001");
    alexChat.awaitText("Contoso Cutoff is restored");
    assertThat(backupCalls()).isEqualTo(1);
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void whatWasNeverStartedHasNoWayBack() {
    submitRestore("Contoso UAT", "Contoso Dev");
    alexChat.says(alex, "undo R-1001").awaitText("There's nothing to undo for R-1001");
  }

  private FakeMessage restore(String id) {
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    approve(id);
    return request;
  }

  /** It comes filled in, and only the confirmation is left to do. */
  private void undoWithTheForm(String of, String id) {
    FakeMessage form =
        alexChat.awaitMessage(
            "the form that undoes it",
            m -> offers(m, "restore.review") && m.text().contains("Undo of " + of));
    alexChat.clicks(alex, form, "restore.review", Map.of());
    FakeMessage review =
        alexChat.awaitMessage(
            "its review", m -> m.id().equals(form.id()) && offers(m, "restore.submit"));
    assertThat(review.text()).contains("Manual backup “Holdfast " + of + " before restore”");
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", "Contoso Dev"));
    approve(id);
    alexChat.awaitMessage(
        "the end of undoing", m -> m.id().equals(review.id()) && offers(m, "request.undo"));
  }

  private void approve(String id) {
    FakeMessage approval =
        meganChat.awaitMessage(
            "the approval of " + id, m -> m.text().contains(id) && offers(m, "request.approve"));
    meganChat.clicks(megan, approval, "request.approve", Map.of());
  }
}
