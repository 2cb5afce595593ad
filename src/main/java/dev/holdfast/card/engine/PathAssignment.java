package dev.holdfast.card.engine;

import dev.holdfast.card.engine.Expression.Constant;
import dev.holdfast.card.engine.Expression.Element;
import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.ExpansionRun;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code setPathToValue}. The rest of the string sees the value; the data stay as they are. */
final class PathAssignment {
  private PathAssignment() {}

  static JsonNode assign(Expression.Call call, Scope scope) {
    var steps = new ArrayList<Expression>();
    var base = call.at(0);
    while (base instanceof Element element) {
      steps.add(0, element.index());
      base = element.target();
    }
    if (!(base instanceof PropertyPath path) || path.name() == null) {
      throw new EvaluationException("argument 1 of " + call.name() + " is not a path");
    }
    steps.addAll(0, List.of(path.steps()));
    var isRoot = path.name().equals("$root");
    if (!isRoot && !path.name().equals("$data")) {
      steps.add(0, new Constant(JsonValues.text(path.name())));
    }
    var names = steps.stream().map(step -> step.evaluate(scope.strict())).toList();
    var value = call.at(1).evaluate(scope);
    var data = isRoot ? scope.root() : scope.data();
    var changed = with(scope.run(), scope.run().seen(data), names, value);
    if (changed != null) {
      scope.run().see(data, changed);
    }
    return value;
  }

  /** A copy with that value at the end of the path, or null if the path leads nowhere. */
  private static @Nullable JsonNode with(
      ExpansionRun run, JsonNode node, List<JsonNode> path, JsonNode value) {
    if (path.isEmpty()) {
      return value;
    }
    run.spend(1L + node.size());
    var step = path.get(0);
    var rest = path.subList(1, path.size());
    if (node instanceof ObjectNode object) {
      var name = name(object, BoundedStringBuilder.scalar(step));
      var inner = rest.isEmpty() ? value : with(run, object.path(name), rest, value);
      return inner == null
          ? null
          : JsonValues.object(object.size() + 1).setAll(object).set(name, inner);
    }
    int at = step.isNumber() ? (int) NumberFormat.of(step) : -1;
    if (!(node instanceof ArrayNode list) || at < 0 || at > list.size()) {
      return null;
    }
    var inner = rest.isEmpty() ? value : with(run, list.path(at), rest, value);
    if (inner == null) {
      return null;
    }
    var copy = JsonValues.JSON.arrayNode().addAll(list.values());
    return at == copy.size() ? copy.add(inner) : copy.set(at, inner);
  }

  private static String name(ObjectNode object, String name) {
    return object.has(name)
        ? name
        : object.properties().stream()
            .map(property -> property.getKey())
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .orElse(name);
  }
}
