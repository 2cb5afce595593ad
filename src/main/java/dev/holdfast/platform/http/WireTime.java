package dev.holdfast.platform.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants and durations as the service writes them. */
public final class WireTime {

  /** Without a zone, and meant as UTC (rule R30). */
  private static final DateTimeFormatter RESTORE_POINT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** With the offset that RFC 3339 wants, which is always that of UTC (rule R30). */
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

  private WireTime() {}

  /** To the second, the fraction dropped: never later than what was approved. */
  public static String restorePoint(Instant point) {
    return RESTORE_POINT.format(point);
  }

  /** To the second like {@link #restorePoint}, such as {@code 2026-11-20T18:00:00+00:00}. */
  public static String withOffset(Instant point) {
    return WITH_OFFSET.format(point);
  }

  /** An instant with an offset, or one without, which is UTC. Empty when it is neither. */
  public static Optional<Instant> instant(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String iso = text.strip().replace(' ', 'T');
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

  /** An ISO-8601 duration such as {@code P28D}, a day being 24 hours. */
  public static Optional<Duration> duration(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
