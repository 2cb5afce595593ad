package dev.holdfast.card.template;

import dev.holdfast.card.template.Expression.Constant;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param fixed the values of the steps, as strings and doubles, if they are all constant
 */
record Path(@Nullable Expression base, List<Expression> steps, Object @Nullable [] fixed)
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

  /** The name that this {@link #isName}, or the first one of the path. */
  String name() {
    return ((Constant) steps.get(0)).value().stringValue();
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
    var constant = steps.stream().allMatch(s -> s instanceof Constant c && isStep(c.value()));
    var fixed = steps.stream().map(step -> step(((Constant) step).value()));
    return new Path(base, List.copyOf(steps), constant ? fixed.toArray() : null);
  }

  private static boolean isStep(JsonNode value) {
    return value.isString() || value.isNumber();
  }

  private static Object step(JsonNode value) {
    if (!isStep(value)) {
      throw new EvaluationException("an index must be a number or a string");
    }
    return value.isString() ? value.stringValue().intern() : (Object) Numbers.of(value);
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    scope.run().spend(steps.size());
    var to = fixed != null ? fixed : steps.stream().map(s -> step(s.evaluate(scope))).toArray();
    var value = base == null ? lookUp(scope, to) : walk(scope.run(), base.evaluate(scope), to, 0);
    return value.isMissingNode() ? scope.missing(text(to)) : value;
  }

  /** Finds a path that {@code getProperty} got as text. */
  static JsonNode find(Scope scope, @Nullable JsonNode base, String path) {
    var steps =
        Arrays.stream(path.split("[.\\[\\]]+", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> part.replaceFirst("^(['\"])(.*)\\1$", "$2"))
            .toArray();
    if (steps.length == 0) {
      return scope.missing(path);
    }
    var value = base == null ? lookUp(scope, steps) : walk(scope.run(), base, steps, 0);
    return value.isMissingNode() ? scope.missing(path) : value;
  }

  private static JsonNode lookUp(Scope scope, Object[] steps) {
    var name = (String) steps[0];
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

  private static JsonNode walk(Run run, JsonNode from, Object[] steps, int first) {
    var value = from;
    for (int i = first; i < steps.length && value != Values.MISSING; i++) {
      if (steps[i] instanceof Double index) {
        value =
            value.isObject()
                ? Values.property(run, value, Numbers.text(index))
                : Values.element(value, index);
      } else {
        value = Values.property(run, value, (String) steps[i]);
      }
    }
    return value;
  }

  /** How the reference writes the path where it leads nowhere, with its indexes computed. */
  private static String text(Object[] steps) {
    var text = new StringBuilder();
    for (var step : steps) {
      if (step instanceof Double index) {
        text.append('[').append(Numbers.text(index)).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step);
      }
    }
    return text.toString();
  }
}
