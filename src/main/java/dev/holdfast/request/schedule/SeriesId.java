package dev.holdfast.request.schedule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short ID of a series, written {@code S-1042}: the number of the request that began it. */
public record SeriesId(long number) {

  private static final Pattern WRITTEN = Pattern.compile("\\s*[Ss]-?(\\d{1,15})\\s*");

  /** Reads {@code S-1042} or {@code s1042}; empty when the text is neither. */
  public static Optional<SeriesId> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(new SeriesId(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "S-" + number;
  }
}
