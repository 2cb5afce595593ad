package dev.holdfast.card.template;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * A function or operator of the language, or one of the caller's own. What it takes and gives is
 * known before there is data, to catch {@code toUpper(5)} when the template is loaded.
 *
 * @param returns any of {@code boolean number string array}, or {@code any}
 * @param takes the same for each parameter; a {@code name} is one that a lambda gives its argument
 */
record Function(Set<String> returns, List<Set<String>> takes, int least, int most, Maker maker) {

  static final Set<String> ANY = Set.of("any");

  /** Makes the body for one call in a template, once, with what its arguments let it prepare. */
  @FunctionalInterface
  interface Maker {
    Body make(String name, List<Expression> arguments);
  }

  /** Computes a call from its unevaluated arguments, of which it may leave some alone. */
  @FunctionalInterface
  interface Body {
    JsonNode of(List<Expression> arguments, Scope scope);
  }

  /** Computes a call from the values of its arguments. */
  @FunctionalInterface
  interface Eager<T> {
    T of(Arguments a);
  }

  /**
   * A function that prepares each call when the template is loaded.
   *
   * @param returns types with bars between them
   * @param takes the same for each parameter, with commas between them: {@code ?} marks what may be
   *     left out, {@code ...} what may come again
   */
  static Function prepared(String returns, String takes, Maker maker) {
    var declared = takes.isEmpty() ? List.<String>of() : Arrays.asList(takes.split(","));
    var types = declared.stream().map(type -> types(type.replaceAll("[?.]", ""))).toList();
    int least = (int) declared.stream().filter(type -> !type.contains("?")).count();
    int most = takes.endsWith("...") ? Integer.MAX_VALUE : types.size();
    return new Function(types(returns), types, least, most, maker);
  }

  private static Set<String> types(String names) {
    return new TreeSet<>(Arrays.asList(names.split("\\|")));
  }

  /** A function that evaluates its arguments itself. */
  static Function form(String returns, String takes, Body body) {
    return prepared(returns, takes, (name, arguments) -> body);
  }

  static Function value(String returns, String takes, Eager<JsonNode> body) {
    return prepared(
        returns,
        takes,
        (name, arguments) -> (all, scope) -> body.of(Arguments.of(name, all, scope)));
  }

  static Function text(String takes, Eager<String> body) {
    return value("string", takes, a -> Values.text(body.of(a)));
  }

  static Function number(String takes, ToDoubleFunction<Arguments> body) {
    return value("number", takes, a -> Values.number(body.applyAsDouble(a)));
  }

  static Function test(String takes, Predicate<Arguments> body) {
    return value("boolean", takes, a -> Values.bool(body.test(a)));
  }

  static Function list(String takes, Eager<List<JsonNode>> body) {
    return value("array", takes, a -> Values.list(a.run(), body.of(a)));
  }

  /**
   * A call of this function by that name.
   *
   * @throws EvaluationException if it cannot be called so, whatever the data
   */
  Expression.Call call(String name, List<Expression> arguments) {
    int count = arguments.size();
    if (count < least || count > most) {
      var upTo = most == least ? "" : most == Integer.MAX_VALUE ? " or more" : " to " + most;
      var noun = most == 1 ? " argument, not " : " arguments, not ";
      throw new EvaluationException(name + " takes " + least + upTo + noun + count);
    }
    for (int i = 0; i < count; i++) {
      var types = takes.get(Math.min(i, takes.size() - 1));
      if (!admits(types, arguments.get(i))) {
        var expected = String.join(" or ", types);
        throw new EvaluationException(
            "argument " + (i + 1) + " of " + name + " must be " + expected);
      }
    }
    return new Expression.Call(returns, maker.make(name, arguments), List.copyOf(arguments));
  }

  /** Whether the expression may have a value of one of these types. */
  static boolean admits(Set<String> types, Expression expression) {
    return types.contains("name")
        ? expression instanceof Path path && path.isName()
        : types.contains("any")
            || expression.type().contains("any")
            || !Collections.disjoint(types, expression.type());
  }
}
