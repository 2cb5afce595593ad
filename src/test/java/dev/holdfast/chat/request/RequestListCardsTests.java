package dev.holdfast.chat.request;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.Outcome;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What {@code status} and {@code approvals} list. */
class RequestListCardsTests {

  private static final String WAITS = "Outcome unknown · waiting for an approver to resolve it";

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void anUnknownOutcomeIsUnderWayUntilSomebodySettlesIt() {
    Request request = unknown();
    assertThat(list(LEE, "status")).contains(request.id().toString(), WAITS);
    bench.bench.change(request, r -> r.resolution().giveUp(MEGAN.person(), "it was deleted", NOW));
    assertThat(list(LEE, "status")).contains("No requests are in progress");
    assertThat(list(LEE, "history")).contains("Outcome unknown · closed as unknown");
  }

  @Test
  void anUnknownOutcomeWaitsForWhoMaySettleItAndForNobodyElse() {
    Request request = unknown();
    assertThat(list(MEGAN, "approvals")).contains(request.id().toString(), WAITS);
    assertThat(list(ALEX, "approvals")).contains("You have no pending approvals.");
    assertThat(list(LEE, "approvals")).contains("You have no pending approvals.");
  }

  @Test
  void anUnknownOutcomeThatIsLookedUpWaitsForNobody() {
    Request request = unknown();
    bench.bench.change(
        request, r -> r.resolution().resolveAsOperation(MEGAN.person(), "op-7", "", NOW));
    assertThat(list(MEGAN, "approvals")).contains("You have no pending approvals.");
    assertThat(list(MEGAN, "status")).contains("Outcome unknown · looking for the operation");
  }

  @Test
  void whatNeededNobodysApprovalWaitsForItsRequester() {
    unknown(0);
    assertThat(list(ALEX, "approvals")).contains(WAITS);
  }

  @Test
  void whoWaitsInLineIsListedWithWhomItWaitsFor() {
    Request request = approved(1);
    Message words =
        Message.plain("It waits for R-1042, which is at work on R-7. Before it in line: R-1043.");
    change(
        request,
        r -> r.queue().enqueue(Optional.of(new RequestId(1042)), words, NOW).orElseThrow());
    assertThat(list(LEE, "status"))
        .contains("Approved · waiting for R-1042")
        .doesNotContain("R-1043", "R-7");
    change(request, r -> r.queue().dequeue(NOW).orElseThrow());
    assertThat(list(LEE, "status")).doesNotContain("waits for");
  }

  private Request unknown() {
    return unknown(1);
  }

  private Request unknown(int approvals) {
    Request request = approved(approvals);
    change(request, r -> r.mainStep().commitStart(NOW));
    Outcome end = new Outcome(NOW, Message.plain("?"), Optional.empty(), Optional.empty(), true);
    return change(request, r -> r.mainStep().outcomeUnknown(end));
  }

  private Request approved(int approvals) {
    Request request =
        bench.bench.add(
            Request.submit(bench.bench.requests().nextId(), details(restore(), approvals)));
    return approvals == 0
        ? request
        : change(request, r -> r.approval().approve(MEGAN.person(), "", r.details().digest(), NOW));
  }

  private Request change(Request request, Function<Request, RequestEvent> transition) {
    return bench.bench.change(bench.bench.requests().find(request.id()).orElseThrow(), transition);
  }

  private String list(ChatUser who, String command) {
    return ChatBench.text(
        bench.answer(new IncomingMessage("activity", who, OWN, command)).card().orElseThrow());
  }
}
