package dev.holdfast.operation.backup;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.errors;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.chat.ChatBench;
import dev.holdfast.operation.draft.DirectSubmission;
import dev.holdfast.operation.draft.DirectSubmission.Outcome;
import dev.holdfast.request.RequestState;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BackupFormTests {

  private static final String DRAFT = "3f1c2a52-0000-4000-8000-000000000001";

  private static final Map<String, String> FILLED_IN =
      Map.of(
          "draft", DRAFT,
          "source", UAT.id(),
          "label", " before go-live ",
          "notes", "",
          "reason", "go-live");

  @AutoClose private ChatBench bench = new ChatBench();

  @Test
  void aGoodFormIsARequestThatNeedsNobody() {
    Outcome outcome = submit(FILLED_IN);
    assertThat(outcome.card()).isEmpty();
    assertThat(bench.newest().state()).isEqualTo(RequestState.APPROVED);
    assertThat(((BackupSpec) bench.newest().details().spec()).label()).isEqualTo("before go-live");
  }

  @Test
  void thePolicyMayAskForAnApproval() {
    bench.close();
    bench = new ChatBench(Map.of("holdfast.policy[0].backup-needs-approval", true));
    submit(FILLED_IN);
    assertThat(bench.newest().state()).isEqualTo(RequestState.AWAITING_APPROVAL);
  }

  @Test
  void aFormThatHoldfastDidNotMakeIsGivenBackFresh() {
    Outcome outcome = submit(with(FILLED_IN, "draft", "somebody's own"));
    assertThat(outcome.request()).isEmpty();
    assertThat(outcome.card().orElseThrow().json().toString())
        .contains("Submit the form again")
        .doesNotContain("somebody's own");
  }

  @Test
  void whatIsWrongIsSaidAtItsInput() {
    assertThat(errors(submit(with(FILLED_IN, "source", "")).card().orElseThrow()))
        .containsOnlyKeys("source");
    assertThat(errors(submit(with(FILLED_IN, "label", "  ")).card().orElseThrow()))
        .containsOnlyKeys("label");
    assertThat(errors(submit(with(FILLED_IN, "label", "x".repeat(101))).card().orElseThrow()))
        .containsOnlyKeys("label");
    assertThat(errors(submit(with(FILLED_IN, "notes", "x".repeat(501))).card().orElseThrow()))
        .containsOnlyKeys("notes");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void whatThePolicyForbidsIsNotTaken() {
    bench.close();
    bench =
        new ChatBench(
            Map.of(
                "holdfast.policy[0].requesters",
                "id-other",
                "holdfast.policy[0].approvers",
                ALEX.id()));
    assertThat(text(submit(FILLED_IN).card().orElseThrow()))
        .contains("The policy doesn't let you submit requests for Contoso UAT.", "before go-live");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void aRedCheckIsNotTaken() {
    bench.api.put(UAT.id(), UAT.displayName(), "Ready", "Enabled", "Trial");
    assertThat(text(submit(FILLED_IN).card().orElseThrow())).contains("backup.submit", UAT.id());
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void aSecondClickIsTheRequestOfTheFirstWhateverTheChecksSayByNow() {
    submit(FILLED_IN);
    bench.api.put(UAT.id(), UAT.displayName(), "Ready", "Enabled", "Trial");
    Outcome second = submit(FILLED_IN);
    assertThat(second.card()).isEmpty();
    assertThat(second.request().orElseThrow().id()).isEqualTo(bench.newest().id());
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void theSameOfSomebodyElseJoinsIt() {
    submit(FILLED_IN);
    Outcome second =
        bench
            .bench
            .get(DirectSubmission.class)
            .submit(
                bench.bench.get(BackupForm.class),
                with(FILLED_IN, "draft", DRAFT.replace("1", "2")),
                ChatBench.MEGAN,
                OWN,
                "message-2");
    assertThat(second.joined()).isTrue();
    assertThat(second.card()).isEmpty();
    assertThat(second.request().orElseThrow().id()).isEqualTo(bench.newest().id());
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void whoAsksForItTwiceIsToldSo() {
    bench.replies(bench.click(ALEX, "backup.submit", FILLED_IN));
    bench.replies(
        bench.click(ALEX, "backup.submit", with(FILLED_IN, "draft", DRAFT.replace("1", "2"))));
    assertThat(bench.requests()).hasSize(1);
    assertThat(bench.messenger.last().text())
        .contains("You already asked for the same backup, and R-1001 hasn't started yet.");
  }

  private Outcome submit(Map<String, String> data) {
    return bench
        .bench
        .get(DirectSubmission.class)
        .submit(bench.bench.get(BackupForm.class), data, ALEX, OWN, "message-1");
  }
}
