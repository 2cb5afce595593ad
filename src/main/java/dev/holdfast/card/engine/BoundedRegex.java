package dev.holdfast.card.engine;

import dev.holdfast.card.engine.Expression.Constant;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.ExpansionRun;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.node.BooleanNode;

/** {@code isMatch}, bounded although the JDK's expressions backtrack. */
final class BoundedRegex {
  /** What JavaScript has and the language leaves out: looking around, and atomic groups. */
  private static final Pattern REFUSED = Pattern.compile("\\(\\?(?:[=!>]|<[=!])");

  private BoundedRegex() {}

  /** A constant expression is compiled once, and refused when the template is loaded. */
  static FunctionSignature.Body prepare(List<Expression> arguments) {
    var constant = arguments.get(1) instanceof Constant c ? compile(c.value().asString("")) : null;
    return (call, scope) -> {
      var a = FunctionArguments.of(call, scope);
      var pattern = constant == null ? compile(a.text(1)) : constant;
      return BooleanNode.valueOf(matches(a.run(), pattern, a.text(0)));
    };
  }

  private static Pattern compile(String regex) {
    try {
      if (!regex.isEmpty() && !REFUSED.matcher(regex).find()) {
        return Pattern.compile(regex);
      }
    } catch (PatternSyntaxException e) {
      // Told below, as for any other text that is no pattern.
    }
    throw new EvaluationException("'" + regex + "' is not a regular expression");
  }

  private static boolean matches(ExpansionRun run, Pattern pattern, String text) {
    try {
      return pattern.matcher(new Paid(run, text)).find();
    } catch (StackOverflowError e) {
      // The JDK recurses once for each turn of a group, as deep as the text is long.
      throw run.failure("the text is too long for the regular expression '" + pattern + "'");
    }
  }

  /** Text that costs a step for each look at a character, so that backtracking comes to an end. */
  private record Paid(ExpansionRun run, String text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      run.spend(1);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }
  }
}
