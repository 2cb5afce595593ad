package dev.holdfast.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The usual spelling of an instant, {@code 2026-11-20T18:00:00Z} with or without a fraction. A list
 * of environments has tens of thousands of them, and the JDK's formatter would take a seventh of
 * the time that it takes to read them.
 */
final class UsualInstant {

  /** Of the text without a fraction. */
  private static final int SECONDS_END = 19;

  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final int MOST_DECIMALS = 9;

  private UsualInstant() {}

  /** Empty when the text is something else, which may be an instant all the same. */
  static Optional<Instant> parse(String text) {
    int end = text.length() - 1;
    if (end < SECONDS_END || text.charAt(end) != 'Z' || !hasShape(text) || !isFraction(text, end)) {
      return Optional.empty();
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, SECONDS_END),
              nanos(text, end));
      return Optional.of(time.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean hasShape(String text) {
    for (int i = 0; i < SECONDS_END; i++) {
      char shape = SHAPE.charAt(i);
      if (shape == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != shape) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFraction(String text, int end) {
    if (end == SECONDS_END) {
      return true;
    }
    int decimals = end - SECONDS_END - 1;
    if (text.charAt(SECONDS_END) != '.' || decimals < 1 || decimals > MOST_DECIMALS) {
      return false;
    }
    for (int i = SECONDS_END + 1; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int nanos(String text, int end) {
    int nanos = 0;
    for (int i = SECONDS_END + 1; i <= SECONDS_END + MOST_DECIMALS; i++) {
      nanos = 10 * nanos + (i < end ? text.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }
}
