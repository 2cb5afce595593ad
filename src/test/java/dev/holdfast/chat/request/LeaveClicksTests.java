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
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.LeaveRequests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Clicks on Leave administration mode, and what the commands tell of it. */
class LeaveClicksTests {

  private static final String VERB = "request.leaveAdminMode";

  @AutoClose
  private final ChatBench bench = new ChatBench(Map.of("holdfast.policy[0].safety-backup", "none"));

  @Test
  void theClickIsAnsweredAtOnceWithTheCardInItsNewState() {
    Request request = inAdministrationMode(true);
    assertThat(status()).contains(VERB, "was in administration mode when the operation ended");
    assertThat(shown(click(MEGAN, request)))
        .contains("Requested by Megan Bowen", "request.refresh")
        .doesNotContain(VERB);
    assertThat(bench.api.modeChanges).isEmpty();
  }

  @Test
  void theRequesterMayToo() {
    assertThat(shown(click(ALEX, inAdministrationMode(true)))).contains("Requested by Alex Wilber");
  }

  @Test
  void aStrangerIsToldWhyNotAndNothingIsAsked() {
    Request request = inAdministrationMode(true);
    assertThat(shown(click(LEE, request)))
        .contains("and its approvers can turn off")
        .doesNotContain(VERB);
    assertThat(parent().version()).isEqualTo(request.version());
    assertThat(bench.newest().id()).isEqualTo(request.id());
  }

  @Test
  void aDoubleClickIsOneWish() {
    Request request = inAdministrationMode(true);
    click(MEGAN, request);
    long once = parent().version();
    Request other = bench.newest();
    assertThat(shown(click(MEGAN, request))).contains("Requested by Megan Bowen");
    assertThat(shown(click(ALEX, request))).contains("Requested by Megan Bowen");
    assertThat(parent().version()).isEqualTo(once);
    assertThat(bench.newest().id()).isEqualTo(other.id());
  }

  @Test
  void theCardNamesTheRequestThatDoesItAndHowFarItIs() {
    Request request = inAdministrationMode(true);
    assertThat(shown(click(MEGAN, request))).contains("Request " + other().id() + ": approved.");
    bench.bench.change(other(), r -> r.mainStep().commitStart(NOW));
    assertThat(status()).contains("Request " + other().id() + ": starting.");
    assertThat(said("status " + other().id()))
        .contains("Turn off administration mode", "Follow-up of", request.id().toString())
        .contains("Contoso Dev", "Starting");
  }

  @Test
  void whatFailedIsAskedForAgainOnTheFirstCard() {
    Request request = inAdministrationMode(true);
    click(MEGAN, request);
    fail();
    assertThat(said("status " + other().id()))
        .contains("Failed", "Try again on the card of " + request.id())
        .doesNotContain("request.again", VERB);
    assertThat(said("undo " + other().id())).contains("changed no data");
  }

  @Test
  void aCardFromBeforeTheLastTryIsAnsweredWithWhatHappened() {
    Request request = inAdministrationMode(true);
    click(MEGAN, request);
    fail();
    assertThat(shown(click(ALEX, request)))
        .contains(
            "out of date",
            "Administration mode couldn't be turned off on Contoso Dev. It is busy.",
            VERB);
    assertThat(shown(click(ALEX, parent()))).contains("Requested by Alex Wilber");
  }

  @Test
  void aFailureIsShownWithTheServicesWordsAndTheButton() {
    click(MEGAN, inAdministrationMode(true));
    fail();
    assertThat(status())
        .contains(
            "Administration mode couldn't be turned off on Contoso Dev. It is busy.",
            "OperationNotStartable",
            "correlation-1",
            VERB);
  }

  @Test
  void afterAFailedRestoreThePersonHasToSayThatTheyLooked() {
    Request request = verifying();
    change(
        r ->
            r.mainStep()
                .outcomeUnknown(
                    new Outcome(
                        NOW, Message.plain("?"), Optional.empty(), Optional.empty(), true)));
    change(r -> r.completed().seenInAdministrationMode(true, NOW));
    assertThat(status()).contains(VERB, "Input.Toggle", "I checked the environment");
    Request now = parent();
    assertThat(shown(click(MEGAN, now))).contains("Check Contoso Dev first", VERB);
    assertThat(shown(click(MEGAN, now, Map.of("looked", "false")))).contains("first");
    assertThat(shown(click(MEGAN, now, Map.of("looked", "true"))))
        .contains("Requested by Megan Bowen");
    assertThat(request.id()).isEqualTo(now.id());
  }

