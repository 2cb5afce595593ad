package dev.holdfast.chat.request;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.FollowUps;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.followup.TargetUse;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.ResolutionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Clicks on Settle, where an outcome is not known. */
class SettleClicksTests {

  private static final String VERB = "request.settle";
  private static final Map<String, String> GIVE_UP =
      Map.of("settlement", "GIVE_UP", "comment", "it was deleted");

  @AutoClose
  private final ChatBench bench = new ChatBench(Map.of("holdfast.policy[0].safety-backup", "none"));

  @Test
  void anApproverIsOfferedTheWaysAndTheRequesterSeesOnlyThatItIsOpen() {
    Request request = unknown();
    assertThat(
            shown(
                bench
                    .bench
                    .get(ConversationDispatcher.class)
                    .clicked(click("request.refresh", MEGAN, request, Map.of()))))
        .contains(VERB, "RAN_AS:op-7", "CALL_AGAIN", "GIVE_UP", "lookedAtOperations");
    assertThat(status())
        .contains("an approver resolves the outcome on the card")
        .doesNotContain(VERB);
  }

  @Test
  void theRequesterDoesNotSettleTheOwnRequest() {
    assertThat(shown(settle(ALEX, unknown(), GIVE_UP))).contains("someone else has to approve it");
    assertThat(bench.newest().resolution().all()).isEmpty();
  }

  @Test
  void aStrangerDoesNot() {
    assertThat(shown(settle(LEE, unknown(), GIVE_UP))).contains("doesn't name you");
    assertThat(bench.newest().resolution().all()).isEmpty();
  }

  @Test
  void aFoundOperationIsChosenAndLookedUp() {
    assertThat(shown(settle(MEGAN, unknown(), Map.of("settlement", "RAN_AS:op-7"))))
        .contains("It ran as operation op-7. Holdfast is looking for it.")
        .doesNotContain(VERB);
    assertThat(bench.newest().resolution().inProgress().orElseThrow().operation())
        .isEqualTo("op-7");
  }

  @Test
  void anotherOperationIsTyped() {
    Request request = unknown();
    assertThat(shown(settle(MEGAN, request, Map.of("settlement", "RAN_AS", "operation", " "))))
        .contains("Enter the ID of the operation", VERB);
    settle(MEGAN, request, Map.of("settlement", "RAN_AS", "operation", " op-9 "));
    assertThat(bench.newest().resolution().inProgress().orElseThrow().operation())
        .isEqualTo("op-9");
  }

  @Test
  void toCallAgainNeedsAReasonAndThatSomebodyHasLooked() {
    Request request = unknown();
    assertThat(shown(settle(MEGAN, request, Map.of("settlement", "CALL_AGAIN"))))
        .contains("Enter a comment.", VERB);
    assertThat(shown(settle(MEGAN, request, Map.of("settlement", "CALL_AGAIN", "comment", "none"))))
        .contains("Check the operations of Contoso Dev", VERB);
    assertThat(
            shown(
                settle(
                    MEGAN,
                    request,
                    Map.of(
                        "settlement",
                        "CALL_AGAIN",
                        "comment",
                        "none",
                        "lookedAtOperations",
                        "true"))))
        .contains(
            "It never started, and Holdfast should retry. “none”", "Someone else has to confirm");
    assertThat(bench.newest().state()).isEqualTo(RequestState.UNKNOWN);
  }

  /** What would be called again is to be approved for exactly what it is. */
  @Test
  void toCallAgainIsNotOfferedOnceTheApprovalsDoNotHoldAnyMore() {
    Request request = unknown();
    assertThat(bench.bench.get(FollowUps.class).resolutionOptions(request))
        .contains(ResolutionKind.CALL_AGAIN);
    FollowUps stricter =
        new FollowUps(
            bench.bench.get(TargetUse.class),
            (any, asRead) ->
                new Revalidation.Denied(Message.plain("Nobody approves it any more.")));
    assertThat(stricter.resolutionOptions(request))
        .contains(ResolutionKind.GIVE_UP)
        .doesNotContain(ResolutionKind.CALL_AGAIN);
  }

  @Test
  void toGiveUpNeedsAReasonAndIsShownToAll() {
    Request request = unknown();
    assertThat(shown(settle(MEGAN, request, Map.of("settlement", "GIVE_UP"))))
        .contains("Enter a comment.", VERB);
    assertThat(shown(settle(MEGAN, request, GIVE_UP)))
        .contains("is closed, and its outcome stays unknown. “it was deleted”")
        .doesNotContain(VERB);
    assertThat(status()).contains("Megan Bowen", "is closed");
  }

