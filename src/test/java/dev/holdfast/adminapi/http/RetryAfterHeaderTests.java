package dev.holdfast.adminapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterHeaderTests {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|PT0S",
        "15|PT15S",
        "1.5|PT1.5S",
        "-3|PT0S",
        "Fri, 20 Nov 2026 10:00:20 GMT|PT20S",
        "Fri, 20 Nov 2026 09:00:00 GMT|PT0S",
        "00:01:30|PT1M30S",
        "PT45S|PT45S",
        "999999999999|PT1H",
        "Sat, 21 Nov 2026 10:00:00 GMT|PT1H"
      })
  void isSecondsOrADateOrADuration(String header, Duration wait) {
    assertThat(RetryAfterHeader.parse(header, NOW)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "1-2", ".", "", "Fri, 99 Nov 2026 10:00:20 GMT", "P"})
  void isIgnoredWhenItIsNoneOfThese(String header) {
    assertThat(RetryAfterHeader.parse(header, NOW)).isEmpty();
  }
}