  @Test
  void whereTheAdminApiCannotDoItTheCardSaysHow() {
    Request request = inAdministrationMode(false);
    assertThat(status())
        .contains("Power Platform admin center: Environments, Contoso Dev, Edit")
        .doesNotContain(VERB);
    assertThat(shown(click(MEGAN, request))).contains("can't turn off administration mode");
  }

  @Test
  void whileAnotherRequestHasStartedOnTheTargetTheClickIsRefusedAsTheCardSays() {
    Request request = inAdministrationMode(true);
    Request other =
        bench.bench.add(
            Request.submit(bench.bench.requests().nextId(), details(restore(), 0, "draft-other")));
    bench.bench.change(other, r -> r.mainStep().commitStart(NOW.plusSeconds(1)));
    assertThat(shown(click(MEGAN, request)))
        .contains("Another request is running on Contoso Dev now", other.id() + " is running")
        .doesNotContain(VERB);
  }

  @Test
  void whatWasLeftSaysByWhomAndWhenAndOffersNothing() {
    Request request = inAdministrationMode(true);
    click(MEGAN, request);
    bench.bench.change(other(), r -> r.mainStep().commitStart(NOW));
    bench.bench.change(other(), r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    bench.bench.change(other(), r -> r.mainStep().beginVerification(NOW));
    LeaveRequests.done(bench.bench, other(), "Contoso Dev has left administration mode.");
    assertThat(status())
        .contains("Turned off by Megan Bowen, Fri 20 Nov 2026, 11:00 (Europe/Berlin)")
        .doesNotContain(VERB);
    assertThat(shown(click(ALEX, request))).contains("Turned off by Megan Bowen");
    assertThat(said("history")).contains("administration mode turned off");
  }

  @Test
  void statusListsWhatIsBeingLeftAndHistoryWhatIsInIt() {
    Request request = inAdministrationMode(true);
    assertThat(said("history")).contains("Succeeded · in administration mode");
    assertThat(said("status")).contains("No requests are in progress");
    click(MEGAN, request);
    assertThat(said("status"))
        .contains(other().id().toString(), "Turn off administration mode", "Approved");
    assertThat(said("history")).contains("Succeeded · turning off administration mode");
  }

  private Request inAdministrationMode(boolean leavable) {
    verifying();
    return change(
        r ->
            r.completed()
                .succeedInAdministrationMode(
                    Message.plain("Contoso Dev is ready."), leavable, NOW));
  }

  private Request verifying() {
    Request request = bench.submitted();
    change(r -> r.approval().approve(MEGAN.person(), "", request.details().digest(), NOW));
    change(r -> r.mainStep().commitStart(NOW));
    change(r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    return change(r -> r.mainStep().beginVerification(NOW));
  }

  private void fail() {
    Outcome trouble =
        new Outcome(
            NOW,
            Message.plain("It is busy."),
            Optional.of("OperationNotStartable"),
            Optional.of("correlation-1"),
            false);
    LeaveRequests.fail(bench.bench, other(), trouble);
  }

  private Request change(
      java.util.function.Function<Request, dev.holdfast.request.RequestEvent> transition) {
    return bench.bench.change(parent(), transition);
  }

  /** The request whose target is in administration mode; the first one. */
  private Request parent() {
    List<Request> all = bench.bench.requests().recent(10);
    return all.get(all.size() - 1);
  }

  /** The request that takes it out of the mode. */
  private Request other() {
    return bench
        .bench
        .requests()
        .find(parent().leaving().wish().request().orElseThrow())
        .orElseThrow();
  }

  private ActionResponse click(ChatUser who, Request seen) {
    return click(who, seen, Map.of());
  }

  private ActionResponse click(ChatUser who, Request seen, Map<String, String> inputs) {
    Map<String, String> data = new java.util.HashMap<>(inputs);
    data.put("requestId", seen.id().toString());
    data.put("version", Long.toString(seen.version()));
    return bench.bench.get(ConversationDispatcher.class).clicked(bench.click(who, VERB, data));
  }

  private static String shown(ActionResponse reaction) {
    return text(((ActionResponse.Show) reaction).card());
  }

  /** The request's card as its requester reads it. */
  private String status() {
    return said("status " + parent().id());
  }

  private String said(String command) {
    return text(
        bench.answer(new IncomingMessage("activity", ALEX, OWN, command)).card().orElseThrow());
  }
}
