package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.view.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Teams asks of every card, whatever it shows. */
class CardRulesTest {

  /** The elements of Adaptive Cards 1.5 that Teams draws on computers and phones. */
  private static final Set<String> KNOWN =
      Set.of(
          "AdaptiveCard",
          "TextBlock",
          "Container",
          "ColumnSet",
          "Column",
          "FactSet",
          "ActionSet",
          "Input.Text",
          "Input.ChoiceSet",
          "Input.Date",
          "Input.Time",
          "Input.Toggle",
          "Data.Query",
          "Action.Execute",
          "Action.Submit",
          "Action.ToggleVisibility");

  /** Teams refreshes a card by itself for so many people (facts B2). */
  private static final int MOST_REFRESHED = 60;

  private static final CardRenderer CARDS = new CardRenderer();

  static Stream<CardCase> cards() {
    return Samples.all().entrySet().stream().map(CardCase::of);
  }

  record CardCase(String name, JsonNode json) {

    static CardCase of(Map.Entry<String, CardView> sample) {
      return new CardCase(sample.getKey(), CARDS.render(sample.getValue()).json());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("cards")
  void isACardOfTheVersionThatTeamsKnows(CardCase card) {
    assertThat(card.json().path("type").asString()).isEqualTo("AdaptiveCard");
    assertThat(card.json().path("version").asString()).isEqualTo("1.5");
    assertThat(card.json().path("fallbackText").asString()).isNotBlank();
    assertThat(all(card.json(), node -> node.has("type")))
        .allSatisfy(node -> assertThat(KNOWN).contains(type(node)));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyExecuteFallsBackToASubmitWithTheSameData(CardCase card) {
    assertThat(buttons(card.json()))
        .allSatisfy(
            execute -> {
              JsonNode submit = execute.path("fallback");
              assertThat(type(submit)).isEqualTo("Action.Submit");
              assertThat(submit.path("title")).isEqualTo(execute.path("title"));
              assertThat(submit.path("data").path("verb")).isEqualTo(execute.path("verb"));
              assertThat(submit.path("data").properties())
                  .containsAll(execute.path("data").properties());
              assertThat(execute.path("data").at("/msteams/feedback/hide").asBoolean()).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("cards")
  void isRefreshedByItselfForAFewAndOnlyToBeRead(CardCase card) {
    JsonNode refresh = card.json().path("refresh");
    if (refresh.isMissingNode()) {
      return;
    }
    assertThat(type(refresh.path("action"))).isEqualTo("Action.Execute");
    assertThat(refresh.path("action").path("verb").asString()).isEqualTo("request.refresh");
    assertThat(refresh.path("action").has("fallback")).isFalse();
    assertThat(refresh.path("userIds").size()).isBetween(1, MOST_REFRESHED);
  }

  @ParameterizedTest
  @MethodSource("cards")
  void whatChangesSomethingSaysWhatItWasShown(CardCase card) {
    Set<String> changing =
        Set.of("request.approve", "request.reject", "request.cancel", "request.leaveAdminMode");
    assertThat(all(card.json(), node -> changing.contains(node.path("verb").asString(""))))
        .allSatisfy(
            node -> {
              JsonNode data = node.path("type").isMissingNode() ? node : node.path("data");
              assertThat(data.path("requestId").asString()).startsWith("R-");
              assertThat(data.path("version").asString()).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyInputHasAnIdAndALabelAndSaysWhatIsMissing(CardCase card) {
    List<JsonNode> inputs = all(card.json(), node -> type(node).startsWith("Input."));
    assertThat(inputs)
        .allSatisfy(
            input -> {
              assertThat(input.path("id").asString()).isNotBlank();
              assertThat(input.path("label").asString()).isNotBlank();
              if (input.path("isRequired").asBoolean(false)) {
                assertThat(input.path("errorMessage").asString()).isNotBlank();
              }
            });
    assertThat(inputs.stream().map(input -> input.path("id").asString())).doesNotHaveDuplicates();
  }

  /** The store's rule is about buttons; a row of a list opens as a whole. */
  @ParameterizedTest
  @MethodSource("cards")
  void hasAtMostSixButtonsAndOneThatLeads(CardCase card) {
    List<JsonNode> buttons = new ArrayList<>();
    all(card.json(), node -> node.has("actions"))
        .forEach(node -> node.path("actions").forEach(buttons::add));
    assertThat(buttons).hasSizeLessThanOrEqualTo(6);
    assertThat(buttons)
        .filteredOn(b -> b.path("style").asString("").equals("positive"))
        .hasSizeLessThan(2);
    assertThat(all(card.json(), node -> type(node).equals("ActionSet")))
        .allSatisfy(set -> assertThat(set.path("actions")).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("cards")
  void fitsOnAPhone(CardCase card) {
    assertThat(all(card.json(), node -> type(node).equals("TextBlock")))
        .allSatisfy(text -> assertThat(text.path("wrap").asBoolean(false)).isTrue());
    assertThat(all(card.json(), node -> type(node).equals("ColumnSet")))
        .allSatisfy(set -> assertThat(set.path("columns").size()).isBetween(1, 3));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void showsNoTextThatIsEmpty(CardCase card) {
    assertThat(all(card.json(), node -> type(node).equals("TextBlock")))
        .allSatisfy(text -> assertThat(text.path("text").asString()).isNotBlank());
    assertThat(all(card.json(), node -> type(node).equals("FactSet")))
        .allSatisfy(set -> assertThat(set.path("facts")).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("cards")
  void leavesNoExpressionUnexpanded(CardCase card) {
    String json = card.json().toString().replace("${1+1}", "");
    assertThat(json).doesNotContain("${").doesNotContain("$when").doesNotContain("$data");
  }

  private static List<JsonNode> buttons(JsonNode card) {
    return all(card.path("body"), node -> type(node).equals("Action.Execute"));
  }

  private static List<JsonNode> all(JsonNode node, Predicate<JsonNode> which) {
    List<JsonNode> found = new ArrayList<>();
    if (node.isObject() && which.test(node)) {
      found.add(node);
    }
    node.forEach(child -> found.addAll(all(child, which)));
    return found;
  }

  private static String type(JsonNode node) {
    return node.path("type").asString("");
  }
}
