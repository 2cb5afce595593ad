package dev.holdfast.bot.dispatch;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.GROUP;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.THREAD;
import static dev.holdfast.chat.ChatBench.filledIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.card.ErrorCards;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.testing.FakeLanguages;
import dev.holdfast.testing.FakeMessenger.How;
import dev.holdfast.testing.ScriptedAdminApi;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** That whatever goes wrong becomes an answer too. */
class ReplyFactoryTests {

  private static final Address HERE = new Address.Conversation(OWN.conversation());

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void anAnswerGoesToTheThreadInWhichItWasAsked() {
    bench.replies(new IncomingMessage("a", ALEX, THREAD, "environments"));
    assertThat(bench.messenger.last().to())
        .isEqualTo(new Address.Conversation(THREAD.conversation()));
    assertThat(bench.messenger.last().text()).contains("Contoso UAT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "help", "restroe Contoso UAT", "cancel", "doctor", "status R-4711"})
  void whatIsOfNoUseToOthersIsForTheAskerAlone(String text) {
    for (ConversationRef among : List.of(THREAD, GROUP)) {
      bench.replies(new IncomingMessage("a", LEE, among, text));
      assertThat(bench.messenger.last().to())
          .isEqualTo(new Address.Member(among.conversation(), LEE.id()));
    }
    bench.replies(new IncomingMessage("a", LEE, OWN, text));
    assertThat(bench.messenger.last().to()).isEqualTo(HERE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environments",
        "environment Contoso",
        "backups Contoso UAT",
        "backup Contoso UAT",
        "restore Contoso UAT to Contoso Dev",
        "why Contoso Dev",
        "status",
        "status R-1001",
        "approvals",
        "history",
        "cancel R-1001",
        "subscribe Contoso Dev"
      })
  void formsRequestsAndListsAreForAllWhoAreThere(String text) {
    bench.submitted();

    bench.replies(new IncomingMessage("a", LEE, THREAD, text));

    assertThat(bench.messenger.last().to())
        .isEqualTo(new Address.Conversation(THREAD.conversation()));
  }

  @Test
  void whatHoldfastCannotShowIsForTheClickerAlone() {
    bench.replies(bench.click(LEE, THREAD, "request.show", Map.of("requestId", "R-4711")));

    assertThat(bench.messenger.last().to())
        .isEqualTo(new Address.Member(THREAD.conversation(), LEE.id()));
  }

  @Test
  void aReviewTakesTheFormsPlaceAndALookUpIsAMessageOfItsOwn() {
    bench.replies(bench.click(ALEX, "restore.review", filledIn()));
    assertThat(bench.messenger.last().how()).isEqualTo(How.UPDATED);
    assertThat(bench.messenger.last().where()).isEqualTo(new Posted("chat-alex", "message-1"));
    bench.replies(bench.click(ALEX, "request.show", Map.of("requestId", "R-4711")));
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
  }

  @Test
  void aReviewOfAFormThatIsGoneIsPosted() {
    bench.messenger.fails(HERE, DeliveryException.Reason.MESSAGE_GONE);

    bench.replies(bench.click(ALEX, "restore.review", filledIn()));

    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
    assertThat(bench.messenger.last().to()).isEqualTo(HERE);
  }

  @Test
  void aSubmittedBackupIsAnsweredByTheRequestsCardAlone() {
    Map<String, String> form =
        Map.of("draft", "3f1c2a52-0000-4000-8000-000000000001", "source", "env-uat", "label", "x");
    bench.replies(bench.click(ALEX, "backup.submit", form));
    assertThat(bench.requests()).hasSize(1);
    assertThat(bench.messenger.sent()).isEmpty();
  }

  @Test
  void whatTheServiceSaysIsTold() {
    bench.api.down(Optional.of(ScriptedAdminApi.failure(Kind.FORBIDDEN, "not registered")));
    bench.replies(new IncomingMessage("a", ALEX, OWN, "backups Contoso UAT"));
    assertThat(bench.messenger.last().text())
        .contains(
            "Couldn't get this from Power Platform",
            "not registered",
            "correlation-1",
            "operator of Holdfast");
  }

  @Test
  void aMistakeOfOursIsToldWithAReferenceAndNothingMore() {
    CommandDispatcher broken = broken();
    when(broken.reply(any(), any()))
        .thenThrow(new IllegalStateException("select secret from table"));
    replies(broken, new IncomingMessage("a", ALEX, OWN, "status"));
    assertThat(bench.messenger.last().text())
        .contains("Something went wrong in Holdfast", "Reference")
        .doesNotContain("secret");
  }

  @Test
  void aDatabaseThatIsRestartedDelaysTheAnswerAndIsNoMistakeOfOurs() {
    for (RuntimeException away :
        List.of(
            new DataAccessResourceFailureException("terminating connection"),
            new CannotCreateTransactionException("no connection"),
            new TransactionSystemException(
                "commit", new SQLException("the line is cut", "08006")))) {
      CommandDispatcher broken = broken();
      when(broken.reply(any(), any())).thenThrow(away);
      assertThatThrownBy(() -> replies(broken, new IncomingMessage("a", ALEX, OWN, "status")))
          .isSameAs(away);
    }
    assertThat(bench.messenger.sent()).isEmpty();
  }

  @Test
  void onlyWhatMayArriveLaterFailsTheTask() {
    IncomingMessage said = new IncomingMessage("a", ALEX, OWN, "help");
    bench.messenger.fails(HERE, Reason.LATER);
    assertThatThrownBy(() -> bench.replies(said)).isInstanceOf(DeliveryException.class);
    bench.messenger.doesNotReach(new Address.Person(ALEX.id()));
    for (Reason reason : List.of(Reason.UNREACHABLE, Reason.NEVER, Reason.MESSAGE_GONE)) {
      bench.messenger.fails(HERE, reason);
      assertThatCode(() -> bench.replies(said)).doesNotThrowAnyException();
    }
    assertThat(bench.messenger.sent()).isEmpty();
  }

  @Test
  void aPlaceIsWelcomedWithWhatHoldfastCanDo() {
    bench
        .bench
        .get(ReplyDelivery.class)
        .give(bench.bench.get(PendingReplyFactory.class).welcome(THREAD));
    assertThat(bench.messenger.last().text()).contains("Hello, I'm Holdfast");
  }

  private static CommandDispatcher broken() {
    CommandDispatcher broken = Mockito.mock(CommandDispatcher.class);
    when(broken.parse(any())).thenReturn(ParsedCommands.PARSER.parse("status"));
    return broken;
  }

  private void replies(CommandDispatcher commands, IncomingMessage said) {
    ReplyFactory answers =
        new ReplyFactory(
            commands,
            bench.bench.get(CardActionDispatcher.class),
            bench.bench.get(HelpCard.class),
            bench.bench.get(ErrorCards.class),
            bench.bench.get(EnvironmentResolver.class));
    new ReplyDelivery(
            bench.bench.get(ActivityDeduplicator.class),
            answers,
            bench.bench.get(ReplySender.class),
            bench.bench.get(TypingIndicator.class))
        .give(
            new PendingReplyFactory(commands, null, answers, null, new FakeLanguages())
                .message(said));
  }
}
