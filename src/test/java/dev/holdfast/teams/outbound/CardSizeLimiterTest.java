package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.teams.Activities;
import dev.holdfast.teams.Cards;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What stays of cards that are too large for Teams. */
class CardSizeLimiterTest {

  @Test
  void countsTheUnitsThatJsonHas() {
    for (char one = 0; one < 0x3000; one++) {
      var text = Activities.JSON.getNodeFactory().stringNode("a" + one);
      assertThat(CardSizeLimiter.units(text))
          .as("%04x", (int) one)
          .isEqualTo(text.toString().length());
    }
    var card = cardWithRows(10);
    card.putObject("empty");
    card.putArray("none");
    card.putArray("plain").add(1).add(-2.5).add(true).addNull().add("\"a\"\n/😀");
    card.put("\"key\"", 1L << 60);

    assertThat(CardSizeLimiter.units(card)).isEqualTo(card.toString().length());
  }

  @Test
  void leavesACardThatFitsAsItIs() {
    var card = cardWithRows(10);

    assertThat(CardSizeLimiter.card(card, CardSizeLimiter.LARGEST)).isSameAs(card);
  }

  @Test
  void takesTheLastRowsAndSaysHowMany() {
    var card = cardWithRows(1000);

    var fitted = CardSizeLimiter.card(card, 20_000);

    assertThat(fitted.toString().length()).isBetween(8_000, 20_500);
    var rows = fitted.at("/body/1/items");
    assertThat(rows.get(0).path("text").asString()).startsWith("Row 0 ");
    int kept = rows.size() - 2;
    assertThat(rows.get(kept).path("text").asString())
        .isEqualTo("… and " + (1000 - kept) + " more that don't fit in a Teams message.");
    assertThat(card.at("/body/1/items")).as("the card that was given").hasSize(1001);
  }

  @Test
  void keepsButtonsAndInputs() {
    var fitted = CardSizeLimiter.card(cardWithRows(1000), 5_000);

    assertThat(fitted.at("/body/1/items").toString()).contains("Input.Text");
    assertThat(fitted.at("/body/2/type").asString()).isEqualTo("ActionSet");
  }

  @Test
  void cutsATextThatIsTooLongByItselfAtAWord() {
    var card = Cards.saying("words that go on ".repeat(5_000)).json();

    var fitted = CardSizeLimiter.card(card, 10_000);

    assertThat(fitted.toString().length()).isLessThan(10_000);
    assertThat(fitted.at("/body/0/text").asString()).endsWith("…").matches("(?s).*\\w…");
  }

  @Test
  void takesTheLastFacts() {
    var card = Activities.JSON.createObjectNode();
    var facts = card.putArray("body").addObject().put("type", "FactSet").putArray("facts");
    for (int i = 0; i < 500; i++) {
      facts.addObject().put("title", "Fact " + i).put("value", "value");
    }

    var fitted = CardSizeLimiter.card(card, 5_000).at("/body/0/facts");

    int kept = fitted.size() - 1;
    assertThat(fitted.get(kept).path("value").asString()).isEqualTo((500 - kept) + " more");
  }

  @Test
  void endsWhereNothingMayGo() {
    var card = Activities.JSON.createObjectNode().put("data", "x".repeat(50_000));

    assertThat(CardSizeLimiter.card(card, 1_000)).isEqualTo(card);
  }

  private static ObjectNode cardWithRows(int many) {
    var card = Activities.JSON.createObjectNode().put("type", "AdaptiveCard");
    var body = card.putArray("body");
    body.addObject().put("type", "TextBlock").put("text", "Rows");
    var items = body.addObject().put("type", "Container").putArray("items");
    for (int i = 0; i < many; i++) {
      items.addObject().put("type", "TextBlock").put("text", "Row " + i + " of the list");
    }
    items.addObject().put("type", "Input.Text").put("id", "text");
    body.addObject()
        .put("type", "ActionSet")
        .putArray("actions")
        .addObject()
        .put("type", "Action.Execute")
        .put("verb", "go");
    return card;
  }
}
