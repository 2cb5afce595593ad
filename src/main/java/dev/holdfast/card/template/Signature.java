package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function takes and gives, as written in a declaration such as {@code string
 * join(array,string,string?)}: {@code ?} marks what may be left out, and {@code ...} what may come
 * again.
 */
record Signature(Types returns, List<Types> parameters, int required, boolean repeats) {

  /** Reads the part before the name and the part between the brackets. */
  static Signature parse(String returns, String parameters) {
    var types = new ArrayList<Types>();
    int required = 0;
    for (var parameter : parameters.isEmpty() ? new String[0] : parameters.split(",")) {
      types.add(Types.parse(parameter.replaceAll("\\?|\\.\\.\\.", "")));
      required += parameter.endsWith("?") || parameter.endsWith("?...") ? 0 : 1;
    }
    return new Signature(Types.parse(returns), types, required, parameters.endsWith("..."));
  }

  /** What is wrong with such a call of the function, or null if nothing is. */
  @Nullable String fault(String name, List<Expression> arguments) {
    int count = arguments.size();
    if (count < required || !repeats && count > parameters.size()) {
      return name + " takes " + arity() + ", not " + count;
    }
    for (int i = 0; i < count; i++) {
      var expected = parameters.get(Math.min(i, parameters.size() - 1));
      if (expected.isLambda()) {
        if (!(arguments.get(i) instanceof Path path && path.isName())) {
          return "argument " + (i + 1) + " of " + name + " must be a name";
        }
      } else if (!expected.admits(arguments.get(i).type())) {
        var found = arguments.get(i).type();
        return "argument " + (i + 1) + " of " + name + " must be " + expected + ", not " + found;
      }
    }
    return null;
  }

  private String arity() {
    var least = required + (required == 1 && !repeats ? " argument" : " arguments");
    if (repeats) {
      return "at least " + required + (required == 1 ? " argument" : " arguments");
    }
    return required == parameters.size()
        ? least
        : required + " to " + parameters.size() + " arguments";
  }
}
