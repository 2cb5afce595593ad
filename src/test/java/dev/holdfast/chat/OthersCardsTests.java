package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.GROUP;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.THREAD;
import static dev.holdfast.chat.ChatBench.filledIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.bot.dispatch.PendingReplyFactory;
import dev.holdfast.bot.dispatch.ReplyDelivery;
import dev.holdfast.messaging.Address;
import dev.holdfast.testing.FakeMessenger.How;
import dev.holdfast.testing.FakeMessenger.Sent;
import dev.holdfast.testing.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody else's click does to a card that belongs to one person. */
class OthersCardsTests {

  /** They don't go on with the form: everybody gets a card of their own. */
  private static final Set<String> OPEN_ANOTHER_CARD = Set.of("why.show", "several.form");

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void everyButtonThatReplacesAFormBelongsToWhoeverAskedForIt() {
    for (String command :
        List.of("restore", "restore Contoso UAT", "restore Contoso UAT to Contoso Dev", "backup")) {
      say(THREAD, command);
      assertThat(actions(last()))
          .as(command)
          .isNotEmpty()
          .allSatisfy(
              action ->
                  assertThat(action.path("data").path("owner").asString("")).isEqualTo(ALEX.id()));
    }
  }

  @Test
  void inAChatOfOnesOwnNothingIsMarked() {
    say(OWN, "restore Contoso UAT to Contoso Dev");
    assertThat(last().toString()).doesNotContain("\"owner\"");
  }

