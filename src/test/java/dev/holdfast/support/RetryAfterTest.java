package dev.holdfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT2M",
    "' 120 ', PT2M",
    "3600, PT1H",
    "3601, PT1H",
    "999999999, PT1H",
    "9999999999,",
    "'Fri, 20 Nov 2026 10:05:00 GMT', PT5M",
    "'Fri, 20 Nov 2026 10:00:00 GMT', PT0S",
    "'Sat, 21 Nov 2026 10:00:00 GMT', PT1H",
    "'Fri, 20 Nov 2026 09:59:59 GMT',",
    "'Thu, 20 Nov 2026 10:05:00 GMT',",
    "soon,",
    "1.5,",
    "-5,",
    "'',"
  })
  void isSecondsOrADateAndAnHourAtMost(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, Samples.NOW)).isEqualTo(Optional.ofNullable(wait));
  }
}
