package dev.holdfast.card;

import dev.holdfast.card.engine.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a card says in place of rows that Teams has no room for.
 *
 * @param row an element of a card
 * @param fact the same among the facts of a FactSet
 */
public record OmittedRows(JsonNode row, JsonNode fact) {

  private static final Template TEMPLATE = TemplateLoader.read("left-out", CardRenderer.HOST);

  /** For so many rows. */
  public static OmittedRows of(int rows) {
    JsonNode data = JsonNodeFactory.instance.objectNode().put("rows", rows);
    JsonNode said = TEMPLATE.expand(data, CardRenderer.HOST).json();
    return new OmittedRows(said.get("row"), said.get("fact"));
  }
}
