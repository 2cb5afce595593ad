package dev.holdfast.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in German and French, and dates that are written differently from country to country. */
class TimeVocabularyTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Monday 30 November 2026, 10:30 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-30T09:30:00Z");

  private final InstantParser past = new InstantParser(BERLIN, NOW);
  private final StartTimeParser coming =
      new StartTimeParser(Optional.of(BERLIN), NOW, Duration.ofDays(365));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gestern 18 Uhr                | 2026-11-29T17:00:00Z",
        "gestern um 18:30 Uhr          | 2026-11-29T17:30:00Z",
        "gestern 18.30 Uhr             | 2026-11-29T17:30:00Z",
        "vorgestern 9 Uhr 15           | 2026-11-28T08:15:00Z",
        "heute 9 Uhr                   | 2026-11-30T08:00:00Z",
        "Freitag 18 Uhr                | 2026-11-27T17:00:00Z",
        "am Freitag um 18 Uhr          | 2026-11-27T17:00:00Z",
        "Fr. 27. Nov. 2026, 18:00 (Europe/Berlin) · 17:00 UTC | 2026-11-27T17:00:00Z",
        "28.11. 18:00                  | 2026-11-28T17:00:00Z",
        "28.11.2026 18 Uhr             | 2026-11-28T17:00:00Z",
        "3. März 2026 7 Uhr            | 2026-03-03T06:00:00Z",
        "vor 2 Stunden                 | 2026-11-30T07:30:00Z",
        "vor einer halben Stunde       | 2026-11-30T09:00:00Z",
        "vor 3 Tagen                   | 2026-11-27T09:30:00Z",
        "vendredi 18h                  | 2026-11-27T17:00:00Z",
        "vendredi à 18h30              | 2026-11-27T17:30:00Z",
        "hier 18h00                    | 2026-11-29T17:00:00Z",
        "hier à 18 h                   | 2026-11-29T17:00:00Z",
        "avant-hier midi               | 2026-11-28T11:00:00Z",
        "le 28 novembre à 18h          | 2026-11-28T17:00:00Z",
        "28/11 18h                     | 2026-11-28T17:00:00Z",
        "1er février 2026 8h           | 2026-02-01T07:00:00Z",
        "18h00                         | 2026-11-29T17:00:00Z",
        "il y a 2 heures               | 2026-11-30T07:30:00Z",
        "il y a 2 h                    | 2026-11-30T07:30:00Z",
        "28 nov 6pm                    | 2026-11-28T17:00:00Z",
        "28 nov 6pm CET                | 2026-11-28T17:00:00Z",
        "28.11. 18:00 MEZ              | 2026-11-28T17:00:00Z",
        "1 h 30 min ago                | 2026-11-30T08:00:00Z"
      })
  void whatLiesBehindIsUnderstood(String words, Instant meant) {
    assertThat(past.parse(words))
        .isInstanceOfSatisfying(
            ParsedInstant.At.class, at -> assertThat(at.instant()).isEqualTo(meant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heute Abend              | 2026-11-30T21:00:00Z",
        "morgen 22 Uhr            | 2026-12-01T21:00:00Z",
        "nächsten Freitag 22 Uhr  | 2026-12-04T21:00:00Z",
        "in 3 Stunden             | 2026-11-30T12:30:00Z",
        "24.12. 20:00             | 2026-12-24T19:00:00Z",
        "ce soir 23h              | 2026-11-30T22:00:00Z",
        "demain 22h               | 2026-12-01T21:00:00Z",
        "dans 3 heures            | 2026-11-30T12:30:00Z",
        "in 3h                    | 2026-11-30T12:30:00Z"
      })
  void whatLiesAheadIsUnderstood(String words, Instant meant) {
    assertThat(coming.parse(words))
        .isInstanceOfSatisfying(
            ParsedInstant.At.class, at -> assertThat(at.instant()).isEqualTo(meant));
  }

  /** A wrong guess is noticed when it's too late. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "03/04 18:00",
        "3.4. 18 Uhr",
        "03/04/2026 18:00",
        "18.30",
        "gestern",
        "1 July 2026 6pm CET",
        "28 nov 6pm IST",
        "31.2. 18:00"
      })
  void whatCanBeReadInTwoWaysIsAsked(String words) {
    assertThat(past.parse(words)).isNotInstanceOf(ParsedInstant.At.class);
  }
}
