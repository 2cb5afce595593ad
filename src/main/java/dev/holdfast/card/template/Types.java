package dev.holdfast.card.template;

import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The types that a value may have, as far as they are known before there is data. They catch {@code
 * toUpper(5)} when the template is loaded.
 *
 * @param names a bit for any of {@code boolean number string array any lambda}, where lambda is a
 *     parameter that must be a name
 */
record Types(int names) {
  private static final String[] NAMES = {"boolean", "number", "string", "array", "any", "lambda"};

  static final Types ANY = parse("any");
  private static final Types LAMBDA = parse("lambda");
  static final Types STRING_OR_ARRAY = parse("string|array");

  /** Reads names with bars between them. */
  static Types parse(String text) {
    int bits = 0;
    for (var name : text.split("\\|")) {
      bits |= 1 << Arrays.asList(NAMES).indexOf(name);
    }
    return new Types(bits);
  }

  static Types of(JsonNode constant) {
    return switch (constant.getNodeType()) {
      case BOOLEAN -> parse("boolean");
      case NUMBER -> parse("number");
      case STRING -> parse("string");
      default -> ANY;
    };
  }

  /** Whether a value of the other types may be one of these. */
  boolean admits(Types other) {
    return isAny() || other.isAny() || (names & other.names) != 0;
  }

  boolean isLambda() {
    return names == LAMBDA.names;
  }

  boolean isAny() {
    return (names & ANY.names) != 0;
  }

  @Override
  public String toString() {
    return Arrays.stream(NAMES)
        .filter(name -> (names & parse(name).names) != 0)
        .collect(Collectors.joining(" or "));
  }
}
