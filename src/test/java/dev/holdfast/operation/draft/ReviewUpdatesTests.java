package dev.holdfast.operation.draft;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.filledIn;
import static dev.holdfast.testing.Samples.DEV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.AdminOperation.Progress;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.testing.FakeMessenger.How;
import dev.holdfast.testing.FakeMessenger.Sent;
import dev.holdfast.testing.ScriptedAdminApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review whose check the service ends only after the review is shown. */
class ReviewUpdatesTests {

  private static final ConversationRef GROUP =
      new ConversationRef("19:group", ConversationRef.Kind.GROUP_CHAT);

  @AutoClose private final ChatBench bench = new ChatBench();
  private ConversationRef where;

  @BeforeEach
  void theServiceChecksLater() {
    bench.api.capabilities = new AdminApiCapabilities(true, false, false, true, true);
    bench.api.validation =
        () ->
            new ValidationResult(
                false, "202", List.of(), Optional.empty(), Optional.of(ScriptedAdminApi.REF));
    checking(State.RUNNING, "InProgress", "");
  }

  /** The last answer is given from then on. */
  private void checking(State state, String word, String objection) {
    Optional<Fault> fault =
        Optional.of(objection)
            .filter(words -> !words.isEmpty())
            .map(words -> new Fault("ValidationFailed", words));
    AdminOperation operation =
        new AdminOperation(
            ScriptedAdminApi.REF,
            "op-1",
            "Restore",
            new Progress(state, word, List.of(), fault),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Supplier<PollResult> answer = () -> new PollResult.Seen(operation, Optional.empty());
    bench.api.polls(answer);
    if (!word.equals("InProgress")) {
      bench.api.poll(ScriptedAdminApi.REF); // the one before
    }
  }

  private String reviewed() {
    where = bench.click(ALEX, "restore.review", Map.of()).where();
    bench.replies(bench.click(ALEX, "restore.review", filledIn()));
    return draft();
  }

  private String draft() {
    return bench
        .bench
        .get(JdbcClient.class)
        .sql("select id from drafts")
        .query(String.class)
        .single();
  }

  private boolean update(String draft) {
    return bench.bench.get(ReviewUpdates.class).update(draft);
  }

  private static boolean isUpdate(SchedulableInstance<?> task) {
    return task.getTaskInstance().getTaskName().equals("update-review");
  }

  @Test
  void itSaysThatTheServiceIsCheckingAndIsLookedAtAgain() {
    String draft = reviewed();
    assertThat(bench.messenger.last().text()).contains("Power Platform is still checking");
    assertThat(bench.messenger.last().offers("restore.submit")).isTrue();
    verify(bench.bench.scheduler)
        .schedule(
            argThat(
                (SchedulableInstance<?> task) ->
                    isUpdate(task) && task.getTaskInstance().getId().equals(draft)));
    assertThat(update(draft)).isFalse();
    assertThat(bench.api.validated).as("asked once").hasSize(1);
  }

  @Test
  void theCardShowsThatItPassed() {
    String draft = reviewed();
    checking(State.FAILED, "ValidationPassed", "");
    assertThat(update(draft)).isTrue();
    Sent shown = bench.messenger.last();
    assertThat(shown.how()).isEqualTo(How.UPDATED);
    assertThat(shown.where().activity()).isEqualTo("message-1");
    assertThat(shown.text()).contains("own check accepts this restore").doesNotContain("is still");
    assertThat(shown.offers("restore.submit")).isTrue();
    bench.messenger.clear();
    assertThat(update(draft)).as("once").isTrue();
    assertThat(bench.messenger.sent()).isEmpty();
  }

  @Test
  void theCardShowsWhatTheServiceObjectsToAndCannotBeSubmitted() {
    String draft = reviewed();
    checking(State.FAILED, "ValidationFailed", "name: Too long. (suggested: Dev)");
    assertThat(update(draft)).isTrue();
    assertThat(bench.messenger.last().text()).contains("Too long. (suggested: Dev)");
    assertThat(bench.messenger.last().offers("restore.submit")).isFalse();
    submit(draft);
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void theCardNamesTheOperationThatCarriesItOut() {
    String draft = reviewed();
    checking(State.SUCCEEDED, "Succeeded", "");
    assertThat(update(draft)).isTrue();
    assertThat(bench.messenger.last().text()).contains("carries it out: operation op-1");
    assertThat(bench.messenger.last().offers("restore.submit")).isFalse();
    assertThat(
            bench
                .bench
                .get(JdbcClient.class)
                .sql("select words from audit where what = 'CHECK_CARRIED_OUT'")
                .query(String.class)
                .single())
        .startsWith(DEV.id() + " ")
        .contains("op-1");
  }

  @Test
  void whatWasSubmittedMeanwhileIsLeftAlone() {
    String draft = reviewed();
    submit(draft);
    assertThat(bench.requests()).hasSize(1);
    bench.messenger.clear();
    checking(State.FAILED, "ValidationPassed", "");
    assertThat(update(draft)).isTrue();
    assertThat(bench.messenger.sent()).isEmpty();
  }

  private void submit(String draft) {
    bench
        .bench
        .get(ConversationDispatcher.class)
        .clicked(
            bench.click(
                ALEX, "restore.submit", Map.of("draft", draft, "confirm", DEV.displayName())));
  }

  @Test
  void aServiceThatDoesNotAnswerIsAskedAgainUntilTheReviewIsOld() {
    String draft = reviewed();
    bench.api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "503")));
    assertThat(update(draft)).isFalse();
    bench.bench.clock.advance(Duration.ofMinutes(31));
    assertThat(update(draft)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"MESSAGE_GONE", "NEVER"})
  void aCardThatCannotBeReplacedIsPostedAnew(Reason reason) {
    String draft = reviewed();
    checking(State.FAILED, "ValidationPassed", "");
    bench.messenger.fails(new Address.Conversation(where.conversation()), reason);
    assertThat(update(draft)).isTrue();
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
  }

  @Test
  void aMessengerThatIsDownIsTriedAgainWithWhatWasFound() {
    String draft = reviewed();
    checking(State.FAILED, "ValidationPassed", "");
    bench.messenger.fails(new Address.Conversation(where.conversation()), Reason.LATER);
    assertThatThrownBy(() -> update(draft)).isInstanceOf(DeliveryException.class);
    assertThat(update(draft)).isTrue();
    assertThat(bench.messenger.last().text()).contains("own check accepts this restore");
  }

  @Test
  void aReviewThatIsNotTheClickersCardIsANewMessageAndSoIsItsResult() {
    CardActionInvocation clicked = bench.click(ALEX, GROUP, "restore.review", filledIn());
    bench.replies(clicked);
    String draft = draft();
    checking(State.FAILED, "ValidationPassed", "");
    bench.messenger.clear();
    assertThat(update(draft)).isTrue();
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
    assertThat(bench.messenger.last().json()).contains("\"owner\":\"" + ALEX.id() + "\"");
  }

  @Test
  void aReviewWithoutAWaitIsLeftAlone() {
    bench.api.validation =
        () -> new ValidationResult(true, "ValidationPassed", List.of(), Optional.empty());
    String draft = reviewed();
    verify(bench.bench.scheduler, never())
        .schedule(argThat((SchedulableInstance<?> task) -> isUpdate(task)));
    assertThat(update(draft)).isTrue();
    assertThat(update("unknown")).isTrue();
  }
}
