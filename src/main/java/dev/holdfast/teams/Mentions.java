package dev.holdfast.teams;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Takes the mention of the bot out of a text, by entity and literally. The SDK makes a regular
 * expression of the bot's name and so leaves "Ops (Bot)" standing.
 */
final class Mentions {

  private Mentions() {}

  /**
   * @param text as Teams sent it, for example {@code <at>Holdfast</at>&nbsp;help}
   * @param bot the recipient's id; mentions of others stay
   */
  static String strip(String text, JsonNode entities, String bot) {
    var rest = text;
    for (var entity : entities) {
      var mentioned = entity.path("mentioned");
      if ("mention".equals(entity.path("type").asText())
          && bot.equals(mentioned.path("id").asText())) {
        rest = withoutFirst(rest, mark(entity, mentioned));
      }
    }
    return rest.replace("&nbsp;", " ").replace('\u00A0', ' ').strip();
  }

  private static String mark(JsonNode entity, JsonNode mentioned) {
    var text = PlainText.of(entity.path("text").asText());
    return text.isEmpty() ? "<at>" + PlainText.of(mentioned.path("name").asText()) + "</at>" : text;
  }

  private static String withoutFirst(String text, String mark) {
    var at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at) + text.substring(at + mark.length());
  }
}