  @Test
  void whatWasNotChosenOrIsNotOfferedIsAskedFor() {
    Request request = unknown();
    assertThat(shown(settle(MEGAN, request, Map.of()))).contains("Choose what happened.");
    assertThat(shown(settle(MEGAN, request, Map.of("settlement", "LOOK_AGAIN"))))
        .contains("Choose what happened.");
    assertThat(shown(settle(MEGAN, request, Map.of("settlement", "nonsense"))))
        .contains("Choose what happened.");
    assertThat(bench.newest().version()).isEqualTo(request.version());
  }

  @Test
  void anEnvironmentThatWasNotReadyIsLookedAtAgainWithoutAReason() {
    Request verifying = starting();
    change(r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    change(r -> r.mainStep().beginVerification(NOW));
    Request request = change(r -> r.mainStep().outcomeUnknown(doubt()));
    settle(MEGAN, request, Map.of("settlement", "LOOK_AGAIN"));
    assertThat(bench.newest().state()).isEqualTo(RequestState.VERIFYING);
    assertThat(verifying.id()).isEqualTo(request.id());
  }

  @Test
  void ofTwoClicksTheSecondIsToldWhatHappened() {
    Request request = unknown();
    settle(MEGAN, request, GIVE_UP);
    long version = bench.newest().version();
    assertThat(shown(settle(MEGAN, request, Map.of("settlement", "RAN_AS:op-7"))))
        .contains("Megan Bowen", "is closed, and its outcome stays unknown.");
    assertThat(bench.newest().version()).isEqualTo(version);
  }

  @Test
  void aCardFromBeforeTheLastWordIsAnsweredWithWhatHappened() {
    Request request = unknown();
    settle(MEGAN, request, Map.of("settlement", "RAN_AS:op-7"));
    change(
        r ->
            r.resolution()
                .operationNotFound(Message.plain("Power Platform lists no operation op-7."), NOW));
    assertThat(shown(settle(MEGAN, request, GIVE_UP)))
        .contains(
            "out of date", "That isn't possible: Power Platform lists no operation op-7.", VERB);
    assertThat(bench.newest().resolution().options()).contains(ResolutionKind.GIVE_UP);
  }

  @Test
  void theAuditKnowsWhoSaidWhat() {
    settle(MEGAN, unknown(), GIVE_UP);
    assertThat(bench.newest().resolution().all())
        .extracting(said -> said.by().name() + " " + said.kind() + " " + said.comment())
        .containsExactly("Megan Bowen GIVE_UP it was deleted");
  }

  @Test
  void whatWasGivenUpCanBeAskedForAgainInAFilledForm() {
    settle(MEGAN, unknown(), GIVE_UP);
    assertThat(status()).contains("request.again");
    CardActionInvocation again = click("request.again", ALEX, bench.newest(), Map.of());
    assertThat(text(bench.answer(again).orElseThrow().card().orElseThrow()))
        .contains("2026-11-19", "18:00", "Contoso Dev", "fresh data for testing");
  }

  private Request unknown() {
    starting();
    CandidateOperation found =
        new CandidateOperation(
            "op-7", "Restore", "Running", Optional.of(NOW), "Holdfast", progress("Running"));
    return change(r -> r.mainStep().outcomeUnknown(doubt(), List.of(found)));
  }

  private static Outcome doubt() {
    return new Outcome(NOW, Message.plain("?"), Optional.empty(), Optional.empty(), true);
  }

  private Request starting() {
    Request request =
        bench.bench.add(Request.submit(bench.bench.requests().nextId(), details(restore(), 1)));
    change(r -> r.approval().approve(MEGAN.person(), "", request.details().digest(), NOW));
    return change(r -> r.mainStep().commitStart(NOW));
  }

  private Request change(Function<Request, RequestEvent> transition) {
    return bench.bench.change(bench.newest(), transition);
  }

  private ActionResponse settle(ChatUser who, Request seen, Map<String, String> inputs) {
    return bench.bench.get(ConversationDispatcher.class).clicked(click(VERB, who, seen, inputs));
  }

  private CardActionInvocation click(
      String verb, ChatUser who, Request seen, Map<String, String> inputs) {
    Map<String, String> data = new HashMap<>(inputs);
    data.put("requestId", seen.id().toString());
    data.put("version", Long.toString(seen.version()));
    return bench.click(who, verb, data);
  }

  private static String shown(ActionResponse reaction) {
    return text(((ActionResponse.Show) reaction).card());
  }

  /** The request's card as its requester reads it. */
  private String status() {
    return text(
        bench
            .answer(new IncomingMessage("activity", ALEX, OWN, "status " + bench.newest().id()))
            .card()
            .orElseThrow());
  }
}
