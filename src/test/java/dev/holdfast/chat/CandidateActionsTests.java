package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.action.CardActionRegistry;
import dev.holdfast.bot.command.CommandRegistry;
import dev.holdfast.card.Card;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The buttons of the card that asks which environment is meant. */
class CandidateActionsTests {

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void theCandidatesSendTheVerbsOfTheActionsThatSaySo() {
    assertThat(candidates().keySet())
        .isEqualTo(
            bench.bench.get(CardActionRegistry.class).actions().stream()
                .filter(action -> action.sentFrom().contains("candidates"))
                .map(action -> action.verb().name())
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
  }

  @Test
  void eachCandidateCarriesOn() {
    candidates()
        .forEach(
            (verb, data) ->
                assertThat(bench.answer(bench.click(ALEX, verb, data))).as(verb).isPresent());
  }

  /** The data of a candidate by its verb, of every command that asks which is meant. */
  private Map<String, Map<String, String>> candidates() {
    Map<String, Map<String, String>> found = new TreeMap<>();
    bench.bench.get(CommandRegistry.class).commands().stream()
        .map(command -> command.name().name() + " Contoso")
        .map(text -> bench.answer(new IncomingMessage("activity", ALEX, OWN, text)).card())
        .flatMap(Optional::stream)
        .filter(card -> ChatBench.text(card).contains("Which environment do you mean by"))
        .forEach(card -> collect(card, found));
    return found;
  }

  private static void collect(Card card, Map<String, Map<String, String>> found) {
    for (JsonNode action : card.json().findValues("selectAction")) {
      Map<String, String> data = new HashMap<>();
      action
          .path("data")
          .properties()
          .forEach(field -> data.put(field.getKey(), field.getValue().asString("")));
      found.put(action.path("verb").asString(), data);
    }
  }
}
