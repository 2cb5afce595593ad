package dev.holdfast.card.template;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Strings. Positions and lengths count UTF-16 units, as JavaScript and Java both do. */
final class TextFunctions {
  private static final String SPACE =
      "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
          + "\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
  private static final Pattern SPACES = Pattern.compile("[" + SPACE + "]+");
  private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9_][^" + SPACE + "]*");

  private TextFunctions() {}

  static void define(Functions functions) {
    functions.define("string|array concat(any...)", TextFunctions::concat);
    functions.define("number length(string)", a -> Values.number(a.text(0).length()));
    functions.define("string substring(string,number,number?)", TextFunctions::substring);
    functions.define("string replace(string,string,string)", TextFunctions::replace);
    functions.define("string replaceIgnoreCase(string,string,string)", TextFunctions::replace);
    functions.define("array split(string,string?)", TextFunctions::split);
    functions.define("string trim(string)", a -> Values.text(trim(a.text(0))));
    functions.define("string toLower(string,string?)", a -> Values.text(lower(a)));
    functions.define(
        "string toUpper(string,string?)", a -> Values.text(a.text(0).toUpperCase(locale(a))));
    functions.define("string sentenceCase(string,string?)", a -> Values.text(capital(lower(a))));
    functions.define("string titleCase(string,string?)", TextFunctions::titleCase);
    functions.define(
        "boolean startsWith(string,string)", a -> Values.bool(a.text(0).startsWith(a.text(1))));
    functions.define(
        "boolean endsWith(string,string)", a -> Values.bool(a.text(0).endsWith(a.text(1))));
    functions.define(
        "number countWord(string)", a -> Values.number(SPACES.split(trim(a.text(0)), -1).length));
    functions.define("string addOrdinal(number)", TextFunctions::addOrdinal);
    functions.define("string newGuid()", a -> Values.text(a.run().host().ids().get().toString()));
  }

  /** Joins lists to a list, and anything else to text. */
  private static JsonNode concat(Arguments a) {
    var sum = a.at(0);
    for (int i = 1; i < a.count(); i++) {
      var next = a.at(i);
      if (Values.isNothing(sum) && (next.isArray() || Values.isNothing(next))) {
        sum = next.isArray() ? next : Values.MISSING;
      } else if (sum.isArray() && next.isArray()) {
        a.run().spend(sum.size() + next.size());
        sum = Values.JSON.arrayNode().addAll(sum.values()).addAll(next.values());
      } else if (!(sum.isArray() && Values.isNothing(next))) {
        var text = new BoundedText(a.run()).appendReadable(sum).appendReadable(next);
        sum = Values.text(text.toString());
      }
    }
    return sum;
  }

  private static JsonNode substring(Arguments a) {
    var text = a.text(0);
    if (a.at(0).isMissingNode()) {
      return Values.text("");
    }
    int start = a.integer(1);
    if (start < 0 || start > text.length()) {
      a.fail(1, "a position in '" + text + "'");
    }
    int length = a.count() == 2 ? text.length() - start : a.integer(2);
    if (length < 0 || length > text.length() - start) {
      a.fail(2, "a length within '" + text + "'");
    }
    return Values.text(text.substring(start, start + length));
  }

  private static JsonNode replace(Arguments a) {
    var text = a.text(0);
    var old = a.text(1);
    if (old.isEmpty()) {
      a.fail(1, "a string of at least one character");
    }
    var replacement = a.text(2);
    var ignoreCase = a.function().equals("replaceIgnoreCase");
    var result = new BoundedText(a.run());
    int from = 0;
    while (true) {
      var next = indexOf(text, old, from, ignoreCase);
      if (next.isEmpty()) {
        return Values.text(result.append(text.substring(from)).toString());
      }
      result.append(text.substring(from, next.getAsInt())).append(replacement);
      from = next.getAsInt() + old.length();
    }
  }

  private static OptionalInt indexOf(String text, String part, int from, boolean ignoreCase) {
    if (ignoreCase) {
      return indexOfIgnoreCase(text, part, from);
    }
    int at = text.indexOf(part, from);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  static OptionalInt indexOfIgnoreCase(String text, String part, int from) {
    for (int i = from; i <= text.length() - part.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static JsonNode split(Arguments a) {
    var text = a.text(0);
    var separator = a.text(1);
    a.run().spend(text.length());
    var list = Values.JSON.arrayNode();
    if (separator.isEmpty()) {
      for (int i = 0; i < text.length(); i++) {
        list.add(text.substring(i, i + 1));
      }
      return list;
    }
    for (var part : text.split(Pattern.quote(separator), -1)) {
      list.add(part);
    }
    return list;
  }

  static String trim(String text) {
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

  private static String lower(Arguments a) {
    return a.text(0).toLowerCase(locale(a));
  }

  private static Locale locale(Arguments a) {
    a.text(1);
    return Locales.of(a, 1);
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static JsonNode titleCase(Arguments a) {
    return Values.text(WORD.matcher(lower(a)).replaceAll(word -> quote(capital(word.group()))));
  }

  private static String quote(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static JsonNode addOrdinal(Arguments a) {
    a.integer(0);
    var number = a.number(0);
    var digits = Numbers.text(number);
    if (number <= 0) {
      return Values.text(digits);
    }
    var teen = number % 100 >= 11 && number % 100 <= 13;
    var suffix =
        teen
            ? "th"
            : switch ((int) (number % 10)) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return Values.text(digits + suffix);
  }
}
