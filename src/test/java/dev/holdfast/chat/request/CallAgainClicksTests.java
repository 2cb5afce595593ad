package dev.holdfast.chat.request;

import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Samples;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To call again after an unknown outcome takes two people. */
class CallAgainClicksTests {

  @AutoClose
  private final ChatBench bench =
      new ChatBench(
          Map.of(
              "holdfast.policy[0].approvers",
              Samples.MEGAN.id() + "," + LEE.person().id(),
              "holdfast.policy[0].safety-backup",
              "optional"));

  @Test
  void theSecondPersonConfirms() {
    unknown();
    assertThat(callAgain(MEGAN))
        .contains("Someone else has to confirm this by")
        .doesNotContain("CALL_AGAIN");
    assertThat(bench.newest().state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(callAgain(LEE)).contains("Proposed by Megan Bowen");
    assertThat(bench.newest().state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void theFirstPersonDoesNotConfirmAndTheAuditLogSaysSo() {
    unknown();
    callAgain(MEGAN);
    assertThat(callAgain(MEGAN)).contains("You proposed to retry");
    assertThat(bench.newest().state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(audited()).contains("CALL_AGAIN proposed: none", "settle: OWN_PROPOSAL");
  }

  @Test
  void theSecondPersonIsOfferedToConfirm() {
    unknown();
    callAgain(MEGAN);
    assertThat(
            shown(
                bench
                    .bench
                    .get(ConversationDispatcher.class)
                    .clicked(
                        bench.click(
                            LEE,
                            "request.refresh",
                            Map.of(
                                "requestId",
                                bench.newest().id().toString(),
                                "version",
                                Long.toString(bench.newest().version()))))))
        .contains("I confirm that it never started", "lookedAtOperations");
  }

  private String audited() {
    return String.join(
        ";",
        bench
            .bench
            .get(JdbcClient.class)
            .sql("select words from audit order by id")
            .query(String.class)
            .list());
  }

  private Request unknown() {
    Request request =
        bench.bench.add(Request.submit(bench.bench.requests().nextId(), details(restore(), 1)));
    change(r -> r.approval().approve(MEGAN.person(), "", request.details().digest(), NOW));
    change(r -> r.mainStep().commitStart(NOW, Set.of(), Optional.empty()));
    return change(
        r ->
            r.mainStep()
                .outcomeUnknown(
                    new Outcome(
                        NOW, Message.plain("?"), Optional.empty(), Optional.empty(), true)));
  }

  private Request change(Function<Request, RequestEvent> transition) {
    return bench.bench.change(bench.newest(), transition);
  }

  private String callAgain(ChatUser who) {
    return shown(
        bench
            .bench
            .get(ConversationDispatcher.class)
            .clicked(
                bench.click(
                    who,
                    "request.settle",
                    Map.of(
                        "settlement",
                        "CALL_AGAIN",
                        "comment",
                        "none",
                        "lookedAtOperations",
                        "true",
                        "requestId",
                        bench.newest().id().toString(),
                        "version",
                        Long.toString(bench.newest().version())))));
  }

  private static String shown(ActionResponse reaction) {
    return text(((ActionResponse.Show) reaction).card());
  }
}