  @Test
  void somebodyElseIsToldWhoseFormItIsAndItStays() {
    for (String command : List.of("restore", "restore Contoso UAT to Contoso Dev", "backup")) {
      say(GROUP, command);
      for (JsonNode action : actions(last())) {
        String verb = action.path("verb").asString("");
        if (verb.isEmpty() || OPEN_ANOTHER_CARD.contains(verb)) {
          continue;
        }
        Map<String, String> data = data(action);
        data.putAll(filledIn());
        ActionResponse reaction =
            bench
                .bench
                .get(ConversationDispatcher.class)
                .clicked(bench.click(MEGAN, GROUP, verb, data));
        assertThat(reaction).as(verb).isInstanceOf(ActionResponse.Tell.class);
        assertThat(((ActionResponse.Tell) reaction).text())
            .as(verb)
            .contains("This form belongs to");
      }
    }
    assertThat(bench.messenger.sent()).extracting(Sent::how).doesNotContain(How.UPDATED);
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void anOlderClientOfSomebodyElseIsToldToo() {
    say(GROUP, "backup Contoso UAT");
    JsonNode submit =
        actions(last()).stream()
            .filter(action -> action.path("verb").asString("").equals("backup.submit"))
            .findFirst()
            .orElseThrow();
    Map<String, String> data = data(submit);
    data.putAll(Map.of("source", Samples.UAT.id(), "label", "mine"));
    bench.repliesToSubmit(bench.click(MEGAN, GROUP, "backup.submit", data));
    assertThat(bench.messenger.last().text()).contains("This form belongs to");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void theReviewOfSomebodyElseStaysAndItsOwnerGoesOn() {
    Map<String, String> data = filledIn();
    data.put("owner", ALEX.id());
    bench.replies(bench.click(ALEX, THREAD, "restore.review", data));
    assertThat(bench.messenger.last().how()).isEqualTo(How.UPDATED);
    JsonNode edit =
        actions(last()).stream()
            .filter(action -> action.path("verb").asString("").equals("restore.form"))
            .findFirst()
            .orElseThrow();
    assertThat(edit.path("data").path("owner").asString("")).isEqualTo(ALEX.id());
    assertThat(
            bench
                .bench
                .get(ConversationDispatcher.class)
                .clicked(bench.click(MEGAN, THREAD, "restore.form", data(edit))))
        .isInstanceOf(ActionResponse.Tell.class);
    bench.replies(bench.click(ALEX, THREAD, "restore.form", data(edit)));
    assertThat(bench.messenger.last().how()).isEqualTo(How.UPDATED);
  }

  @Test
  void aListOfSomebodyElseStaysAndWhoTurnsItsPageGetsTheirOwn() {
    Map<String, String> data = new HashMap<>(Map.of("text", "", "from", "0"));
    data.put("owner", ALEX.id());
    bench.replies(bench.click(MEGAN, THREAD, "environments.search", data));
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
    assertThat(bench.messenger.last().to())
        .isEqualTo(new Address.Member(THREAD.conversation(), MEGAN.id()));
    bench.replies(bench.click(ALEX, THREAD, "environments.search", data));
    assertThat(bench.messenger.last().how()).isEqualTo(How.UPDATED);
  }

  /** As they were posted before their buttons named an owner. */
  @Test
  void aCardOfWhichNobodyKnowsWhoseItIsStaysAndWhoClicksGetsTheirOwn() {
    Map<String, String> edit = filledIn();
    edit.put(CardActionInvocation.IN_PLACE, "true");
    Map<String, String> page = new HashMap<>(Map.of("text", "", "from", "0"));
    Map<String, Map<String, String>> forms =
        Map.of("restore.form", edit, "restore.review", filledIn());
    for (ConversationRef where : List.of(GROUP, THREAD)) {
      for (ChatUser who : List.of(MEGAN, ALEX)) {
        forms.forEach(
            (verb, data) -> {
              bench.replies(bench.click(who, where, verb, data));
              assertThat(bench.messenger.last().how()).as(verb).isEqualTo(How.POSTED);
              assertThat(bench.messenger.last().to()).as(verb).isEqualTo(where.everybody());
              assertThat(actions(last()))
                  .as(verb)
                  .isNotEmpty()
                  .allSatisfy(
                      action ->
                          assertThat(action.path("data").path("owner").asString(""))
                              .isEqualTo(who.id()));
            });
        bench.replies(bench.click(who, where, "environments.search", page));
        assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
        assertThat(bench.messenger.last().to())
            .isEqualTo(new Address.Member(where.conversation(), who.id()));
      }
    }
    assertThat(bench.messenger.sent()).extracting(Sent::how).doesNotContain(How.UPDATED);
  }

  @Test
  void anOlderClientDoesNotReplaceACardOfWhichNobodyKnowsWhoseItIsEither() {
    bench.repliesToSubmit(bench.click(MEGAN, GROUP, "restore.review", filledIn()));
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
  }

  @Test
  void whoClickedIsToldThatTheReviewIsANewMessage() {
    assertThat(clicked(MEGAN, GROUP, "restore.review", filledIn()).text())
        .endsWith("will be a new message.");
    assertThat(clicked(ALEX, OWN, "restore.review", filledIn()).text())
        .contains("replace this form");
  }

  @Test
  void inAChatOfOnesOwnACardWithoutAnOwnerIsReplaced() {
    bench.replies(bench.click(ALEX, OWN, "restore.review", filledIn()));
    assertThat(bench.messenger.last().how()).isEqualTo(How.UPDATED);
  }

  /** The review of the second click comes late, when the first one's is submitted already. */
  @Test
  void theReviewOfASecondClickDoesNotHideTheRequest() {
    bench.submitted();
    bench.replies(bench.click(ALEX, OWN, "restore.review", filledIn()));
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
  }

  @Test
  void everyoneWhoFillsInABackupFormOfNobodyKnownGetsARequestOfTheirOwn() {
    Map<String, String> data = new HashMap<>();
    data.put("draft", UUID.randomUUID().toString());
    data.putAll(Map.of("source", Samples.UAT.id(), "label", "before go-live"));
    bench.replies(bench.click(ALEX, THREAD, "backup.submit", data));
    data.put("label", "before the move");
    bench.replies(bench.click(LEE, THREAD, "backup.submit", data));
    assertThat(bench.requests())
        .extracting(request -> request.details().requester().id())
        .containsExactlyInAnyOrder(ALEX.id(), LEE.id());
    assertThat(bench.requests())
        .extracting(request -> request.details().submission().origin().message())
        .containsOnly("");
    assertThat(bench.messenger.sent()).isEmpty();
    bench.replies(bench.click(LEE, THREAD, "backup.submit", data));
    assertThat(bench.requests()).hasSize(2);
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
    assertThat(bench.messenger.last().text()).contains(bench.newest().id().toString());
    data.put("label", "after go-live");
    bench.replies(bench.click(LEE, THREAD, "backup.submit", data));
    assertThat(bench.requests()).hasSize(3);
  }

  @Test
  void whoWantsTheSameBackupFromAFormOfNobodyKnownJoinsIt() {
    Map<String, String> data = new HashMap<>();
    data.put("draft", UUID.randomUUID().toString());
    data.putAll(Map.of("source", Samples.UAT.id(), "label", "before go-live"));
    bench.replies(bench.click(ALEX, THREAD, "backup.submit", data));
    bench.replies(bench.click(LEE, THREAD, "backup.submit", data));
    assertThat(bench.requests()).hasSize(1);
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
    assertThat(bench.messenger.last().text())
        .contains("Alex Wilber already asked for the same backup", "Lee Gu has joined R-1001");
  }

  @Test
  void theWelcomeStaysWhenSomebodyLooksForEnvironments() {
    bench
        .bench
        .get(ReplyDelivery.class)
        .give(bench.bench.get(PendingReplyFactory.class).welcome(THREAD));
    JsonNode environments =
        actions(last()).stream()
            .filter(action -> action.path("verb").asString("").equals("environments.search"))
            .findFirst()
            .orElseThrow();
    bench.replies(bench.click(MEGAN, THREAD, "environments.search", data(environments)));
    assertThat(bench.messenger.last().how()).isEqualTo(How.POSTED);
  }

  /** A message for one member alone is gone after a day, and the request's card with it. */
  @Test
  void aFormThatSomebodyOpensOnAnothersCardIsForEverybodyToRead() {
    for (String verb : List.of("restore.form", "backup.form")) {
      Map<String, String> data = new HashMap<>(Map.of("environment", Samples.UAT.id()));
      data.put("owner", ALEX.id());
      bench.replies(bench.click(MEGAN, THREAD, verb, data));
      assertThat(bench.messenger.last().to()).as(verb).isEqualTo(THREAD.everybody());
    }
    Map<String, String> open = new HashMap<>(Map.of("environment", Samples.UAT.id()));
    open.put("owner", ALEX.id());
    bench.replies(bench.click(MEGAN, THREAD, "environment.show", open));
    assertThat(bench.messenger.last().to())
        .isEqualTo(new Address.Member(THREAD.conversation(), MEGAN.id()));
  }

  @Test
  void aRequestThatSomebodyOpensOnAnothersListIsForEverybodyToRead() {
    String id = bench.submitted().id().toString();
    Map<String, String> open = new HashMap<>(Map.of("requestId", id, "owner", ALEX.id()));
    bench.replies(bench.click(MEGAN, THREAD, "request.show", open));
    assertThat(bench.messenger.last().to()).isEqualTo(THREAD.everybody());
  }

  private ActionResponse.Tell clicked(
      ChatUser who, ConversationRef where, String verb, Map<String, String> data) {
    return (ActionResponse.Tell)
        bench.bench.get(ConversationDispatcher.class).clicked(bench.click(who, where, verb, data));
  }

  private void say(ConversationRef where, String words) {
    bench.replies(new IncomingMessage("said-" + words, ALEX, where, words));
  }

  private JsonNode last() {
    return JsonMapper.shared().readTree(bench.messenger.last().json());
  }

  private static Map<String, String> data(JsonNode action) {
    Map<String, String> data = new HashMap<>();
    action
        .path("data")
        .properties()
        .forEach(field -> data.put(field.getKey(), field.getValue().asString("")));
    return data;
  }

  private static List<JsonNode> actions(JsonNode card) {
    List<JsonNode> found = new ArrayList<>();
    collect(card, found);
    return found;
  }

  private static void collect(JsonNode node, List<JsonNode> found) {
    if (node.path("type").asString("").equals("Action.Execute")) {
      found.add(node);
    }
    node.forEach(child -> collect(child, found));
  }
}
