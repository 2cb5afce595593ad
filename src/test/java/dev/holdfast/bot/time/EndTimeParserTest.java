package dev.holdfast.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndTimeParserTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Friday 20 November 2026, 10:30 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

  private final EndTimeParser parser = new EndTimeParser(Optional.of(BERLIN), NOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Friday 18:00           | 2026-11-20T17:00:00Z",
        "friday 10:30           | 2026-11-27T09:30:00Z",
        "Friday                 | 2026-11-20T23:00:00Z",
        "next Monday at 8:00    | 2026-11-23T07:00:00Z",
        "Thursday               | 2026-11-26T23:00:00Z",
        "Wed 6 pm               | 2026-11-25T17:00:00Z",
        "18:00                  | 2026-11-20T17:00:00Z",
        "9:00                   | 2026-11-21T08:00:00Z",
        "today                  | 2026-11-20T23:00:00Z",
        "tomorrow               | 2026-11-21T23:00:00Z",
        "tomorrow noon          | 2026-11-21T11:00:00Z",
        "2026-12-24 12:00       | 2026-12-24T11:00:00Z",
        "24 Dec 12:00           | 2026-12-24T11:00:00Z",
        "2 Jan                  | 2027-01-02T23:00:00Z",
        "2026-12-24 12:00 UTC   | 2026-12-24T12:00:00Z",
        "tomorrow 18:00 America/New_York | 2026-11-21T23:00:00Z",
        "in 3 hours             | 2026-11-20T12:30:00Z",
        "90 min                 | 2026-11-20T11:00:00Z",
        "2 days                 | 2026-11-22T09:30:00Z",
        "a week                 | 2026-11-27T09:30:00Z"
      })
  void understandsWhatLiesAhead(String words, Instant end) {
    assertThat(parser.parse(words)).isEqualTo(new ParsedInstant.At(end, Optional.empty()));
  }

  /** The clocks go back on 25 October 2026: 02:30 occurs twice. */
  @Test
  void ofATimeThatOccursTwiceTheSecondIsMeant() {
    EndTimeParser before =
        new EndTimeParser(Optional.of(BERLIN), Instant.parse("2026-10-24T12:00:00Z"));
    assertThat(before.parse("tomorrow 02:30"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-10-25T01:30:00Z"), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "the release",
        "2026-11-19 18:00",
        "yesterday 18:00",
        "last friday 18:00",
        "2028-01-01 12:00",
        "9999 weeks"
      })
  void refusesWhatIsNoEnd(String words) {
    assertThat(parser.parse(words)).isInstanceOf(ParsedInstant.NotUnderstood.class);
  }

  @Test
  void withoutAKnownZoneTheWordsHaveToNameOneUnlessTheyCount() {
    EndTimeParser unknown = new EndTimeParser(Optional.empty(), NOW);
    assertThat(unknown.parse("Friday 18:00")).isInstanceOf(ParsedInstant.NotUnderstood.class);
    assertThat(unknown.parse("Friday 18:00 Europe/Berlin"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-20T17:00:00Z"), Optional.empty()));
    assertThat(unknown.parse("3 hours")).isInstanceOf(ParsedInstant.At.class);
  }
}
