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

  /** As {@code String(value)}: a list is its elements with commas, an object is no text at all. */
  BoundedText plain(JsonNode value) {
    return plain(value, 0);
  }

  private BoundedText plain(JsonNode value, int depth) {
    if (value.isArray()) {
      run.descend(depth);
      for (int i = 0; i < value.size(); i++) {
        append(i == 0 ? "" : ",");
        var item = value.get(i);
        if (!Values.isNothing(item)) {
          plain(item, depth + 1);
        }
      }
      return this;
    }
    return value.isObject() ? append("[object Object]") : append(scalar(value));
  }

  /** As {@code concat} and {@code string} do: nothing is empty, lists and objects are JSON. */
  BoundedText readable(JsonNode value) {
    if (value.isContainer()) {
      return appendJson(value, 0);
    }
    return Values.isNothing(value) ? this : append(scalar(value));
  }

  private BoundedText appendJson(JsonNode value, int depth) {
    if (value.isArray()) {
      run.descend(depth);
      append("[");
      for (int i = 0; i < value.size(); i++) {
        append(i == 0 ? "" : ",").appendJson(value.get(i), depth + 1);
      }
      return append("]");
    }
    if (value.isObject()) {
      run.descend(depth);
      append("{");
      var separator = "";
      for (var property : value.properties()) {
        if (!property.getValue().isMissingNode()) {
          append(separator).quote(property.getKey()).append(":");
          appendJson(property.getValue(), depth + 1);
          separator = ",";
        }
      }
      return append("}");
    }
    if (value.isString()) {
      return quote(value.stringValue());
    }
    var unsayable = value.isMissingNode() || value.isNumber() && !Numbers.isFinite(value);
    return append(unsayable ? "null" : scalar(value));
  }

  private BoundedText quote(String string) {
    return append("\"")
        .append(new String(JsonStringEncoder.getInstance().quoteAsCharArray(string)))
        .append("\"");
  }

  private static String scalar(JsonNode value) {
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
