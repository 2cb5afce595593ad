package dev.holdfast.card;

import dev.holdfast.card.template.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a card says in place of rows that Teams has no room for.
 *
 * @param row an element of a card
 * @param fact the same among the facts of a FactSet
 */
public record LeftOut(JsonNode row, JsonNode fact) {

  private static final Template TEMPLATE = TemplateFolder.read("left-out", Cards.HOST);

  /** For so many rows. */
  public static LeftOut of(int rows) {
    JsonNode data = JsonNodeFactory.instance.objectNode().put("rows", rows);
    JsonNode said = TEMPLATE.expand(data, Cards.HOST).json();
    return new LeftOut(said.get("row"), said.get("fact"));
  }
}
