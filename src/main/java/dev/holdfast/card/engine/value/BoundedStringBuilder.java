package dev.holdfast.card.engine.value;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/** Text under construction, paid for character by character so that it cannot explode. */
public final class BoundedStringBuilder {
  private final ExpansionRun run;
  private final List<String> pieces = new ArrayList<>(4);

  public BoundedStringBuilder(ExpansionRun run) {
    this.run = run;
  }

  public BoundedStringBuilder append(String more) {
    run.spend(more.length());
    pieces.add(more);
    return this;
  }

  /** The values as {@code concat} writes them: nothing is empty, lists and objects are JSON. */
  public static JsonNode join(ExpansionRun run, JsonNode... values) {
    var text = new BoundedStringBuilder(run);
    for (var bare : values) {
      var value = JsonValues.plain(bare);
      if (value.isContainer()) {
        text.json(value, 0);
      } else if (!JsonValues.isNothing(value)) {
        text.append(scalar(value));
      }
    }
    return JsonValues.text(text.toString());
  }

  /** As {@code String(value)}: a list is its elements with commas, an object is no text at all. */
  public BoundedStringBuilder plain(JsonNode bare, int depth) {
    var value = JsonValues.plain(bare);
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
  public BoundedStringBuilder item(JsonNode value, int depth) {
    return JsonValues.isNothing(JsonValues.plain(value)) ? this : plain(value, depth);
  }

  public BoundedStringBuilder json(JsonNode bare, int depth) {
    var value = JsonValues.plain(bare);
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
        value.isMissingNode() || value.isNumber() && !Double.isFinite(NumberFormat.of(value));
    return append(unsayable ? "null" : scalar(value));
  }

  private BoundedStringBuilder quote(String string) {
    var quoted = JsonStringEncoder.getInstance().quoteAsCharArray(string);
    return append("\"").append(new String(quoted)).append("\"");
  }

  public static String scalar(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isNumber()) {
      return NumberFormat.text(value);
    }
    return value.isMissingNode() ? "undefined" : value.toString();
  }

  @Override
  public String toString() {
    return String.join("", pieces);
  }
}
