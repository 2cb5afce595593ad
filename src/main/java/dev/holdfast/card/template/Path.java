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
 */
record Path(@Nullable Expression base, List<Expression> steps) implements Expression {

  /** {@code $_acTemplateVersion}: the reference whose language this is. */
  private static final ObjectNode VERSION =
      Values.JSON.objectNode().put("major", 2).put("minor", 3).put("patch", 1).put("suffix", "");

  /** The path of one property, whose name is kept as data keep theirs: the same text once. */
  static Path name(String name) {
    return new Path(null, List.of(new Constant(Values.text(name.intern()))));
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
    var steps = new ArrayList<>(name(name).steps);
    Expression base = target;
    while (base instanceof Element element) {
      steps.add(0, element.index());
      base = element.target();
    }
    if (base instanceof Path path) {
      steps.addAll(0, path.steps);
      base = path.base;
    }
    return new Path(base, List.copyOf(steps));
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    scope.run().spend(steps.size());
    var value = value(scope);
    return value.isMissingNode() && scope.substituting() ? scope.missing(text(scope)) : value;
  }

  /** Finds a path that {@code getProperty} got as text. */
  static JsonNode find(Scope scope, @Nullable JsonNode base, String text) {
    var steps =
        Arrays.stream(text.split("[.\\[\\]]+"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.replaceFirst("^(['\"])(.*)\\1$", "$2"))
            .map(part -> (Expression) new Constant(Values.text(part)))
            .toList();
    var path = new Path(base == null ? null : new Constant(base), steps);
    var value = steps.isEmpty() ? Values.MISSING : path.value(scope);
    return value.isMissingNode() ? scope.missing(text) : value;
  }

  private JsonNode value(Scope scope) {
    if (base != null) {
      return walk(scope, base.evaluate(scope), 0);
    }
    var name = name();
    for (var local = scope.locals(); local != null; local = local.outer()) {
      if (local.name().equalsIgnoreCase(name)) {
        var value = walk(scope, local.value(), 1);
        if (!value.isMissingNode()) {
          return value;
        }
      }
    }
    return name.charAt(0) == '$'
        ? walk(scope, reserved(scope, name), 1)
        : walk(scope, scope.data(), 0);
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

  private JsonNode walk(Scope scope, JsonNode from, int first) {
    var value = from;
    for (int i = first; i < steps.size(); i++) {
      value = Values.step(scope.run(), value, steps.get(i).evaluate(scope));
    }
    return value;
  }

  /** How the reference writes the path where it leads nowhere, with its indexes computed. */
  private String text(Scope scope) {
    var text = new StringBuilder();
    for (var step : steps) {
      var value = step.evaluate(scope);
      text.append(value.isNumber() ? "[" : text.isEmpty() ? "" : ".")
          .append(BoundedText.scalar(value))
          .append(value.isNumber() ? "]" : "");
    }
    return text.toString();
  }
}
