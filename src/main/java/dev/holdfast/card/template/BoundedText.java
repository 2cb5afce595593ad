package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/** Text under construction, paid for character by character so that it cannot explode. */
final class BoundedText {
  private final Run run;
  private final List<String> pieces = new ArrayList<>(4);

  BoundedText(Run run) {
    this.run = run;
  }

  BoundedText append(String more) {
    run.spend(more.length());
    pieces.add(more);
    return this;
  }

  /** The values as {@code concat} writes them: nothing is empty, lists and objects are JSON. */
  static JsonNode join(Run run, JsonNode... values) {
    var text = new BoundedText(run);
    for (var bare : values) {
      var value = Values.plain(bare);
      if (value.isContainer()) {
        text.json(value, 0);
      } else if (!Values.isNothing(value)) {
        text.append(scalar(value));
      }
    }
    return Values.text(text.toString());
  }

  /** As {@code String(value)}: a list is its elements with commas, an object is no text at all. */
  BoundedText plain(JsonNode bare, int depth) {
    var value = Values.plain(bare);
    if (!value.isArray()) {
      return append(value.isObject() ? "[object Object]" : scalar(value));
    }
    run.descend(depth);
    for (int i = 0; i < value.size(); i++) {
      append(i == 0 ? "" : ",").item(value.get(i), depth + 1);
    }
    return this;
  }

  /** The same, but nothing for what is nothing. */
  BoundedText item(JsonNode value, int depth) {
    return Values.isNothing(Values.plain(value)) ? this : plain(value, depth);
  }

  private BoundedText json(JsonNode bare, int depth) {
    var value = Values.plain(bare);
    run.descend(depth);
    if (value.isArray()) {
      append("[");
      for (int i = 0; i < value.size(); i++) {
        append(i == 0 ? "" : ",").json(value.get(i), depth + 1);
      }
      return append("]");
    }
    if (value.isObject()) {
      var separator = "{";
      for (var property : value.properties()) {
        if (!property.getValue().isMissingNode()) {
          append(separator)
              .quote(property.getKey())
              .append(":")
              .json(property.getValue(), depth + 1);
          separator = ",";
        }
      }
      return append(separator.equals("{") ? "{}" : "}");
    }
    if (value.isString()) {
      return quote(value.stringValue());
    }
    var unsayable =
        value.isMissingNode() || value.isNumber() && !Double.isFinite(Numbers.of(value));
    return append(unsayable ? "null" : scalar(value));
  }

  private BoundedText quote(String string) {
    var quoted = JsonStringEncoder.getInstance().quoteAsCharArray(string);
    return append("\"").append(new String(quoted)).append("\"");
  }

  static String scalar(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isNumber()) {
      return Numbers.text(value);
    }
    return value.isMissingNode() ? "undefined" : value.toString();
  }

  @Override
  public String toString() {
    return String.join("", pieces);
  }
}
