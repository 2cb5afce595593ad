package dev.holdfast.bot.dispatch;

import static dev.holdfast.chat.ChatBench.GROUP;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.FakeMessenger.How;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a client that knows Action.Submit alone is answered. */
class SubmitFallbackHandlerTests {

  private static final Address HERE = new Address.Conversation(OWN.conversation());

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void aDecisionTakesThePlaceOfTheCardThatWasClicked() {
    CardActionInvocation approve = decision(OWN, "request.approve");
    bench.repliesToSubmit(approve);
    assertThat(bench.newest().state()).isEqualTo(RequestState.APPROVED);
    assertThat(bench.messenger.last().how()).isEqualTo(How.UPDATED);
    assertThat(bench.messenger.last().where()).isEqualTo(new Posted("chat-alex", "message-1"));
    assertThat(bench.messenger.last().text()).contains("Approved");
  }

  @Test
  void anAnswerThatIsLostComesAgainAndWhatWasDecidedStands() {
    CardActionInvocation approve = decision(OWN, "request.approve");
    bench.messenger.fails(HERE, Reason.LATER);
    assertThatThrownBy(() -> bench.repliesToSubmit(approve)).isInstanceOf(DeliveryException.class);
    assertThat(bench.newest().state()).isEqualTo(RequestState.APPROVED);
    assertThat(bench.messenger.sent()).isEmpty();

    bench.repliesToSubmit(approve);

    assertThat(bench.newest().decisions()).hasSize(1);
    assertThat(bench.messenger.last().text()).contains("Approved", "Megan Bowen");
  }

  @Test
  void aCardThatIsGoneIsAnsweredByANewOne() {
    CardActionInvocation approve = decision(OWN, "request.approve");
    bench.messenger.fails(HERE, Reason.MESSAGE_GONE);
    bench.repliesToSubmit(approve);
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
    assertThat(bench.messenger.last().to()).isEqualTo(HERE);
  }

  @Test
  void aCardForOneIsNotPutWhereOthersSeeIt() {
    bench.repliesToSubmit(decision(GROUP, "request.refresh"));
    assertThat(bench.messenger.last().to()).isEqualTo(new Address.Person(MEGAN.id()));
    assertThat(bench.messenger.sentTo(new Address.Conversation(GROUP.conversation()))).isEmpty();
  }

  @Test
  void aRefusalAndAnUnknownButtonAreToldInWords() {
    bench.repliesToSubmit(bench.click(MEGAN, "request.approve", Map.of("requestId", "R-77")));
    assertThat(bench.messenger.last().text()).contains("There's no request R-77");
    bench.repliesToSubmit(bench.click(MEGAN, "request.delete", Map.of()));
    assertThat(bench.messenger.last().text()).contains("This button is no longer supported");
    assertThat(bench.messenger.last().to()).isEqualTo(HERE);
  }

  @Test
  void aRefusalAmongOthersIsForTheClickerAlone() {
    for (Map<String, String> data :
        List.of(Map.of("requestId", "R-77"), Map.<String, String>of())) {
      bench.repliesToSubmit(bench.click(MEGAN, GROUP, "request.approve", data));
      assertThat(bench.messenger.last().to())
          .isEqualTo(new Address.Member(GROUP.conversation(), MEGAN.id()));
    }
  }

  @Test
  void aLookUpIsAnsweredAsAnyOther() {
    bench.repliesToSubmit(bench.click(MEGAN, "environment.show", Map.of("environment", "env-uat")));
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
    assertThat(bench.messenger.last().text()).contains("Contoso UAT");
  }

  @Test
  void anAnswerWhoseChatIsGoneGoesToTheChatOfThePersonAndIsFollowedThere() {
    CardActionInvocation approve = decision(OWN, "request.approve");
    bench.messenger.fails(HERE, Reason.UNREACHABLE);
    bench.repliesToSubmit(approve);
    assertThat(bench.newest().state()).isEqualTo(RequestState.APPROVED);
    assertThat(bench.messenger.last().to()).isEqualTo(new Address.Person(MEGAN.id()));
    assertThat(bench.messenger.last().text()).contains("Approved");
  }

