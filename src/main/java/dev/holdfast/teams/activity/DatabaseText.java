package dev.holdfast.teams.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Texts that every database takes: PostgreSQL refuses U+0000, and half a surrogate pair has no
 * UTF-8.
 */
final class DatabaseText {

  private static final char REPLACEMENT = '\uFFFD';

  private DatabaseText() {}

  static String of(String text) {
    if (text.chars().allMatch(unit -> unit != 0 && !Character.isSurrogate((char) unit))) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(point -> isLoneSurrogate(point) ? REPLACEMENT : point)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The same tree with plain texts, names of fields included. */
  static JsonNode in(JsonNode tree) {
    if (tree.isTextual()) {
      return TextNode.valueOf(of(tree.textValue()));
    }
    if (tree.isObject()) {
      var copy = JsonNodeFactory.instance.objectNode();
      tree.properties().forEach(field -> copy.set(of(field.getKey()), in(field.getValue())));
      return copy;
    }
    if (tree.isArray()) {
      var copy = JsonNodeFactory.instance.arrayNode();
      tree.forEach(element -> copy.add(in(element)));
      return copy;
    }
    return tree;
  }

  private static boolean isLoneSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
