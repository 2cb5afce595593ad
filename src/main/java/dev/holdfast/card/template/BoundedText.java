package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    for (var value : values) {
      if (value.isContainer()) {
        text.json(value, 0);
      } else if (!Values.isNothing(value)) {
        text.append(scalar(value));
      }
    }
    return Values.text(text.toString());
  }

  /** As {@code String(value)}: a list is its elements with commas, an object is no text at all. */
  BoundedText plain(JsonNode value, int depth) {
    if (!value.isArray()) {
      return append(value.isObject() ? "[object Object]" : scalar(value));
    }
    run.descend(depth);
    return each("", value.values(), item -> item(item, depth + 1), "");
  }

  /** The same, but nothing for what is nothing. */
  BoundedText item(JsonNode value, int depth) {
    return Values.isNothing(value) ? this : plain(value, depth);
  }

  private BoundedText json(JsonNode value, int depth) {
    run.descend(depth);
    if (value.isArray()) {
      return each("[", value.values(), item -> json(item, depth + 1), "]");
    }
    if (value.isObject()) {
      var all = value.properties().stream().filter(p -> !p.getValue().isMissingNode()).toList();
      return each(
          "{", all, p -> append(Values.text(p.getKey()) + ":").json(p.getValue(), depth + 1), "}");
    }
    var unsayable =
        value.isMissingNode() || value.isNumber() && !Double.isFinite(Numbers.of(value));
    return append(unsayable ? "null" : value.isString() ? value.toString() : scalar(value));
  }

  private <T> BoundedText each(String open, Iterable<T> items, Consumer<T> write, String close) {
    append(open);
    var separator = "";
    for (var item : items) {
      append(separator);
      write.accept(item);
      separator = ",";
    }
    return append(close);
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
