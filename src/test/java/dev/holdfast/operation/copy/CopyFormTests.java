package dev.holdfast.operation.copy;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.choices;
import static dev.holdfast.chat.ChatBench.errors;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.CopyType;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.card.Card;
import dev.holdfast.card.view.Choice;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The form for a copy, its review, and the request that comes of it. */
class CopyFormTests {

  private static final String GROUP = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

  private static final Map<String, String> FILLED_IN =
      Map.of("source", UAT.id(), "target", DEV.id(), "type", "full", "reason", "the pilot's data");

  @AutoClose private ChatBench bench = new ChatBench();

  @Test
  void theReviewSaysWhatIsCopiedAndWhatIsLost() {
    String review = text(review(FILLED_IN));
    assertThat(review)
        .contains(
            "copy.submit",
            "copy.form",
            "Everything in Contoso Dev will be deleted and replaced with a copy of Contoso UAT",
            "doesn't promise that earlier backups of Contoso Dev are kept",
            "\"What is copied\",\"value\":\"everything\"",
            "Safety backup",
            "It then needs 1 approval",
            "1 person can approve it");
    assertThat(review.replace("Back up and restore environments", "")).doesNotContain("restore");
    assertThat(text(review(with(FILLED_IN, "type", "minimal"))))
        .contains("replaced with the code and configuration of Contoso UAT without data");
  }

  @Test
  void theReviewSaysWhatLeavingOutTransactionsMeans() {
    assertThat(text(review(with(FILLED_IN, "type", "without-transactions"))))
        .contains(
            "a copy of Contoso UAT without the transactions of finance and operations",
            "\"What is copied\",\"value\":\"everything but the transactions",
            "will be empty in Contoso Dev",
            "Check the tables after the copy",
            "copy.submit");
  }

  @Test
  void whatIsMissingIsSaidAtItsInput() {
    for (String input : List.of("target", "type", "reason")) {
      assertThat(errors(review(with(FILLED_IN, input, "")))).as(input).containsOnlyKeys(input);
    }
    assertThat(errors(review(with(FILLED_IN, "type", "transactionless")))).containsOnlyKeys("type");
    assertThat(errors(review(with(FILLED_IN, "securityGroup", "Testers"))))
        .containsOnlyKeys("securityGroup");
    assertThat(errors(review(with(FILLED_IN, "targetName", "x".repeat(101)))))
        .containsOnlyKeys("targetName");
    assertThat(text(review(with(FILLED_IN, "source", "")))).contains("Choose the source");
    assertThat(text(review(with(FILLED_IN, "source", "env-gone")))).contains("Choose the source");
  }

  @Test
  void whatIsWrongIsSaidAtOnceFromMemory() {
    review(FILLED_IN);
    Optional<FormErrors> wrong = objection(with(FILLED_IN, "type", ""));
    assertThat(wrong.orElseThrow().sentences()).isEqualTo("Choose what is copied.");
    assertThat(errors(wrong.get().form().orElseThrow())).containsOnlyKeys("type");
    assertThat(objection(FILLED_IN)).isEmpty();
  }

  @Test
  void theFormOffersWhatMayBeOverwritten() {
    bench.api.put("env-prod", "Contoso Live", "Ready", "Enabled", "Production");
    Card form = form(FILLED_IN);
    assertThat(choices(form, "target")).containsExactly(DEV.id());
    assertThat(text(form)).contains("2 environments aren't listed");
  }

  @Test
  void somebodyWhoTypesFindsSourcesAndTargets() {
    bench.api.put("env-prod", "Contoso Live", "Ready", "Enabled", "Production");
    bench.api.put("env-trial", "Contoso Trial", "Ready", "Enabled", "Trial");
    form(FILLED_IN);
    assertThat(titles(CopySourceChoiceProvider.class, Optional.empty()))
        .anyMatch(title -> title.startsWith("Contoso Live") && !title.contains("ruled out"))
        .anyMatch(title -> title.startsWith("Contoso Trial") && title.contains("ruled out"));
    assertThat(titles(CopyTargetChoiceProvider.class, Optional.of(UAT.id())))
        .anyMatch(title -> title.startsWith("Contoso Dev") && !title.contains("ruled out"))
        .anyMatch(title -> title.startsWith("Contoso UAT") && title.contains("ruled out"))
        .anyMatch(title -> title.startsWith("Contoso Live") && title.contains("ruled out"));
  }

