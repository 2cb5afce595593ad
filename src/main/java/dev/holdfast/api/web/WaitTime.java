package dev.holdfast.api.web;

import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a call waits at most, as {@code 60s} or {@code 60}. */
final class WaitTime {

  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Pattern SECONDS = Pattern.compile("(\\d{1,4})s?");

  private WaitTime() {}

  /** Zero where none is given; longer ones are as the longest. */
  static Duration of(String text) {
    if (text.isEmpty()) {
      return Duration.ZERO;
    }
    Matcher seconds = SECONDS.matcher(text);
    if (!seconds.matches()) {
      throw invalid("wait");
    }
    Duration time = Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  static ProblemException invalid(String parameter) {
    return ProblemException.of(
        ProblemType.INVALID_PARAMETER,
        ProblemType.INVALID_PARAMETER.message().with("name", parameter));
  }
}
