package dev.holdfast.chat.home;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.request.Request;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What people are greeted with. */
class HomeCardTests {

  private static final String WAITING = "Waiting for your decision";
  private static final String IN_PROGRESS = "Requests in progress";

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void whoIsNewIsToldWhatHoldfastDoes() {
    assertThat(hello(ALEX))
        .contains("Hello, " + ALEX.name(), "I back up, restore, and copy", "restore.form")
        .doesNotContain(WAITING, IN_PROGRESS, "request.anew", "Not working");
  }

  @Test
  void aRequestIsShownOnceToWhoDecidesOnItAndAsInProgressToOthers() {
    String id = bench.submitted().id().toString();

    assertThat(hello(MEGAN)).contains(WAITING, id).doesNotContain(IN_PROGRESS);
    assertThat(hello(ALEX)).contains(IN_PROGRESS, id).doesNotContain(WAITING);
  }

  @Test
  void ofManyRequestsTheNewestAreShownAndTheRestIsAClickAway() {
    for (int i = 0; i < 4; i++) {
      bench.submitted();
    }
    assertThat(hello(MEGAN)).contains("\"verb\":\"history.show\"").contains("APPROVALS");
    assertThat(buttons(hello(MEGAN), "request.show")).hasSize(3);
  }

  @Test
  void aPairOfEnvironmentsIsOfferedAgainOnceToWhoAskedForIt() {
    bench.submitted();
    String newest = bench.submitted().id().toString();

    assertThat(buttons(hello(ALEX), "request.anew")).hasSize(1);
    assertThat(hello(ALEX))
        .contains("\"verb\":\"request.anew\",\"data\":{\"requestId\":\"" + newest);
    assertThat(hello(MEGAN)).doesNotContain("request.anew");
  }

  @Test
  void theFormOfAPairHasNeitherTheOldPointNorTheOldReason() {
    Request request = bench.submitted();

    String form = again(ALEX, request);

    assertThat(form)
        .contains("restore.review", UAT.id(), DEV.id())
        .doesNotContain("2026-11-19", "fresh data");
  }

  @Test
  void whatIsBrokenIsShownToWhoMayReadIt() {
    bench.checkup.finds(
        CheckResult.broken(
            "Power Platform does not know this application.",
            Remedy.of("Register it:", "New-PowerAppManagementApp")));
    assertThat(hello(MEGAN)).doesNotContain("Not working");

    say(MEGAN, "doctor");

    assertThat(hello(MEGAN)).contains("Not working", "New-PowerAppManagementApp", "doctor.check");
    assertThat(hello(ALEX)).doesNotContain("Not working", "New-PowerAppManagementApp");
  }

  @Test
  void subscriptionsAreNamed() {
    say(ALEX, "subscribe Contoso Dev");
    assertThat(hello(ALEX)).contains("You get a message when a request finishes for Contoso Dev.");

    say(ALEX, "subscribe");
    assertThat(hello(ALEX)).contains("You get a message when any request finishes.");
    assertThat(hello(MEGAN)).doesNotContain("You get a message");
  }

  /** Without what a client gets that knows no such action. */
  private static List<String> buttons(String card, String verb) {
    return Pattern.compile(
            "\"type\":\"Action.Execute\",\"title\":\"[^\"]*\",\"verb\":\""
                + Pattern.quote(verb)
                + "\"")
        .matcher(card)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private String again(ChatUser who, Request request) {
    return ChatBench.text(
        bench
            .answer(bench.click(who, "request.anew", Map.of("requestId", request.id().toString())))
            .orElseThrow()
            .card()
            .orElseThrow());
  }

  private String hello(ChatUser who) {
    return say(who, "hello");
  }

  private String say(ChatUser who, String text) {
    Reply answer = bench.answer(new IncomingMessage("activity", who, OWN, text));
    return answer.card().map(ChatBench::text).orElse(answer.text());
  }
}
