package dev.holdfast.support;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header with which a server says when to call it again (RFC 9110, section 10.2.3). */
public final class RetryAfter {

  /** Its name. */
  public static final String HEADER = "Retry-After";

  /** After an hour it's worth to ask again, whatever an odd header says. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /**
   * Reads seconds or an HTTP date.
   *
   * @return how long to wait, an hour at most; empty for anything else and for a date in the past
   */
  public static Optional<Duration> parse(String header, Instant now) {
    return read(header.strip(), now)
        .filter(wait -> !wait.isNegative())
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Optional<Duration> read(String text, Instant now) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      // Its names of days and months are English in every locale.
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, date.toInstant()));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
