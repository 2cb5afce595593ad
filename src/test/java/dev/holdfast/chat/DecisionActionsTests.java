package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clicks that decide: each is answered with what is true. */
class DecisionActionsTests {

  private static final ConversationRef APPROVERS =
      new ConversationRef("megans-chat", ConversationRef.Kind.PERSONAL);

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void anUnknownRequestIsRefused() {
    for (String id : new String[] {"R-99", "", "nonsense", "R-99999999999999999999"}) {
      for (String verb : new String[] {"request.approve", "request.cancel", "request.refresh"}) {
        assertThat(click(MEGAN, verb, Map.of("requestId", id)))
            .isInstanceOfSatisfying(
                ActionResponse.Refuse.class, no -> assertThat(no.message()).contains("no request"));
      }
    }
  }

  @Test
  void anApprovalOfSomethingElseDoesNotCount() {
    Request request = awaiting();
    for (String digest : new String[] {"0000", ""}) {
      assertThat(
              shown(
                  click(MEGAN, "request.approve", ChatBench.with(data(request), "digest", digest))))
          .contains("This card was out of date", "request.approve");
    }
    assertThat(state(request)).isEqualTo(RequestState.AWAITING_APPROVAL);
  }

  @Test
  void aVersionThatIsNoNumberIsOutOfDate() {
    Request request = awaiting();
    for (String version : new String[] {"", "one", "-1", "١", "9999999999999999999999"}) {
      assertThat(
              shown(
                  click(
                      MEGAN, "request.approve", ChatBench.with(data(request), "version", version))))
          .contains("This card was out of date");
    }
    assertThat(state(request)).isEqualTo(RequestState.AWAITING_APPROVAL);
  }

  @Test
  void aRejectionWithoutACommentKeepsTheCard() {
    Request request = awaiting();
    assertThat(
            shown(click(MEGAN, "request.reject", ChatBench.with(data(request), "comment", "  \n"))))
        .contains("You can't reject a request without one", "request.approve", "request.reject");
    assertThat(state(request)).isEqualTo(RequestState.AWAITING_APPROVAL);
  }

  @Test
  void aCommentIsKeptWithTheDecision() {
    Request request = awaiting();
    assertThat(
            shown(
                click(
                    MEGAN,
                    "request.reject",
                    ChatBench.with(data(request), "comment", " not this week "))))
        .contains("not this week")
        .doesNotContain("request.approve");
    assertThat(bench.newest().decisions().get(0).comment()).isEqualTo("not this week");
  }

  @Test
  void theRequesterAndAStrangerAreToldWhyNot() {
    Request request = awaiting();
    assertThat(shown(click(ALEX, "request.approve", data(request))))
        .contains("someone else has to approve it", "request.cancel")
        .doesNotContain("request.approve");
    assertThat(shown(click(LEE, "request.approve", data(request))))
        .contains("doesn't name you as an approver");
    assertThat(shown(click(LEE, "request.cancel", data(request))))
        .contains("Only Alex Wilber, who submitted ");
    assertThat(state(request)).isEqualTo(RequestState.AWAITING_APPROVAL);
  }

  @Test
  void aSecondDecisionIsAnsweredInTheReadersZone() {
    Request request = awaiting();
    assertThat(shown(click(MEGAN, "request.approve", data(request)))).contains("Approved");
    assertThat(shown(click(MEGAN, "request.approve", data(request))))
        .contains("Already approved by Megan Bowen, Fri 20 Nov 2026, 05:00 (America");
  }

  @Test
  void aStaleCancelShowsWhatIsTrueAndCancelsNothing() {
    Request request = awaiting();
    click(MEGAN, "request.approve", data(request));
    assertThat(shown(click(ALEX, "request.cancel", data(request)))).contains("out of date");
    assertThat(state(request)).isEqualTo(RequestState.APPROVED);
    Request now = bench.newest();
    assertThat(shown(click(ALEX, "request.cancel", data(now)))).contains("Canceled");
    assertThat(state(request)).isEqualTo(RequestState.CANCELLED);
  }

  @Test
  void aRefreshShowsAndChangesNothing() {
    Request request = awaiting();
    assertThat(shown(click(MEGAN, "request.refresh", data(request)))).contains("request.approve");
    assertThat(bench.newest().version()).isEqualTo(request.version());
  }

  /** A request whose approval card stands in Megan's chat. */
  private Request awaiting() {
    Request request = bench.submitted();
    Posted card = new Posted(APPROVERS.conversation(), "message-1");
    bench
        .bench
        .get(JdbcClient.class)
        .sql("update posts set conversation = ?, activity = ? where kind = 'APPROVAL'")
        .params(card.conversation(), card.activity())
        .update();
    return request;
  }

  private static Map<String, String> data(Request request) {
    return Map.of(
        "requestId", request.id().toString(),
        "version", Long.toString(request.version()),
        "digest", request.details().digest().hex());
  }

  private ActionResponse click(ChatUser who, String verb, Map<String, String> data) {
    return bench
        .bench
        .get(ConversationDispatcher.class)
        .clicked(bench.click(who, APPROVERS, verb, data));
  }

  private RequestState state(Request request) {
    return bench.bench.requests().find(request.id()).orElseThrow().state();
  }

  private static String shown(ActionResponse reaction) {
    return text(((ActionResponse.Show) reaction).card());
  }
}
