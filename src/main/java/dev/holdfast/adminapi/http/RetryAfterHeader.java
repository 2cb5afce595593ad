package dev.holdfast.adminapi.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The {@code Retry-After} header: seconds, an HTTP date, or a duration (facts 1.5). Never negative,
 * and at most an hour, so that one odd header cannot put an operation to sleep for days.
 */
final class RetryAfterHeader {

  static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfterHeader() {}

  static Optional<Duration> parse(String value, Instant now) {
    String text = value.strip();
    try {
      return Optional.of(within(read(text, now)));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Duration read(String text, Instant now) {
    if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-')) {
      return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }
    if (text.startsWith("P")) {
      return Duration.parse(text);
    }
    if (text.matches("\\d\\d:\\d\\d:\\d\\d")) {
      return Duration.ofSeconds(LocalTime.parse(text).toSecondOfDay());
    }
    // RFC_1123_DATE_TIME has its own English names: the JVM's locale does not matter
    return Duration.between(
        now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
  }

  private static Duration within(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
