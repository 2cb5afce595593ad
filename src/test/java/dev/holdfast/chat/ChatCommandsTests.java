package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.GROUP;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.THREAD;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.card.Card;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is answered to what people type. */
class ChatCommandsTests {

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void theOnlyEnvironmentOfThatBeginningIsShown() {
    assertThat(says("environment contoso u")).contains("Contoso UAT", "restore.form");
  }

  @Test
  void ofSeveralOneIsAskedFor() {
    assertThat(says("environment Contoso"))
        .contains("Which environment do you mean by “Contoso”?", "environment.show")
        .contains(UAT.id(), DEV.id());
  }

  @Test
  void whereThereAreTooManyToShowItIsSaid() {
    for (int i = 1; i <= 7; i++) {
      bench.api.put("env-" + i, "Fabrikam " + i, "Ready", "Enabled", "Sandbox");
    }
    assertThat(says("environment Fabrikam"))
        .contains("the first 5 of 7. For another one, type more of its name", "env-5")
        .doesNotContain("env-6");
  }

  @Test
  void theCandidatesOfARestoreCarryOnWithWhatWasSaid() {
    assertThat(says("restore Contoso UAT to Contoso at 2026-11-19 18:00"))
        .contains("restore.form", "2026-11-19", "18:00", "\"source\":\"" + UAT.id() + "\"");
  }

  @Test
  void whatIsNearestIsAskedForWhereNoneIsNamedSo() {
    assertThat(says("environment Contso UAT"))
        .contains("No environment is named “Contso UAT”. Is it one of these?", UAT.id());
    assertThat(says("environment zzz"))
        .contains("No environment is named “zzz”. To see all environments, type environments.")
        .doesNotContain(UAT.id());
  }

  @Test
  void anUnknownWordGetsTheNearestCommand() {
    assertThat(says("restroe Contoso UAT")).contains("Did you mean “restore”?");
  }

  @Test
  void aTimeThatIsNotUnderstoodIsSaidOnTheForm() {
    assertThat(says("restore Contoso UAT to Contoso Dev at noonish"))
        .contains("yesterday 18:00", "restore.review");
  }

  @Test
  void aTargetThatTheRulesForbidIsSaidOnTheForm() {
    bench.api.put("env-prod", "Contoso Live", "Ready", "Enabled", "Production");
    assertThat(says("restore Contoso UAT to Contoso Live"))
        .contains("Contoso Live", "restore.review")
        .doesNotContain("\"value\":\"env-prod\"");
  }

  @Test
  void whoCanDecideGetsTheCardToDecideOn() {
    String status = "status " + bench.submitted().id();
    assertThat(answer(MEGAN, status)).contains("request.approve");
    assertThat(says(status)).doesNotContain("request.approve").contains("request.cancel");
  }

  @Test
  void statusListsWhatIsUnderWayInTheReadersZone() {
    Request request = bench.submitted();
    assertThat(says("status")).contains(request.id().toString(), "20 Nov 2026, 11:00 (Europe");
    assertThat(answer(MEGAN, "status")).contains("20 Nov 2026, 05:00 (America");
    cancel(request);
    assertThat(says("status")).contains("No requests are in progress");
    assertThat(says("history")).contains(request.id().toString(), "Canceled");
  }

  @Test
  void statusOfARequestThatDoesNotExistIsSaid() {
    assertThat(says("status R-4711")).contains("There's no request R-4711");
  }

  @Test
  void approvalsListsWhatWaitsForTheReaderAndNothingElse() {
    Request request = bench.submitted();
    assertThat(answer(MEGAN, "approvals")).contains(request.id().toString());
    assertThat(says("approvals")).contains("You have no pending approvals.");
    bench.bench.change(
        request,
        r ->
            r.approval()
                .approve(
                    new Person(MEGAN.id(), MEGAN.name()),
                    "",
                    r.details().digest(),
                    bench.bench.clock.instant()));
    assertThat(answer(MEGAN, "approvals")).contains("You have no pending approvals.");
  }

  @Test
  void historyOfAnEnvironmentIsOfBothEnds() {
    Request request = bench.submitted();
    bench.api.put("env-other", "Fabrikam", "Ready", "Enabled", "Sandbox");
    assertThat(says("history Contoso UAT")).contains(request.id().toString());
    assertThat(says("history Contoso Dev")).contains(request.id().toString());
    assertThat(says("history Fabrikam")).doesNotContain(request.id().toString());
  }

  @Test
  void aLongListHasPages() {
    for (int i = 0; i < 30; i++) {
      bench.submitted();
    }
    for (String command : List.of("status", "approvals")) {
      Card first = bench.answer(said(MEGAN, command)).card().orElseThrow();
      assertThat(ChatBench.text(first))
          .contains("R-1030", "R-1021", "Older")
          .doesNotContain("R-1020");
      Card second = turned(first);
      assertThat(ChatBench.text(second)).contains("R-1020", "R-1011", "Older", "Newest");
      assertThat(ChatBench.text(turned(second)))
          .contains("R-1010", "R-1001")
          .doesNotContain("Older");
    }
  }

  /** The page that the last button of a list leads to. */
  private Card turned(Card page) {
    Map<String, String> data = new HashMap<>();
    page.json()
        .findParents("verb")
        .forEach(
            action -> {
              if (action.path("title").asString("").startsWith("Older")) {
                action
                    .path("data")
                    .properties()
                    .forEach(one -> data.put(one.getKey(), one.getValue().asString("")));
              }
            });
    return bench
        .answer(bench.click(MEGAN, "history.show", data))
        .orElseThrow()
        .card()
        .orElseThrow();
  }

