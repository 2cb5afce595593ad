package dev.holdfast.card.template;

import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/** Text under construction, paid for character by character so that it cannot explode. */
final class BoundedText {
  private final Run run;
  private final StringBuilder text = new StringBuilder(64);

  BoundedText(Run run) {
    this.run = run;
  }

  BoundedText append(String more) {
    run.spend(more.length());
    text.append(more);
    return this;
  }

  /** The values as {@link #readable} text, one after the other. */
  static JsonNode join(Run run, JsonNode... values) {
    var text = new BoundedText(run);
    for (var value : values) {
      text.readable(value);
    }
    return Values.text(text.toString());
  }

  /** As {@code concat} and {@code string} do: nothing is empty, lists and objects are JSON. */
  private void readable(JsonNode value) {
    if (value.isContainer()) {
      json(value, 0);
    } else if (!Values.isNothing(value)) {
      append(scalar(value));
    }
  }

  /** As {@code String(value)}: a list is its elements with commas, an object is no text at all. */
  BoundedText plain(JsonNode value) {
    return plain(value, 0);
  }

  private BoundedText plain(JsonNode value, int depth) {
    if (!value.isArray()) {
      return append(value.isObject() ? "[object Object]" : scalar(value));
    }
    run.descend(depth);
    for (int i = 0; i < value.size(); i++) {
      append(i == 0 ? "" : ",");
      if (!Values.isNothing(value.get(i))) {
        plain(value.get(i), depth + 1);
      }
    }
    return this;
  }

  /** The same, but nothing for what is nothing. */
  BoundedText item(JsonNode value) {
    return Values.isNothing(value) ? this : plain(value, 0);
  }

  private void json(JsonNode value, int depth) {
    run.descend(depth);
    if (value.isArray()) {
      var separator = "[";
      for (var item : value) {
        append(separator).json(item, depth + 1);
        separator = ",";
      }
      append(value.isEmpty() ? "[]" : "]");
    } else if (value.isObject()) {
      var separator = "";
      append("{");
      for (var property : value.properties()) {
        if (!property.getValue().isMissingNode()) {
          append(separator)
              .quote(property.getKey())
              .append(":")
              .json(property.getValue(), depth + 1);
          separator = ",";
        }
      }
      append("}");
    } else if (value.isString()) {
      quote(value.stringValue());
    } else {
      var unsayable = value.isMissingNode() || value.isNumber() && !Numbers.isFinite(value);
      append(unsayable ? "null" : scalar(value));
    }
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
    return text.toString();
  }
}
