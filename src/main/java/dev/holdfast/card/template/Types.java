package dev.holdfast.card.template;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The types that a value may have, as far as they are known before there is data: any of {@code
 * boolean number string array}, or {@code any}. They catch {@code toUpper(5)} when the template is
 * loaded. A parameter of type {@code name} is the name that a lambda gives to its argument.
 */
record Types(Set<String> names) {
  static final Types ANY = parse("any");

  /** Reads names with bars between them. */
  static Types parse(String text) {
    return new Types(new TreeSet<>(Set.of(text.split("\\|"))));
  }

  static Types of(JsonNode constant) {
    var isPlain = constant.isBoolean() || constant.isNumber() || constant.isString();
    return isPlain ? parse(constant.getNodeType().name().toLowerCase(Locale.ROOT)) : ANY;
  }

  /** Whether the expression may have a value of one of these types. */
  boolean admit(Expression expression) {
    if (names.contains("name")) {
      return expression instanceof Path path && path.isName();
    }
    return isAny()
        || expression.type().isAny()
        || !Collections.disjoint(names, expression.type().names);
  }

  boolean isAny() {
    return names.contains("any");
  }

  @Override
  public String toString() {
    return String.join(" or ", names);
  }
}
