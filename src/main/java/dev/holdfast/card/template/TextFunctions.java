package dev.holdfast.card.template;

import static dev.holdfast.card.template.Function.number;
import static dev.holdfast.card.template.Function.test;
import static dev.holdfast.card.template.Function.text;
import static dev.holdfast.card.template.Function.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Strings. Positions and lengths count UTF-16 units, as JavaScript and Java both do. */
final class TextFunctions {
  /** What JavaScript takes for white space. */
  private static final String SPACE =
      "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
          + "\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

  private TextFunctions() {}

  static @Nullable Function find(String name) {
    return switch (name) {
      case "concat" -> value("string|array", "any...", TextFunctions::concat);
      case ExpressionParser.INTERPOLATION ->
          value("string|array", "any?...", a -> BoundedText.join(a.run(), a.values()));
      case "length" -> number("string", a -> a.text(0).length());
      case "substring" -> text("string,number,number?", TextFunctions::substring);
      case "replace" -> text("string,string,string", a -> replace(a, false));
      case "replaceIgnoreCase" -> text("string,string,string", a -> replace(a, true));
      case "split" -> Function.list("string,string?", TextFunctions::split);
      case "trim" -> text("string", a -> trim(a.text(0)));
      case "toLower" -> text("string,string?", TextFunctions::lower);
      case "toUpper" -> text("string,string?", a -> a.text(0).toUpperCase(locale(a)));
      case "sentenceCase" -> text("string,string?", a -> capital(lower(a)));
      case "titleCase" -> text("string,string?", TextFunctions::titleCase);
      case "startsWith" -> test("string,string", a -> a.text(0).startsWith(a.text(1)));
      case "endsWith" -> test("string,string", a -> a.text(0).endsWith(a.text(1)));
      case "countWord" -> number("string", TextFunctions::countWord);
      case "addOrdinal" -> text("number", TextFunctions::addOrdinal);
      case "newGuid" -> text("", a -> a.run().host().ids().get().toString());
      case "isMatch" -> Function.prepared("boolean", "string,string", Regex::prepare);
      default -> null;
    };
  }

  /** Joins lists to a list, and anything else to text. */
  private static JsonNode concat(Arguments a) {
    var sum = a.at(0);
    for (int i = 1; i < a.count(); i++) {
      var next = a.at(i);
      if (sum.isArray() && next.isArray()) {
        a.run().spend(sum.size() + next.size());
        sum = Values.JSON.arrayNode().addAll(sum.values()).addAll(next.values());
      } else if (Values.isNothing(sum) && (next.isArray() || Values.isNothing(next))) {
        sum = next.isArray() ? next : Values.MISSING;
      } else if (!(sum.isArray() && Values.isNothing(next))) {
        sum = BoundedText.join(a.run(), sum, next);
      }
    }
    return sum;
  }

  private static String substring(Arguments a) {
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

  private static String replace(Arguments a, boolean ignoreCase) {
    var text = a.text(0);
    var old = a.text(1).isEmpty() ? a.<String>fail(1, "a string of some length") : a.text(1);
    var by = a.text(2);
    a.run().spendOnSearch(text, old);
    var result = new BoundedText(a.run());
    int from = 0;
    for (int i = find(text, old, 0, ignoreCase); i >= 0; i = find(text, old, from, ignoreCase)) {
      result.append(text.substring(from, i)).append(by);
      from = i + old.length();
    }
    return result.append(text.substring(from)).toString();
  }

  private static int find(String text, String part, int from, boolean ignoreCase) {
    int last = ignoreCase ? text.length() - part.length() : -1;
    for (int i = from; i <= last; i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return i;
      }
    }
    return ignoreCase ? -1 : text.indexOf(part, from);
  }

  private static List<JsonNode> split(Arguments a) {
    var text = a.text(0);
    a.run().spend(text.length());
    a.run().spendOnSearch(text, a.text(1));
    if (text.isEmpty() && a.text(1).isEmpty()) {
      return List.of();
    }
    var parts = text.split(Pattern.quote(a.text(1)), a.text(1).isEmpty() ? 0 : -1);
    return Arrays.stream(parts).map(Values::text).toList();
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && SPACE.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && SPACE.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  private static double countWord(Arguments a) {
    return trim(a.text(0)).split("[" + SPACE + "]+", -1).length;
  }

  private static Locale locale(Arguments a) {
    a.text(1);
    return Locales.of(a, 1);
  }

  private static String lower(Arguments a) {
    return a.text(0).toLowerCase(locale(a));
  }

  private static String capital(String text) {
    int first = Math.min(1, text.length());
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }

  private static String titleCase(Arguments a) {
    return Pattern.compile("[a-zA-Z0-9_][^" + SPACE + "]*")
        .matcher(lower(a))
        .replaceAll(word -> Matcher.quoteReplacement(capital(word.group())));
  }

  private static String addOrdinal(Arguments a) {
    int last = Math.floorMod(a.integer(0), 100);
    int digit = last / 10 == 1 ? 0 : last % 10;
    var suffix = digit == 1 ? "st" : digit == 2 ? "nd" : digit == 3 ? "rd" : "th";
    return Numbers.text(a.number(0)) + (a.number(0) > 0 ? suffix : "");
  }
}
