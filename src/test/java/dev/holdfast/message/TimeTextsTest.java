package dev.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextsTest {

  private final TimeTexts english = TimeTexts.of(Locale.ENGLISH);

  private static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20T17:00:00Z | Europe/Berlin    | Fri 20 Nov 2026, 18:00 (Europe/Berlin) · 17:00"
            + " UTC",
        "2026-11-20T17:00:59Z | Europe/Berlin    | Fri 20 Nov 2026, 18:00 (Europe/Berlin) · 17:00"
            + " UTC",
        "2026-07-01T22:30:00Z | Europe/Berlin    | Thu 2 Jul 2026, 00:30 (Europe/Berlin) · Wed 1"
            + " Jul 2026, 22:30 UTC",
        "2026-09-05T17:00:00Z | Pacific/Auckland | Sun 6 Sep 2026, 05:00 (Pacific/Auckland) · Sat 5"
            + " Sep 2026, 17:00 UTC",
        "2026-11-20T02:15:00Z | America/New_York | Thu 19 Nov 2026, 21:15 (America/New_York) · Fri"
            + " 20 Nov 2026, 02:15 UTC",
        "2026-11-20T17:00:00Z | +05:30           | Fri 20 Nov 2026, 22:30 (+05:30) · 17:00 UTC",
        "2026-11-20T17:00:00Z | UTC              | Fri 20 Nov 2026, 17:00 UTC",
        "2026-11-20T17:00:00Z | Etc/UTC          | Fri 20 Nov 2026, 17:00 UTC",
        "2026-11-20T17:00:00Z | Z                | Fri 20 Nov 2026, 17:00 UTC"
      })
  void anInstantStandsInThePersonsZoneAndInUtc(Instant instant, String zone, String words) {
    assertThat(english.both(instant, ZoneId.of(zone))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, just now",
    "PT59S, just now",
    "PT-59S, just now",
    "PT60S, 1 min ago",
    "PT59M59S, 59 min ago",
    "PT3H59M, 3 h ago",
    "P2DT23H, 2 d ago",
    "P400D, 400 d ago",
    "PT-90M, in 1 h",
    "P-2D, in 2 d"
  })
  void anAgeIsToldInItsLargestUnit(Duration ago, String words) {
    assertThat(english.relative(NOW.minus(ago), NOW)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT-5S, 0 s",
    "PT40S, 40 s",
    "PT5M, 5 min",
    "PT5M7S, 5 min 7 s",
    "PT1H5M30S, 1 h 5 min",
    "PT24H, 1 d",
    "P2DT4H30M, 2 d 4 h"
  })
  void aDurationIsToldInItsTwoLargestUnits(Duration duration, String words) {
    assertThat(english.duration(duration)).isEqualTo(words);
  }
}
