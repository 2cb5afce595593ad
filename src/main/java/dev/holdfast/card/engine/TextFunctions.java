package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Strings. Positions and lengths count UTF-16 units, as JavaScript and Java both do. */
final class TextFunctions {
  /** What JavaScript takes for white space. */
  private static final String SPACE = "[\\s\\p{Z}\ufeff]";

  private static final Pattern ENDS = Pattern.compile("^S+|(?<!S)S+\\z".replace("S", SPACE));

  private static final int ANY_CASE =
      Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private TextFunctions() {}

  /** Joins lists to a list, and anything else to text. */
  static JsonNode concat(FunctionArguments a) {
    var sum = a.at(0);
    for (int i = 1; i < a.count(); i++) {
      var next = a.at(i);
      if (sum.isArray() && next.isArray()) {
        a.run().spend(sum.size() + next.size());
        sum = JsonValues.JSON.arrayNode().addAll(sum.values()).addAll(next.values());
      } else if (JsonValues.isNothing(sum) && (next.isArray() || JsonValues.isNothing(next))) {
        sum = next.isArray() ? next : JsonValues.MISSING;
      } else if (!(sum.isArray() && JsonValues.isNothing(next))) {
        sum = BoundedStringBuilder.join(a.run(), sum, next);
      }
    }
    return sum;
  }

  static String substring(FunctionArguments a) {
    var text = a.text(0);
    if (a.at(0).isMissingNode()) {
      return "";
    }
    int start = a.integer(1);
    int length = a.count() == 2 ? text.length() - start : a.integer(2);
    var within =
        start >= 0 && start <= text.length() && length >= 0 && length <= text.length() - start;
    return within ? text.substring(start, start + length) : a.fail(1, "within '" + text + "'");
  }

  static String replace(FunctionArguments a) {
    var text = a.text(0);
    var old = searched(a);
    int found = (text.length() - text.replace(old, "").length()) / old.length();
    a.run().spend(text.length() + (long) found * a.text(2).length());
    return text.replace(old, a.text(2));
  }

  static String replaceIgnoreCase(FunctionArguments a) {
    var text = a.text(0);
    var found = Pattern.compile(searched(a), ANY_CASE).matcher(text);
    a.run().spend(text.length() + found.results().count() * a.text(2).length());
    return found.replaceAll(Matcher.quoteReplacement(a.text(2)));
  }

  private static String searched(FunctionArguments a) {
    var old = a.text(1).isEmpty() ? a.<String>fail(1, "a string of some length") : a.text(1);
    a.run().spendOnSearch(a.text(0), old);
    return old;
  }

  static List<JsonNode> split(FunctionArguments a) {
    var text = a.text(0);
    a.run().spend(text.length());
    a.run().spendOnSearch(text, a.text(1));
    var parts = text.split(Pattern.quote(a.text(1)), a.text(1).isEmpty() ? 0 : -1);
    var isNothing = text.isEmpty() && a.text(1).isEmpty();
    return isNothing ? List.of() : Arrays.stream(parts).map(JsonValues::text).toList();
  }

  static String trim(String text) {
    return ENDS.matcher(text).replaceAll("");
  }

  static double countWord(FunctionArguments a) {
    return trim(a.text(0)).split(SPACE + "+", -1).length;
  }

  static Locale locale(FunctionArguments a) {
    a.text(1);
    return RegionFormats.of(a, 1);
  }

  static String lower(FunctionArguments a) {
    return a.text(0).toLowerCase(locale(a));
  }

  static String capital(String text) {
    int first = Math.min(1, text.length());
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }

  static String titleCase(FunctionArguments a) {
    return Pattern.compile("\\w[^S]*".replace("S", SPACE))
        .matcher(lower(a))
        .replaceAll(word -> Matcher.quoteReplacement(capital(word.group())));
  }

  static String addOrdinal(FunctionArguments a) {
    return a.whole(0) > 0 ? ordinal(a.number(0)) : NumberFormat.text(a.whole(0));
  }

  static String ordinal(double number) {
    int last = (int) (number % 100);
    int digit = last / 10 == 1 ? 0 : last % 10;
    return NumberFormat.text(number)
        + (digit == 1 ? "st" : digit == 2 ? "nd" : digit == 3 ? "rd" : "th");
  }
}
