package dev.holdfast.adminapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTimesTests {

  @Test
  void aRestorePointIsUtcToTheSecondInAnyZoneAndLocale() {
    assertThat(JsonTimes.restorePoint(Instant.parse("2026-03-29T00:30:59.999Z")))
        .isEqualTo("2026-03-29 00:30:59");
  }

  @Test
  void withAnOffsetItIsTheSameInstantAndStillUtc() {
    assertThat(JsonTimes.withOffset(Instant.parse("2026-03-29T00:30:59.999Z")))
        .isEqualTo("2026-03-29T00:30:59+00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T10:00:00.3761337Z, 2026-03-10T10:00:00.376133700Z",
    "2026-03-10T10:00:00+13:00, 2026-03-09T21:00:00Z",
    "2026-03-10T10:00:00, 2026-03-10T10:00:00Z",
    "2026-03-10 10:00:00, 2026-03-10T10:00:00Z"
  })
  void anInstantWithoutAZoneIsUtc(String text, Instant instant) {
    assertThat(JsonTimes.instant(text)).contains(instant);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "soon", "10/03/2026", "2026-03-10"})
  void whatIsNoInstantIsNone(String text) {
    assertThat(JsonTimes.instant(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59.9999999-12:00",
        "1970-01-01T00:00:00Z",
        "1900-01-01T00:00:00",
        "1753-01-01T00:00:00",
        "1601-01-01T00:00:00Z",
        ""
      })
  void aPlaceholderMeansNone(String text) {
    assertThat(JsonTimes.instant(text)).isEmpty();
    assertThat(JsonTimes.meansNone(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0026-11-20T10:00:00Z", "20261-01-01T00:00:00Z", "3026-01-01T00:00:00Z", "soon"})
  void anImpossibleYearIsNeitherAnInstantNorNone(String text) {
    assertThat(JsonTimes.instant(text)).isEmpty();
    assertThat(JsonTimes.meansNone(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"28.00:00:00, P28D", "P4W, P28D", "PT168H, P7D"})
  void aDurationIsReadInOtherSpellings(String text, Duration duration) {
    assertThat(JsonTimes.duration(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-P1D", "P0D", "PT0S", "P99999999D", "P9999999999999999999D", "7", "soon"})
  void aDurationThatIsNoneOrImpossibleIsNone(String text) {
    assertThat(JsonTimes.duration(text)).isEmpty();
  }

  @Test
  void aDurationIsIso() {
    assertThat(JsonTimes.duration("P28D")).contains(Duration.ofDays(28));
    assertThat(JsonTimes.duration("P1M")).isEmpty();
    assertThat(JsonTimes.duration(null)).isEmpty();
  }
}
