package dev.holdfast.card.engine;

import dev.holdfast.card.engine.Expression.Constant;
import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.JsonValues;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Properties and elements one after the other, ending in a property: {@code a.b[0].c}. Wherever it
 * breaks off, the whole path is missing.
 *
 * @param base what the path starts from, if that is not a name in scope
 * @param name the name in scope that it starts from; nothing if there is a base
 * @param steps strings for properties, numbers or strings for elements
 */
record PropertyPath(@Nullable Expression base, @Nullable String name, Expression... steps)
    implements Expression {

  /** {@code $_acTemplateVersion}: the reference whose language this is. */
  private static final ObjectNode VERSION =
      JsonValues.JSON
          .objectNode()
          .put("major", 2)
          .put("minor", 3)
          .put("patch", 1)
          .put("suffix", "");

  static PropertyPath of(String name) {
    return new PropertyPath(null, name);
  }

  boolean isName() {
    return name != null && steps.length == 0;
  }

  /** The path that goes on from the target to the property of that name. */
  static PropertyPath member(Expression target, String name) {
    var steps = new LinkedList<Expression>(List.of(new Constant(JsonValues.text(name))));
    var base = target;
    while (base instanceof Element element) {
      steps.addFirst(element.index());
      base = element.target();
    }
    if (!(base instanceof PropertyPath path)) {
      return new PropertyPath(base, null, steps.toArray(Expression[]::new));
    }
    steps.addAll(0, List.of(path.steps));
    return new PropertyPath(path.base, path.name, steps.toArray(Expression[]::new));
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    scope.run().spend(1 + steps.length);
    var value = value(scope);
    return value.isMissingNode() && scope.substituting() ? scope.missing(text(scope)) : value;
  }

  /** Finds a path that {@code getProperty} got as text, in the base or, without one, in scope. */
  static JsonNode find(Scope scope, @Nullable JsonNode base, String text) {
    var parts =
        Arrays.stream(text.split("[.\\[\\]]+"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.replaceFirst("^(['\"])(.*)\\1$", "$2"))
            .toList();
    if (parts.isEmpty()) {
      return scope.missing(text);
    }
    var steps =
        parts.stream()
            .skip(base == null ? 1 : 0)
            .map(part -> new Constant(JsonValues.text(part)))
            .toArray(Expression[]::new);
    var path =
        base == null
            ? new PropertyPath(null, parts.get(0), steps)
            : new PropertyPath(new Constant(base), null, steps);
    var value = path.evaluate(scope.strict());
    return value.isMissingNode() ? scope.missing(text) : value;
  }

  private JsonNode value(Scope scope) {
    if (base != null) {
      return walk(scope, base.evaluate(scope));
    }
    for (var local = scope.locals(); local != null; local = local.outer()) {
      if (local.name().equalsIgnoreCase(name)) {
        var value = walk(scope, local.value());
        if (!value.isMissingNode()) {
          return value;
        }
      }
    }
    return walk(scope, inScope(scope, name));
  }

  private static JsonNode inScope(Scope scope, String name) {
    if (!name.startsWith("$")) {
      return JsonValues.property(scope.run(), scope.run().seen(scope.data()), name);
    }
    return switch (name) {
      case "$data" -> scope.run().seen(scope.data());
      case "$root" -> scope.run().seen(scope.root());
      case "$index" -> scope.index();
      case "$host" -> JsonValues.plain(scope.run().host().data());
      case "$_acTemplateVersion" -> VERSION;
      default -> JsonValues.MISSING;
    };
  }

  private JsonNode walk(Scope scope, JsonNode from) {
    var value = from;
    for (var step : steps) {
      value = JsonValues.step(scope.run(), value, step.evaluate(scope));
    }
    return value;
  }

  /** How the reference writes the path where it leads nowhere, with its indexes computed. */
  private String text(Scope scope) {
    var text = new StringBuilder(name == null ? "" : name);
    for (var step : steps) {
      var value = step.evaluate(scope);
      text.append(value.isNumber() ? "[" : text.isEmpty() ? "" : ".")
          .append(BoundedStringBuilder.scalar(value))
          .append(value.isNumber() ? "]" : "");
    }
    return text.toString();
  }
}
