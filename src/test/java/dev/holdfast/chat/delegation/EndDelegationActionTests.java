package dev.holdfast.chat.delegation;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.GROUP;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.delegation.Delegation;
import dev.holdfast.approval.delegation.DelegationService;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.card.Card;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.request.Person;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The button by which a delegator ends a delegation. */
class EndDelegationActionTests {

  private static final Instant UNTIL = Samples.NOW.plus(Duration.ofDays(1));

  @AutoClose private final ChatBench bench = new ChatBench(Map.of());

  @Test
  void theDelegatorEndsTheOneWhoseButtonItIs() {
    Delegation toLee = delegate(MEGAN.person(), LEE.person());
    delegate(MEGAN.person(), ALEX.person());
    assertThat(buttons(list(MEGAN)))
        .extracting(button -> button.path("title").asString())
        .containsExactly("End delegation to Alex Wilber", "End delegation to Lee Gu");

    ActionResponse.Show shown = (ActionResponse.Show) click(MEGAN, OWN, toLee, "true");
    assertThat(shown.forEveryone()).isTrue();
    assertThat(ChatBench.text(shown.card()))
        .contains("Lee Gu no longer decides for you.", "Alex Wilber decides for you until")
        .doesNotContain("End delegation to Lee Gu");
    assertThat(active()).extracting(one -> one.to().id()).containsExactly(ALEX.id());
    assertThat(ended()).containsExactly("Megan Bowen");
  }

  @Test
  void whatWasJustBegunIsEndedOnItsCardForAllWhoSeeIt() {
    Delegation toLee = delegate(MEGAN.person(), LEE.person());
    Card begun = bench.bench.get(DelegationCards.class).started(toLee, MEGAN);
    assertThat(buttons(begun))
        .singleElement()
        .satisfies(
            button ->
                assertThat(button.path("data").path("delegation").asString())
                    .isEqualTo(String.valueOf(toLee.id())));
    ActionResponse.Show shown = (ActionResponse.Show) click(MEGAN, GROUP, toLee, "false");
    assertThat(shown.forEveryone()).isTrue();
    assertThat(ChatBench.text(shown.card())).contains("Lee Gu no longer decides for you.");
    assertThat(buttons(shown.card())).isEmpty();
    assertThat(active()).isEmpty();
  }

  @Test
  void aListAmongOthersIsNotPutWhereTheySeeIt() {
    Delegation toLee = delegate(MEGAN.person(), LEE.person());
    assertThat(((ActionResponse.Show) click(MEGAN, GROUP, toLee, "true")).forEveryone()).isFalse();
  }

  @Test
  void nobodyElseEndsItAndAnUnknownOneIsAnsweredAlike() {
    Delegation toLee = delegate(MEGAN.person(), LEE.person());
    for (ChatUser other : List.of(LEE, ALEX)) {
      for (String list : List.of("true", "false")) {
        ActionResponse refused = click(other, OWN, toLee, list);
        assertThat(refused)
            .isEqualTo(
                new ActionResponse.Refuse(
                    "Forbidden",
                    "Only the person who delegated can end that. To see who decides for you, type"
                        + " delegate."));
        assertThat(click(other, OWN, "9999", list)).isEqualTo(refused);
      }
    }
    assertThat(click(MEGAN, OWN, "no number", "true")).isInstanceOf(ActionResponse.Refuse.class);
    assertThat(click(MEGAN, OWN, "-1", "true")).isInstanceOf(ActionResponse.Refuse.class);
    assertThat(active()).hasSize(1);
    assertThat(ended()).isEmpty();
  }

  @Test
  void aSecondClickEndsNothingMore() {
    Delegation toLee = delegate(MEGAN.person(), LEE.person());
    click(MEGAN, OWN, toLee, "true");
    Delegation again = delegate(MEGAN.person(), LEE.person());
    ActionResponse.Show shown = (ActionResponse.Show) click(MEGAN, OWN, toLee, "false");
    assertThat(ChatBench.text(shown.card())).contains("Lee Gu no longer decides for you.");
    assertThat(active()).extracting(Delegation::id).containsExactly(again.id());
    assertThat(ended()).hasSize(1);
  }

  /** The task that ends it writes down that its time was over. */
  @Test
  void whatIsOverByItselfIsNotEndedByAClick() {
    Delegation toLee = delegate(MEGAN.person(), LEE.person());
    bench.bench.clock.advance(Duration.ofDays(2));
    assertThat(click(MEGAN, OWN, toLee, "true")).isInstanceOf(ActionResponse.Show.class);
    assertThat(ended()).isEmpty();
  }

  @Test
  void theNewestOfManyHaveButtonsAndTheDelegateHasNone() {
    for (int i = 0; i < 12; i++) {
      delegate(MEGAN.person(), new Person("id-" + i, "Person " + i));
    }
    Card many = list(MEGAN);
    assertThat(buttons(many)).hasSize(6);
    assertThat(ChatBench.text(many))
        .contains("The newest 10 of 12.", "Person 11 decides for you until")
        .doesNotContain("Person 1 decides for you until");
    assertThat(buttons(list(new ChatUser("id-3", "Person 3", MEGAN.zone())))).isEmpty();
  }

  private Delegation delegate(Person from, Person to) {
    return bench.bench.get(DelegationService.class).start(from, to, UNTIL);
  }

  private Card list(ChatUser who) {
    Reply answer = bench.answer(new IncomingMessage("activity", who, OWN, "delegate", List.of()));
    assertThat(answer.forAskerAlone()).isTrue();
    return answer.card().orElseThrow();
  }

  private ActionResponse click(
      ChatUser who, ConversationRef where, Delegation delegation, String list) {
    return click(who, where, String.valueOf(delegation.id()), list);
  }

  private ActionResponse click(
      ChatUser who, ConversationRef where, String delegation, String list) {
    return bench
        .bench
        .get(EndDelegationAction.class)
        .handle(
            bench.click(
                who, where, "delegation.end", Map.of("delegation", delegation, "list", list)));
  }

  private List<Delegation> active() {
    return bench.bench.get(DelegationService.class).from(MEGAN.person());
  }

  private List<String> ended() {
    return bench
        .bench
        .get(JdbcClient.class)
        .sql("select who_name from audit where what = 'DELEGATION_ENDED' order by id")
        .query(String.class)
        .list();
  }

  private static List<JsonNode> buttons(Card card) {
    List<JsonNode> buttons = new ArrayList<>();
    card.json()
        .findParents("verb")
        .forEach(
            node -> {
              if (node.path("type").asString("").equals("Action.Execute")) {
                buttons.add(node);
              }
            });
    return buttons;
  }
}
