package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Clicks on the card of a restore that failed, before and after the wait of half an hour (R25). */
class FailedRestoreClicksTests {

  private static final String AGAIN = "request.again";
  private static final String UNDO = "request.undo";
  private static final Duration WAIT = Duration.ofMinutes(30);
  private static final Duration WEEK = Duration.ofDays(7);

  private static final String FROM = "Fri 20 Nov 2026, 11:30 (Europe/Berlin) · 10:30 UTC";

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void duringTheWaitNeitherIsOfferedAndTheClicksAreRefusedUntilThen() {
    Request failed = failed();
    bench.bench.clock.advance(WAIT.minusMillis(1));
    assertThat(card()).doesNotContain(AGAIN, UNDO).contains("11:30");
    assertThat(click(AGAIN, failed))
        .contains("failed a short while ago. You can request it again from " + FROM + ".")
        .doesNotContain("restore.review");
    assertThat(click(UNDO, failed))
        .contains(failed.id() + " can't be undone yet", "You can undo it from " + FROM + ".")
        .doesNotContain("restore.review");
    assertThat(said("undo " + failed.id()))
        .contains(failed.id() + " can't be undone yet", "You can undo it from " + FROM + ".");
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void whenTheWaitIsOverBothAreOfferedAndTheClicksOpenTheForm() {
    Request failed = failed();
    bench.bench.clock.advance(WAIT);
    assertThat(card()).contains(AGAIN, UNDO);
    assertThat(click(AGAIN, failed)).contains("restore.review", "fresh data for testing");
    assertThat(click(UNDO, failed)).contains("restore.review", "Undo of " + failed.id());
  }

  /** Nothing was overwritten, so nobody has to wait. */
  @Test
  void oneThatDidNotStartIsRequestedAgainAtOnce() {
    approved();
    change(r -> r.safetyBackupStep().commitStart(NOW));
    Request failed = change(r -> r.safetyBackupStep().fail(ending(false)));
    assertThat(card()).contains(AGAIN).doesNotContain(UNDO);
    assertThat(click(AGAIN, failed)).contains("restore.review");
  }

  /** The service was called after its safety backup had been taken. */
  private Request failed() {
    approved();
    change(r -> r.safetyBackupStep().commitStart(NOW));
    change(r -> r.safetyBackupStep().accepted(progress("Accepted"), "", NOW));
    change(r -> r.safetyBackupStep().beginVerification(NOW));
    change(
        r ->
            r.safetyBackupStep()
                .taken(new CreatedBackup("b-1", NOW, NOW, NOW.plus(WEEK), true), NOW));
    change(r -> r.mainStep().commitStart(NOW));
    change(r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    return change(r -> r.mainStep().fail(ending(true)));
  }

  private static Outcome ending(boolean started) {
    return new Outcome(
        NOW, Message.plain("It failed."), Optional.of("Boom"), Optional.empty(), started);
  }

  private void approved() {
    Request request =
        bench.bench.add(
            Request.submit(bench.bench.requests().nextId(), details(restoreWithSafetyBackup(), 1)));
    change(r -> r.approval().approve(Samples.MEGAN, "", request.details().digest(), NOW));
  }

  private Request change(Function<Request, RequestEvent> transition) {
    return bench.bench.change(bench.newest(), transition);
  }

  private String click(String verb, Request seen) {
    Map<String, String> data =
        Map.of("requestId", seen.id().toString(), "version", Long.toString(seen.version()));
    return text(bench.answer(bench.click(ALEX, verb, data)).orElseThrow().card().orElseThrow());
  }

  /** The card of the newest request as its requester reads it. */
  private String card() {
    return said("status " + bench.newest().id());
  }

  private String said(String command) {
    return text(
        bench.answer(new IncomingMessage("activity", ALEX, OWN, command)).card().orElseThrow());
  }
}
