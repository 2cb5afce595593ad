package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.ExpansionRun;
import dev.holdfast.card.engine.value.JsonValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What names mean at one place of the template.
 *
 * @param data {@code $data}
 * @param index {@code $index}; missing outside a repetition
 * @param substituting whether a path that leads nowhere stands for its own text, as in a string
 *     shown to a person, or for nothing, as in a condition
 * @param locals the parameters of the lambdas around this place, innermost first
 */
record Scope(
    ExpansionRun run,
    JsonNode root,
    JsonNode data,
    JsonNode index,
    boolean substituting,
    @Nullable Local locals) {

  record Local(String name, JsonNode value, @Nullable Local outer) {}

  static Scope of(ExpansionRun run, @Nullable JsonNode data) {
    var root = JsonValues.plain(data);
    return new Scope(run, root, root, JsonValues.MISSING, true, null);
  }

  Scope withData(JsonNode data) {
    return new Scope(run, root, data, index, substituting, locals);
  }

  Scope withElement(int index, JsonNode data) {
    var bound = data.isMissingNode() ? this.data : data;
    return new Scope(run, root, bound, JsonValues.number(index), substituting, locals);
  }

  Scope with(String name, JsonNode value) {
    return new Scope(run, root, data, index, substituting, new Local(name, value, locals));
  }

  /** The element that the innermost lambda is about. */
  JsonNode lambda() {
    return locals == null ? JsonValues.MISSING : locals.value;
  }

  Scope strict() {
    return substituting ? new Scope(run, root, data, index, false, locals) : this;
  }

  /** What a path that leads nowhere stands for. */
  JsonNode missing(String path) {
    if (!substituting) {
      return JsonValues.MISSING;
    }
    run.warn("'" + path + "' is not in the data");
    return JsonValues.text(run.host().missing().apply(path));
  }
}
