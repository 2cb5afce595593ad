package dev.holdfast.bot.time;

import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Friday, 20 November 2026, 11:00 in Berlin. */
class TimeRangeParserTest {

  private final TimeRangeParser words = new TimeRangeParser(BERLIN, NOW);

  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 2026-10-31T23:00:00Z, 2026-11-01T23:00:00Z",
    "2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "today, 2026-11-19T23:00:00Z, 2026-11-20T23:00:00Z",
    "Monday, 2026-11-15T23:00:00Z, 2026-11-16T23:00:00Z",
    "20 nov, 2026-11-19T23:00:00Z, 2026-11-20T23:00:00Z",
    "3 days ago, 2026-11-16T23:00:00Z, 2026-11-17T23:00:00Z",
    "2026-12-31, 2026-12-30T23:00:00Z, 2026-12-31T23:00:00Z",
  })
  void aDayIsAllOfIt(String text, Instant first, Instant next) {
    assertThat(words.since(text)).isEqualTo(new ParsedInstant.At(first, Optional.empty()));
    assertThat(words.until(text)).isEqualTo(new ParsedInstant.At(next, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19 18:00, 2026-11-19T17:00:00Z",
    "yesterday 18:00, 2026-11-19T17:00:00Z",
    "2 hours ago, 2026-11-20T08:00:00Z",
    "2026-11-19T18:00Z, 2026-11-19T18:00:00Z",
  })
  void aTimeIsExact(String text, Instant instant) {
    assertThat(words.since(text)).isEqualTo(new ParsedInstant.At(instant, Optional.empty()));
    assertThat(words.until(text)).isEqualTo(new ParsedInstant.At(instant, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yesterday America/New_York | 2026-11-19T05:00:00Z",
        "yesterday new york | 2026-11-19T05:00:00Z",
        "yesterday (Eastern Standard Time) | 2026-11-19T05:00:00Z",
        "yesterday UTC | 2026-11-19T00:00:00Z",
        "yesterday +05:30 | 2026-11-18T18:30:00Z",
        "monday utc-8 | 2026-11-16T08:00:00Z",
        "2026-11-01 Asia/Tokyo | 2026-10-31T15:00:00Z",
        "20 nov 2026 (UTC+01:00) Amsterdam, Berlin, Bern | 2026-11-19T23:00:00Z",
        "3 days ago Pacific/Auckland | 2026-11-16T11:00:00Z",
        "2026-11-19 18:00 America/New_York | 2026-11-19T23:00:00Z",
      })
  void aZoneCanBeNamedBehindADay(String text, Instant first) {
    assertThat(words.since(text)).isEqualTo(new ParsedInstant.At(first, Optional.empty()));
    assertThat(TimeRangeParser.zone(text, NOW)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "3 days ago", "20 nov 2026", "monday 20 nov", "2 hours ago"})
  void aDayNamesNoZone(String text) {
    assertThat(TimeRangeParser.zone(text, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Contoso", "the flood", "", "9999999-01-01"})
  void whatIsNoTimeIsSaid(String text) {
    assertThat(words.since(text))
        .isEqualTo(
            new ParsedInstant.NotUnderstood(Message.of("timeInput.span", "words", text), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "monday 20 nov"})
  void aDayThatCannotBeIsSaid(String text) {
    assertThat(words.until(text)).isInstanceOf(ParsedInstant.NotUnderstood.class);
  }
}