  private static IncomingMessage said(ChatUser who, String text) {
    return new IncomingMessage("activity", who, OWN, text);
  }

  @Test
  void theRequesterCancelsByNumberAndNobodyElse() {
    Request request = bench.submitted();
    assertThat(answer(MEGAN, "cancel " + request.id())).contains("Only Alex Wilber");
    assertThat(bench.newest().state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(says("cancel " + request.id())).contains("Canceled");
    assertThat(says("cancel " + request.id())).contains("has ended (canceled");
    assertThat(answer(MEGAN, "cancel " + request.id())).contains("has ended (canceled");
    assertThat(bench.newest().state()).isEqualTo(RequestState.CANCELLED);
  }

  @Test
  void aSubscriptionInAThreadIsTheChannels() {
    assertThat(answer(ALEX, THREAD, "subscribe Contoso Dev")).contains("You'll get a message here");
    assertThat(subscribers()).containsExactly("conversation:channel " + DEV.id());
    ConversationRef otherThread =
        new ConversationRef("channel;messageid=2", ConversationRef.Kind.CHANNEL);
    assertThat(answer(MEGAN, otherThread, "subscribe Contoso Dev")).contains("already");
    assertThat(answer(MEGAN, otherThread, "unsubscribe Contoso Dev")).contains("has ended");
    assertThat(subscribers()).isEmpty();
  }

  @Test
  void aSubscriptionOfSomebodyWhoMayNotSeeItAnyMoreIsTheNextPersons() {
    answer(ALEX, THREAD, "subscribe Contoso Dev");
    onlyFor(MEGAN.id());
    assertThat(answer(ALEX, THREAD, "subscribe Contoso Dev")).contains("No environment is named");
    answer(MEGAN, THREAD, "subscribe Contoso Dev");
    assertThat(
            bench
                .bench
                .get(SubscriptionRepository.class)
                .find(Address.parse("conversation:channel"), DEV.id()))
        .get()
        .extracting(SubscriptionRepository.Subscription::by)
        .isEqualTo(MEGAN.id());
  }

  /** From now on nobody else may do anything. */
  private void onlyFor(String person) {
    bench
        .bench
        .get(PolicyInForce.class)
        .replace(
            Policies.of(
                new PolicyProperties(
                    List.of(
                        PolicyEvaluatorTests.rule(
                            "*", List.of(person), List.of(person), 1, Target.ALLOWED)))));
  }

  @Test
  void aSubscriptionInAGroupIsTheGroupsAndInTheOwnChatThePersons() {
    answer(ALEX, GROUP, "subscribe");
    answer(ALEX, OWN, "subscribe Contoso UAT");
    assertThat(subscribers()).containsExactly("conversation:group *", "person:id-alex " + UAT.id());
    assertThat(answer(ALEX, OWN, "unsubscribe"))
        .contains("All subscriptions of this conversation have ended");
    assertThat(answer(ALEX, OWN, "unsubscribe")).contains("had no subscription");
    assertThat(subscribers()).containsExactly("conversation:group *");
  }

  @Test
  void anUnclearEnvironmentIsAskedForAndThePickSubscribes() {
    assertThat(says("subscribe Contoso")).contains("subscription.add", DEV.id());
    assertThat(subscribers()).isEmpty();
    CardActionInvocation pick =
        bench.click(ALEX, GROUP, "subscription.add", Map.of("environment", DEV.id()));
    assertThat(bench.answer(pick).orElseThrow().text()).contains("You'll get a message here");
    assertThat(subscribers()).containsExactly("conversation:group " + DEV.id());
  }

  @Test
  void whomThePolicyNamesIsToldWhatIsBrokenAndWhatMendsIt() {
    bench.checkup.finds(
        CheckResult.broken(
            "It is not registered.",
            Remedy.of("An admin registers it:", "New-PowerAppManagementApp -ApplicationId 42")));

    assertThat(answer(MEGAN, "doctor"))
        .contains("✕ 1 broken", "It is not registered.", "An admin registers it:")
        .contains("New-PowerAppManagementApp -ApplicationId 42");
  }

  @Test
  void whatIsWellIsSaidToo() {
    assertThat(answer(MEGAN, "doctor")).contains("✓ Everything is well", "All is well.");
  }

  @Test
  void whomThePolicyDoesNotNameIsRefusedInWordsAndNothingIsAsked() {
    assertThat(says("doctor")).startsWith("Only people whom the policy names can use doctor.");
    assertThat(bench.checkup.asked).hasValue(0);
  }

  @Test
  void helpListsWhatThePersonMayUse() {
    for (String text : new String[] {"help", "no command"}) {
      assertThat(answer(MEGAN, text)).contains("doctor");
      assertThat(says(text)).doesNotContain("doctor").contains("history");
    }
  }

  private String says(String text) {
    return answer(ALEX, text);
  }

  private String answer(ChatUser who, String text) {
    return answer(who, OWN, text);
  }

  private String answer(ChatUser who, ConversationRef where, String text) {
    Reply answer = bench.answer(new IncomingMessage("activity", who, where, text));
    return answer.card().map(ChatBench::text).orElse(answer.text());
  }

  private void cancel(Request request) {
    says("cancel " + request.id());
  }

  private List<String> subscribers() {
    return bench
        .bench
        .get(JdbcClient.class)
        .sql("select address, environment_id from subscriptions order by address")
        .query((row, number) -> row.getString(1) + " " + row.getString(2))
        .list();
  }
}
