package dev.holdfast.operation;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.filledIn;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.DEV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.card.Card;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.operation.draft.ExpiredDrafts;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the review to the request. */
class SubmitDraftActionTests {

  private static final String GROUP = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

  @AutoClose private ChatBench bench = new ChatBench();

  @Test
  void theTypedNameMakesARequestOfExactlyWhatWasReviewed() {
    ActionResponse reaction = submit(ALEX, bench.draft(), DEV.displayName());
    Request request = bench.newest();
    assertThat(shown(reaction)).contains(request.id().toString(), "request.cancel");
    assertThat(request.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(request.details().submission().origin())
        .isEqualTo(new RequestOrigin("chat-alex", "message-1", true));
    assertThat(request.details().reason()).isEqualTo("fresh data");
    assertThat(((RestoreSpec) request.details().spec()).point()).isEqualTo("2026-11-19T17:00:00Z");
    assertThat(request.details().warnings()).anyMatch(warning -> warning.rule().equals("R13"));
  }

  @Test
  void anotherNameIsAskedForAgain() {
    String draft = bench.draft();
    for (String typed : new String[] {"", "contoso dev", "Contoso UAT", "Contoso Dev2"}) {
      assertThat(shown(submit(ALEX, draft, typed)))
          .contains("Enter the name exactly", "restore.submit");
    }
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void onlyWhoReviewedSubmits() {
    ActionResponse reaction = submit(MEGAN, bench.draft(), DEV.displayName());
    assertThat(reaction)
        .isInstanceOfSatisfying(
            ActionResponse.Tell.class, tell -> assertThat(tell.text()).contains("Only the person"));
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void anOldReviewIsToBeReviewedAgain() {
    String draft = bench.draft();
    bench.bench.clock.advance(Duration.ofMinutes(30));
    String later = bench.draft();
    bench.bench.clock.advance(Duration.ofSeconds(1));
    assertThat(shown(submit(ALEX, draft, DEV.displayName()))).contains("more than 30 minutes old");
    assertThat(bench.requests()).isEmpty();
    submit(ALEX, later, DEV.displayName());
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void aRedCheckLeavesNoButtonAndACraftedClickNoRequest() {
    bench.api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Production");
    Card review = bench.review(filledIn());
    assertThat(text(review)).doesNotContain("restore.submit").contains("A check found a problem");
    assertThat(shown(submit(ALEX, stored(), DEV.displayName())))
        .contains("A check found a problem");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void whatThePolicyForbidsIsSaidInTheReviewAndNotTaken() {
    bench.close();
    bench = new ChatBench(Map.of("holdfast.policy[0].target", "forbidden"));
    assertThat(text(bench.review(filledIn()))).doesNotContain("restore.submit").contains("policy");
    assertThat(shown(submit(ALEX, stored(), DEV.displayName())))
        .contains("The policy doesn't allow Contoso Dev to be overwritten.");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void aReviewThatIsNotThereAnyMoreIsSaid() {
    for (Map<String, String> data :
        List.of(Map.of("draft", "nonsense"), Map.<String, String>of())) {
      assertThat(
              bench
                  .bench
                  .get(ConversationDispatcher.class)
                  .clicked(bench.click(ALEX, "restore.submit", data)))
          .isInstanceOfSatisfying(
              ActionResponse.Tell.class, tell -> assertThat(tell.text()).contains("has expired"));
    }
  }

  @Test
  void aSecondClickShowsTheRequestOfTheFirst() {
    String draft = bench.draft();
    submit(ALEX, draft, DEV.displayName());
    assertThat(shown(submit(ALEX, draft, DEV.displayName())))
        .contains(bench.newest().id().toString());
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void aReviewThatWasSubmittedShowsItsRequestHoweverLateItIsClicked() {
    String draft = bench.draft();
    submit(ALEX, draft, DEV.displayName());
    bench.bench.clock.advance(Duration.ofHours(2));
    assertThat(shown(submit(ALEX, draft, ""))).contains(bench.newest().id().toString());
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void whatTheClickCarriesBesidesCountsForNothing() {
    Map<String, String> crafted =
        Map.of(
            "draft",
            bench.draft(),
            "confirm",
            DEV.displayName(),
            "target",
            "env-other",
            "targetName",
            "Mine");
    bench
        .bench
        .get(ConversationDispatcher.class)
        .clicked(bench.click(ALEX, "restore.submit", crafted));
    RestoreSpec work = (RestoreSpec) bench.newest().details().spec();
    assertThat(work.target().id()).isEqualTo(DEV.id());
    assertThat(work.targetName()).as("the name that the target has then").isEmpty();
  }

  @Test
  void aNewNameIsReviewedAndKept() {
    Card review = bench.review(with(filledIn(), "targetName", "Contoso Dev (November)"));
    assertThat(text(review)).contains("New name");
    submit(ALEX, ChatBench.draftIn(review), DEV.displayName());
    assertThat(((RestoreSpec) bench.newest().details().spec()).targetName())
        .isEqualTo("Contoso Dev (November)");
  }

  @Test
  void aSecurityGroupIsReviewedAndKept() {
    Card review = bench.review(with(filledIn(), "securityGroup", GROUP));
    assertThat(text(review)).contains("Access to Contoso Dev changes", GROUP);
    submit(ALEX, ChatBench.draftIn(review), DEV.displayName());
    assertThat(((RestoreSpec) bench.newest().details().spec()).securityGroupId()).contains(GROUP);
    assertThat(bench.newest().details().warnings())
        .anyMatch(warning -> warning.sentence().contains(GROUP));
  }

  @Test
  void withoutASecurityGroupNoneIsAskedFor() {
    submit(ALEX, bench.draft(), DEV.displayName());
    assertThat(((RestoreSpec) bench.newest().details().spec()).securityGroupId()).isEmpty();
  }

  /** Whoever upgrades Holdfast between the review and the click loses nothing. */
  @Test
  void aDraftFromBeforeSecurityGroupsIsSubmitted() {
    bench.draft();
    JdbcClient jdbc = bench.bench.get(JdbcClient.class);
    String body = jdbc.sql("select body from drafts").query(String.class).single();
    String before =
        body.replace("\"securityGroup\":\"\",", "").replace(",\"securityGroupId\":null", "");
    assertThat(before).doesNotContain("securityGroup");
    jdbc.sql("update drafts set body = ?").param(before).update();
    assertThat(shown(submit(ALEX, stored(), "another name"))).contains("Enter the name exactly");
    submit(ALEX, stored(), DEV.displayName());
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void anExpiredReviewLeadsToTheRequestThatCameOfItAndOtherwiseSaysSo() {
    String submitted = bench.draft();
    submit(ALEX, submitted, DEV.displayName());
    String never = bench.draft();
    bench.bench.clock.advance(Workbench.RETENTION.drafts().plusMinutes(1));

    assertThat(bench.bench.get(ExpiredDrafts.class).delete(500)).isEqualTo(2);

    assertThat(shown(submit(ALEX, submitted, DEV.displayName())))
        .contains(bench.newest().id().toString());
    assertThat(submit(ALEX, never, DEV.displayName()))
        .isEqualTo(
            new ActionResponse.Tell("This review has expired. To start over, type restore."));
    assertThat(bench.requests()).hasSize(1);
  }

  private ActionResponse submit(ChatUser who, String draft, String typed) {
    return bench
        .bench
        .get(ConversationDispatcher.class)
        .clicked(bench.click(who, "restore.submit", Map.of("draft", draft, "confirm", typed)));
  }

  /** The only draft, also when its card has no button. */
  private String stored() {
    return bench
        .bench
        .get(JdbcClient.class)
        .sql("select id from drafts")
        .query(String.class)
        .single();
  }

  private static String shown(ActionResponse reaction) {
    return text(((ActionResponse.Show) reaction).card());
  }
}
