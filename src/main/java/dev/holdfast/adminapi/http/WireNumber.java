package dev.holdfast.adminapi.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers that come as text, with a comma or a point, grouped or with an exponent. A text that two
 * countries read differently, such as {@code 1,234}, isn't read: a guess could be wrong by a factor
 * of a thousand.
 */
final class WireNumber {

  /** What some countries group thousands with. */
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}'’_]");

  private static final String EXPONENT = "(?:[eE][+-]?\\d{1,4})?";
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)" + EXPONENT);
  private static final Pattern GROUPED_BY_COMMA =
      Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+\\.\\d+|[+-]?\\d{1,3}(?:,\\d{3}){2,}");
  private static final Pattern GROUPED_BY_POINT =
      Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{3})+,\\d+|[+-]?\\d{1,3}(?:\\.\\d{3}){2,}");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+" + EXPONENT);
  private static final Pattern UNCLEAR = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

  private WireNumber() {}

  /** Empty when it isn't a number, isn't finite, or can be read in two ways. */
  static Optional<Double> parse(String text) {
    String number = SPACES.matcher(text).replaceAll("");
    if (number.length() > 100 || UNCLEAR.matcher(number).matches()) {
      return Optional.empty();
    }
    if (GROUPED_BY_COMMA.matcher(number).matches()) {
      number = number.replace(",", "");
    } else if (GROUPED_BY_POINT.matcher(number).matches()) {
      number = number.replace(".", "").replace(',', '.');
    } else if (DECIMAL_COMMA.matcher(number).matches()) {
      number = number.replace(',', '.');
    }
    return PLAIN.matcher(number).matches()
        ? Optional.of(Double.valueOf(number)).filter(Double::isFinite)
        : Optional.empty();
  }
}
