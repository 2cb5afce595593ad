package dev.holdfast.operation.restore;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.filledIn;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.progress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What people see of the safety backup, and how they go back from it. */
class UndoTests {

  private static final String VERB = "request.undo";
  private static final Duration WEEK = Duration.ofDays(7);

  @AutoClose private ChatBench bench = new ChatBench();

  @Test
  void theReviewAndTheCardSayThatTheTargetIsBackedUpFirst() {
    String planned = "of Contoso Dev, before it's overwritten";
    assertThat(text(bench.review(filledIn()))).contains("Safety backup", planned);
    Request request = bench.submitted();
    assertThat(says(ALEX, "status " + request.id())).contains(planned);
    assertThat(says(MEGAN, "status " + request.id())).contains("request.approve", planned);
  }

  @Test
  void whereThePolicyAsksForItNobodyDoesWithoutIt() {
    assertThat(text(bench.review(with(filledIn(), "safetyBackup", "false"))))
        .contains("of Contoso Dev, before it's overwritten");
    assertThat(text(bench.bench.get(RestoreFormAction.class).form(filledIn(), ALEX)))
        .doesNotContain("\"safetyBackup\"");
  }

  @Test
  void whereThePolicyLeavesItOpenTheFormAsks() {
    reopen("optional");
    assertThat(text(bench.bench.get(RestoreFormAction.class).form(filledIn(), ALEX)))
        .contains("\"id\":\"safetyBackup\"");
    assertThat(text(bench.review(filledIn()))).contains("of Contoso Dev, before it's overwritten");
    assertThat(text(bench.review(with(filledIn(), "safetyBackup", "false"))))
        .contains("{\"title\":\"Safety backup\",\"value\":\"none\"}");
  }

  @Test
  void whereThePolicyDoesWithoutThereIsNone() {
    reopen("none");
    assertThat(text(bench.review(filledIn())))
        .contains("{\"title\":\"Safety backup\",\"value\":\"none\"}");
  }

  @Test
  void whileItIsTakenTheRequesterCannotCancelAndAfterwardsCan() {
    approved();
    change(r -> r.safetyBackupStep().commitStart(NOW));
    assertThat(says(ALEX, "status " + bench.newest().id()))
        .contains("Taking a safety backup", "Creating a safety backup of Contoso Dev")
        .doesNotContain("request.cancel");
    assertThat(says(ALEX, "cancel " + bench.newest().id()))
        .contains("The safety backup is in progress.");
    change(r -> r.safetyBackupStep().accepted(progress("Accepted"), "", NOW));
    change(r -> r.safetyBackupStep().beginVerification(NOW));
    change(r -> r.safetyBackupStep().taken(kept(), NOW));
    assertThat(says(ALEX, "status " + bench.newest().id()))
        .contains(
            "request.cancel",
            "use this backup from Fri 20 Nov 2026, 11:15 (Europe/Berlin)",
            "Kept until");
    assertThat(says(MEGAN, "status " + bench.newest().id())).doesNotContain("request.cancel");
    assertThat(says(ALEX, "cancel " + bench.newest().id())).contains("Canceled");
  }

  @Test
  void theWayBackIsOfferedToWhoMayAskForIt() {
    Request request = restored();
    assertThat(says(ALEX, "status " + request.id())).contains(VERB);
    assertThat(says(MEGAN, "status " + request.id())).contains(VERB);
    assertThat(says(LEE, "status " + request.id())).doesNotContain(VERB);
  }

  @Test
  void itOpensTheFormFilledWithTheWayBack() {
    Request request = restored();
    String form = says(ALEX, "undo " + request.id());
    assertThat(form)
        .contains(
            "Undo of " + request.id(), "Undo of " + request.id(), "\"source\":\"" + DEV.id() + "\"")
        .contains("\"value\":\"b-1\"", "\"value\":\"" + DEV.id() + "\"");
    assertThat(text(clicked(request))).isEqualTo(form);
  }

  @Test
  void afterItsExpiryTheContinuousBackupsAreOfferedInstead() {
    Request request = restored();
    bench.bench.clock.advance(WEEK);
    assertThat(says(ALEX, "status " + request.id())).doesNotContain(VERB);
    assertThat(text(clicked(request)))
        .contains("expired at", "\"value\":\"2026-11-20\"", "\"value\":\"11:14\"");
  }

  @Test
  void withoutASafetyBackupTheContinuousBackupsAreOffered() {
    reopen("none");
    approved();
    change(r -> r.mainStep().commitStart(NOW));
    Outcome unknown =
        new Outcome(NOW, Message.plain("?"), Optional.empty(), Optional.empty(), true);
    Request request = change(r -> r.mainStep().outcomeUnknown(unknown));
    assertThat(says(ALEX, "undo " + request.id()))
        .contains("has no safety backup", "\"value\":\"10:59\"");
  }

  @Test
  void whatOverwroteNothingHasNoWayBack() {
    Request request = approved();
    assertThat(says(ALEX, "undo " + request.id()))
        .contains("There's nothing to undo", "cancel " + request.id());
    change(r -> r.approval().cancel(ALEX.person(), NOW));
    assertThat(says(ALEX, "undo " + request.id())).contains("Contoso Dev wasn't overwritten");
    assertThat(says(ALEX, "undo R-9")).contains("There's no request R-9");
  }

  /** Alex's restore has ended well; the service has its safety backup still. */
  private Request restored() {
    approved();
    change(r -> r.safetyBackupStep().commitStart(NOW));
    change(r -> r.safetyBackupStep().accepted(progress("Accepted"), "", NOW));
    change(r -> r.safetyBackupStep().beginVerification(NOW));
    change(r -> r.safetyBackupStep().taken(kept(), NOW));
    Instant usable = kept().usableAt();
    bench.bench.clock.advance(Duration.between(NOW, usable));
    change(r -> r.mainStep().commitStart(usable));
    change(r -> r.mainStep().accepted(progress("Accepted"), "", usable));
    change(r -> r.mainStep().beginVerification(usable));
    bench.api.backups.add(
        new Backup(
            "b-1",
            "Holdfast before restore",
            Optional.empty(),
            NOW,
            Optional.of(NOW.plus(WEEK)),
            Optional.empty()));
    return change(r -> r.mainStep().succeed(Message.plain("Contoso Dev is ready."), usable));
  }

  private static CreatedBackup kept() {
    return new CreatedBackup("b-1", NOW, NOW.plus(Duration.ofMinutes(15)), NOW.plus(WEEK), true);
  }

  private Request approved() {
    Request request = bench.submitted();
    return change(r -> r.approval().approve(MEGAN.person(), "", request.details().digest(), NOW));
  }

  private dev.holdfast.card.Card clicked(Request request) {
    return bench
        .answer(bench.click(ALEX, VERB, Map.of("requestId", request.id().toString())))
        .orElseThrow()
        .card()
        .orElseThrow();
  }

  private void reopen(String policy) {
    bench.close();
    bench = new ChatBench(Map.of("holdfast.policy[0].safety-backup", policy));
  }

  private Request change(Function<Request, RequestEvent> transition) {
    return bench.bench.change(bench.newest(), transition);
  }

  private String says(ChatUser who, String command) {
    return text(
        bench.answer(new IncomingMessage("activity", who, OWN, command)).card().orElseThrow());
  }
}
