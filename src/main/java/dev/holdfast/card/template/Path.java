package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Properties and elements one after the other, ending in a property: {@code a.b[0].c}. Wherever it
 * breaks off, the whole path is missing.
 *
 * @param base what the path starts from; nothing if it starts from a name in scope
 * @param steps strings for properties, numbers or strings for elements
 * @param fixed the values of the steps if they are all constant
 */
record Path(@Nullable Expression base, List<Expression> steps, @Nullable List<JsonNode> fixed)
    implements Expression {

  /** {@code $_acTemplateVersion}: the reference whose language this is. */
  private static final ObjectNode VERSION =
      Values.JSON.objectNode().put("major", 2).put("minor", 3).put("patch", 1).put("suffix", "");

  static Path name(String name) {
    return of(null, List.of(new Constant(Values.text(name))));
  }

  boolean isName() {
    return base == null && steps.size() == 1;
  }

  /** The path that goes on from the target to the property of that name. */
  static Path member(Expression target, String name) {
    var steps = new ArrayList<Expression>();
    steps.add(new Constant(Values.text(name)));
    Expression base = target;
    while (base instanceof Element element) {
      steps.add(0, element.index());
      base = element.target();
    }
    if (base instanceof Path path) {
      steps.addAll(0, path.steps);
      base = path.base;
    }
    return of(base, steps);
  }

  private static Path of(@Nullable Expression base, List<Expression> steps) {
    var fixed = new ArrayList<JsonNode>();
    for (var step : steps) {
      if (step instanceof Constant constant && isStep(constant.value())) {
        fixed.add(constant.value());
      }
    }
    return new Path(base, List.copyOf(steps), fixed.size() == steps.size() ? fixed : null);
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    scope.run().spend(steps.size());
    var to = fixed != null ? fixed : steps.stream().map(step -> evaluate(step, scope)).toList();
    var value = base == null ? lookUp(scope, to) : walk(scope.run(), base.evaluate(scope), to, 0);
    return value.isMissingNode() ? scope.missing(text(to)) : value;
  }

  private static JsonNode evaluate(Expression step, Scope scope) {
    var value = step.evaluate(scope);
    if (!isStep(value)) {
      throw new EvaluationException("an index must be a number or a string");
    }
    return value;
  }

  private static boolean isStep(JsonNode value) {
    return value.isString() || value.isNumber();
  }

  /** Finds a path that {@code getProperty} got as text. */
  static JsonNode find(Scope scope, @Nullable JsonNode base, String path) {
    var steps = new ArrayList<JsonNode>();
    for (var part : path.split("[.\\[\\]]+", -1)) {
      if (!part.isEmpty()) {
        steps.add(Values.text(part.replaceFirst("^(['\"])(.*)\\1$", "$2")));
      }
    }
    if (steps.isEmpty()) {
      return scope.missing(path);
    }
    var value = base == null ? lookUp(scope, steps) : walk(scope.run(), base, steps, 0);
    return value.isMissingNode() ? scope.missing(path) : value;
  }

  private static JsonNode lookUp(Scope scope, List<JsonNode> steps) {
    var name = steps.get(0).asString();
    for (var local = scope.locals(); local != null; local = local.outer()) {
      if (local.name().equalsIgnoreCase(name)) {
        var value = walk(scope.run(), local.value(), steps, 1);
        if (!value.isMissingNode()) {
          return value;
        }
      }
    }
    return name.startsWith("$")
        ? walk(scope.run(), reserved(scope, name), steps, 1)
        : walk(scope.run(), scope.data(), steps, 0);
  }

  private static JsonNode reserved(Scope scope, String name) {
    return switch (name) {
      case "$data" -> scope.data();
      case "$root" -> scope.root();
      case "$index" -> scope.index();
      case "$host" -> scope.run().host().data();
      case "$_acTemplateVersion" -> VERSION;
      default -> Values.MISSING;
    };
  }

  private static JsonNode walk(Run run, JsonNode from, List<JsonNode> steps, int first) {
    var value = from;
    for (int i = first; i < steps.size() && value != Values.MISSING; i++) {
      var step = steps.get(i);
      value =
          step.isNumber() && !value.isObject()
              ? Values.element(value, Numbers.of(step))
              : Values.property(
                  run, value, step.isNumber() ? Numbers.text(step) : step.stringValue());
    }
    return value;
  }

  /** How the reference writes the path where it leads nowhere, with its indexes computed. */
  private static String text(List<JsonNode> steps) {
    var text = new StringBuilder();
    for (var step : steps) {
      if (step.isNumber()) {
        text.append('[').append(Numbers.text(step)).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.stringValue());
      }
    }
    return text.toString();
  }
}