  @Test
  void theTypedNameMakesARequestOfExactlyWhatWasReviewed() {
    String draft = draft(with(with(FILLED_IN, "type", "minimal"), "securityGroup", GROUP));
    assertThat(shown(submit(ALEX, draft, "Contoso UAT")))
        .contains("Enter the name exactly", "copy.submit");
    assertThat(bench.requests()).isEmpty();

    ActionResponse reaction = submit(ALEX, draft, DEV.displayName());

    Request request = bench.newest();
    assertThat(shown(reaction)).contains(request.id().toString(), "request.cancel");
    assertThat(request.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    CopySpec spec = (CopySpec) request.details().spec();
    assertThat(spec.source().id()).isEqualTo(UAT.id());
    assertThat(spec.target().id()).isEqualTo(DEV.id());
    assertThat(spec.type()).isEqualTo(CopyType.MINIMAL);
    assertThat(spec.targetName()).isEmpty();
    assertThat(spec.skipAuditData()).isTrue();
    assertThat(spec.securityGroupId()).contains(GROUP);
    assertThat(spec.safetyBackup()).isTrue();
    assertThat(request.details().warnings()).anyMatch(warning -> warning.rule().equals("R13"));

    submit(ALEX, draft, DEV.displayName());
    assertThat(bench.requests()).as("a second click makes no second request").hasSize(1);
  }

  @Test
  void onlyWhoReviewedSubmitsAndNotForLong() {
    String draft = draft(FILLED_IN);
    assertThat(((ActionResponse.Tell) submit(MEGAN, draft, DEV.displayName())).text())
        .contains("Only the person", "type copy.");
    assertThat(((ActionResponse.Tell) submit(ALEX, "nonsense", "")).text())
        .isEqualTo("This review has expired. To start over, type copy.");
    bench.bench.clock.advance(Duration.ofMinutes(30).plusSeconds(1));
    assertThat(shown(submit(ALEX, draft, DEV.displayName()))).contains("more than 30 minutes old");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void aRedCheckLeavesNoButton() {
    bench.api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Production");
    assertThat(text(review(FILLED_IN)))
        .contains(
            "Nothing can be copied to a production environment",
            "A check found a problem, so you can't submit this.")
        .doesNotContain("copy.submit");
  }

  @Test
  void anEnvironmentIsNotCopiedOntoItself() {
    assertThat(text(review(with(FILLED_IN, "target", UAT.id()))))
        .contains("Contoso UAT can't be copied to itself")
        .doesNotContain("copy.submit");
  }

  @Test
  void theServiceIsAskedToCheckWhereItCan() {
    assertThat(bench.api.validatedCopies).isEmpty();
    bench.api.capabilities = new AdminApiCapabilities(true, true, false, false, false);
    assertThat(text(review(FILLED_IN))).contains("Power Platform's own check accepts this copy.");
    assertThat(bench.api.validatedCopies).hasSize(1);
    assertThat(bench.api.copies).isEmpty();
  }

  @Test
  void whatWasFilledInIsThereToBeEdited() {
    Card review = review(with(with(FILLED_IN, "targetName", "Dev 2"), "skipAuditData", "false"));
    assertThat(text(review))
        .contains("\"targetName\":\"Dev 2\"", "\"skipAuditData\":\"false\"", "\"type\":\"full\"");
  }

  @Test
  void theSameIsRequestedAgainInAFilledInForm() {
    submit(ALEX, draft(with(FILLED_IN, "targetName", "Dev 2")), DEV.displayName());
    CopySpec spec = (CopySpec) bench.newest().details().spec();
    Map<String, String> again = new CopyRequestForm().again(bench.newest(), spec, ALEX.zone());
    String form = text(form(again));
    assertThat(form).contains("\"Dev 2\"", "the pilot's data", "\"value\":\"full\"");
  }

  private List<String> titles(Class<? extends ChoiceProvider> provider, Optional<String> detail) {
    ChoiceProvider choices = bench.bench.get(provider);
    ChoiceQuery query = new ChoiceQuery(ALEX, choices.dataset(), "contoso", Map.of(), 0, 15);
    return choices.choices(query, detail, 15).map(Choice::title).toList();
  }

  private Card form(Map<String, String> data) {
    return bench.bench.get(CopyFormAction.class).form(data, ALEX);
  }

  private Card review(Map<String, String> data) {
    return bench.answer(bench.click(ALEX, "copy.review", data)).orElseThrow().card().orElseThrow();
  }

  private String draft(Map<String, String> data) {
    return ChatBench.draftIn(review(data));
  }

  private ActionResponse submit(ChatUser who, String draft, String typed) {
    return bench
        .bench
        .get(ConversationDispatcher.class)
        .clicked(bench.click(who, "copy.submit", Map.of("draft", draft, "confirm", typed)));
  }

  private static String shown(ActionResponse reaction) {
    return text(((ActionResponse.Show) reaction).card());
  }

  private Optional<FormErrors> objection(Map<String, String> data) {
    return bench
        .bench
        .get(ReviewCopyAction.class)
        .objection(bench.click(ALEX, "copy.review", data));
  }
}
