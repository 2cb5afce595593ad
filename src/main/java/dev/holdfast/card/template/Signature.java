package dev.holdfast.card.template;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function takes and gives, as written in a declaration such as {@code string
 * join(array,string,string?)}: {@code ?} marks what may be left out, and {@code ...} what may come
 * again.
 */
record Signature(Types returns, List<Types> parameters, int least, int most) {

  /** Reads the part before the name and the part between the brackets. */
  static Signature parse(String returns, String parameters) {
    var declared = parameters.isEmpty() ? List.<String>of() : Arrays.asList(parameters.split(","));
    var types = declared.stream().map(p -> Types.parse(p.replaceAll("[?.]", ""))).toList();
    int least = (int) declared.stream().filter(parameter -> !parameter.contains("?")).count();
    int most = parameters.endsWith("...") ? Integer.MAX_VALUE : types.size();
    return new Signature(Types.parse(returns), types, least, most);
  }

  /** What is wrong with such a call of the function, or null if nothing is. */
  @Nullable String fault(String name, List<Expression> arguments) {
    int count = arguments.size();
    if (count < least || count > most) {
      var upTo = most == least ? "" : most == Integer.MAX_VALUE ? " or more" : " to " + most;
      var noun = most == 1 ? " argument, not " : " arguments, not ";
      return name + " takes " + least + upTo + noun + count;
    }
    for (int i = 0; i < count; i++) {
      var expected = parameters.get(Math.min(i, parameters.size() - 1));
      if (!expected.admit(arguments.get(i))) {
        return "argument " + (i + 1) + " of " + name + " must be " + expected;
      }
    }
    return null;
  }
}
