package dev.holdfast.adminapi.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants and durations as the service writes them. */
public final class JsonTimes {

  /** Without a zone, and meant as UTC (rule R30). */
  private static final DateTimeFormatter RESTORE_POINT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** With the offset that RFC 3339 wants, which is always that of UTC (rule R30). */
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** No text that is an instant or a duration is longer. */
  private static final int LONGEST = 64;

  /** Nothing of the platform is older. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Nothing is planned for later. */
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Instant NET_FIRST = Instant.parse("0001-01-03T00:00:00Z");
  private static final Instant NET_LAST = Instant.parse("9999-12-30T00:00:00Z");

  /** Of Windows' file times, SQL Server's two kinds of dates, and Unix. */
  private static final Set<Instant> BEGINNINGS =
      Set.of(
          Instant.parse("1601-01-01T00:00:00Z"),
          Instant.parse("1753-01-01T00:00:00Z"),
          Instant.parse("1900-01-01T00:00:00Z"),
          Instant.EPOCH);

  private static final Duration LONGEST_DURATION = Duration.ofDays(3660);
  private static final Pattern TIME_SPAN =
      Pattern.compile("(\\d{1,5})\\.(\\d\\d):(\\d\\d):(\\d\\d(?:\\.\\d{1,7})?)");
  private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");

  private JsonTimes() {}

  /** To the second, the fraction dropped: never later than what was approved. */
  public static String restorePoint(Instant point) {
    return RESTORE_POINT.format(point);
  }

  /** To the second like {@link #restorePoint}, such as {@code 2026-11-20T18:00:00+00:00}. */
  public static String withOffset(Instant point) {
    return WITH_OFFSET.format(point);
  }

  /**
   * An instant with an offset, or one without, which is UTC. Empty when it is neither, when it
   * means none, and when it is in a year in which nothing of the platform can be.
   */
  public static Optional<Instant> instant(@Nullable String text) {
    return parsed(text).filter(at -> !at.isBefore(EARLIEST) && at.isBefore(LATEST));
  }

  /** Whether a text is blank, or an instant that stands for the missing of one. */
  public static boolean meansNone(String text) {
    return text.isBlank() || parsed(text).filter(JsonTimes::isPlaceholder).isPresent();
  }

  /**
   * The first and the last instant that .NET and its databases have, in whatever zone, and the
   * beginnings of the other calendars of computers.
   */
  private static boolean isPlaceholder(Instant at) {
    return at.isBefore(NET_FIRST)
        || !at.isBefore(NET_LAST)
        || BEGINNINGS.stream().anyMatch(one -> isNear(one, at));
  }

  private static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(Duration.ofDays(1)) < 0;
  }

  private static Optional<Instant> parsed(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    String iso = text.strip().replace(' ', 'T').replace(',', '.');
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException e) {
      return unzoned(iso);
    }
  }

  private static Optional<Instant> unzoned(String iso) {
    try {
      return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * A duration such as {@code P28D} or .NET's {@code 28.00:00:00}, a day being 24 hours. Empty when
   * it is neither, isn't longer than zero, or is longer than anything is kept.
   */
  public static Optional<Duration> duration(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(anySpelling(text.strip()))
          .filter(time -> !time.isNegative() && !time.isZero())
          .filter(time -> time.compareTo(LONGEST_DURATION) <= 0);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Duration anySpelling(String text) {
    Matcher span = TIME_SPAN.matcher(text);
    if (span.matches()) {
      return Duration.parse(
          "P%sDT%sH%sM%sS".formatted(span.group(1), span.group(2), span.group(3), span.group(4)));
    }
    Matcher weeks = WEEKS.matcher(text);
    return weeks.matches()
        ? Duration.ofDays(7 * Long.parseLong(weeks.group(1)))
        : Duration.parse(text);
  }
}