  @Test
  void aLookUpInAGroupThatIsGoneIsAnsweredInPerson() {
    bench.messenger.doesNotReach(GROUP.everybody());
    bench.repliesToSubmit(
        bench.click(MEGAN, GROUP, "environment.show", Map.of("environment", "env-uat")));
    assertThat(bench.messenger.last().to()).isEqualTo(new Address.Person(MEGAN.id()));
    assertThat(bench.messenger.last().text()).contains("Contoso UAT");
  }

  @Test
  void aRequestThatIsShownInPersonInsteadIsFollowedThere() {
    Request request = bench.submitted();
    bench.messenger.doesNotReach(GROUP.everybody());
    bench.repliesToSubmit(
        bench.click(MEGAN, GROUP, "request.show", Map.of("requestId", request.id().toString())));
    assertThat(followed(request)).contains(new Address.Person(MEGAN.id()).toString());
    assertThat(followed(request)).doesNotContain(GROUP.everybody().toString());
  }

  @Test
  void whoHasNoChatWithHoldfastIsAnsweredInWordsWhereTheyClicked() {
    CardActionInvocation approve = decision(GROUP, "request.approve");
    bench.messenger.doesNotReach(new Address.Person(MEGAN.id()));
    bench.repliesToSubmit(approve);
    assertThat(bench.newest().state()).isEqualTo(RequestState.APPROVED);
    assertThat(bench.messenger.last().how()).isEqualTo(How.SAID);
    assertThat(bench.messenger.last().to())
        .isEqualTo(new Address.Member(GROUP.conversation(), MEGAN.id()));
    assertThat(bench.messenger.last().text()).contains(bench.newest().id().toString(), "Approved");
  }

  @Test
  void aFallbackThatIsHeldBackComesAgainAsItIs() {
    CardActionInvocation approve = decision(OWN, "request.approve");
    bench.messenger.fails(HERE, Reason.UNREACHABLE);
    bench.messenger.fails(new Address.Person(MEGAN.id()), Reason.NOT_YET);
    assertThatThrownBy(() -> bench.repliesToSubmit(approve)).isInstanceOf(DeliveryException.class);
    bench.repliesToSubmit(approve);
    assertThat(bench.messenger.last().to()).isEqualTo(new Address.Person(MEGAN.id()));
    assertThat(bench.newest().decisions()).hasSize(1);
  }

  @Test
  void whatCannotBeSaidAnywhereIsDroppedAndWhatWasDecidedStands() {
    CardActionInvocation approve = decision(GROUP, "request.approve");
    bench.messenger.doesNotReach(new Address.Person(MEGAN.id()));
    bench.messenger.doesNotReach(new Address.Member(GROUP.conversation(), MEGAN.id()));
    bench.repliesToSubmit(approve);
    assertThat(bench.newest().state()).isEqualTo(RequestState.APPROVED);
    assertThat(bench.messenger.sent()).isEmpty();
  }

  @Test
  void aCardThatTeamsDoesNotReplaceIsAnsweredByANewOne() {
    CardActionInvocation approve = decision(OWN, "request.approve");
    bench.messenger.fails(HERE, Reason.NEVER);
    bench.repliesToSubmit(approve);
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
  }

  private List<String> followed(Request request) {
    return bench
        .bench
        .get(JdbcClient.class)
        .sql("select address from posts where request_id = ?")
        .param(request.id().number())
        .query(String.class)
        .list();
  }

  private CardActionInvocation decision(ConversationRef where, String verb) {
    Request request = bench.submitted();
    bench.messenger.clear();
    return bench.click(
        MEGAN,
        where,
        verb,
        Map.of(
            "requestId",
            request.id().toString(),
            "version",
            Long.toString(request.version()),
            "digest",
            request.details().digest().hex(),
            "comment",
            "fine"));
  }
}
