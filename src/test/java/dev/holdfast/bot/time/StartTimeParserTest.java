package dev.holdfast.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimeParserTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration FARTHEST = Duration.ofDays(30);

  /** Friday 20 November 2026, 10:30 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

  private final StartTimeParser parser = at(NOW);

  private static StartTimeParser at(Instant now) {
    return new StartTimeParser(Optional.of(BERLIN), now, FARTHEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Friday 22:00                       | 2026-11-20T21:00:00Z",
        "at Friday 10:30                    | 2026-11-27T09:30:00Z",
        "next Monday at 8:00                | 2026-11-23T07:00:00Z",
        "tonight                            | 2026-11-20T21:00:00Z",
        "tonight 23:30                      | 2026-11-20T22:30:00Z",
        "tonight at 1 am                    | 2026-11-21T00:00:00Z",
        "22:00                              | 2026-11-20T21:00:00Z",
        "9:00                               | 2026-11-21T08:00:00Z",
        "tomorrow noon                      | 2026-11-21T11:00:00Z",
        "2026-12-04 22:00                   | 2026-12-04T21:00:00Z",
        "4 Dec 22:00                        | 2026-12-04T21:00:00Z",
        "2026-12-04 22:00 UTC+01:00         | 2026-12-04T21:00:00Z",
        "2026-12-04 22:00 UTC               | 2026-12-04T22:00:00Z",
        "2026-12-04T22:00-05:00             | 2026-12-05T03:00:00Z",
        "tomorrow 18:00 America/New_York    | 2026-11-21T23:00:00Z",
        "in 3 hours                         | 2026-11-20T12:30:00Z",
        "in 90 min                          | 2026-11-20T11:00:00Z",
        "in 2 days                          | 2026-11-22T09:30:00Z"
      })
  void understandsWhenItIsToStart(String words, Instant start) {
    assertThat(parser.parse(words)).isEqualTo(new ParsedInstant.At(start, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Friday                 | names a day",
        "tomorrow               | names a day",
        "yesterday 18:00        | in the past",
        "last friday 22:00      | in the past",
        "2026-11-19 18:00       | in the past",
        "2 hours ago            | doesn't understand",
        "2026-12-24 22:00       | too far away",
        "in 9999 weeks          | too far away",
        "in 31 days             | too far away",
        "soon                   | doesn't understand",
        "in the maintenance window | doesn't understand",
        "Friday 22:00 CET       | more than one time zone"
      })
  void saysWhatIsWrong(String words, String says) {
    assertThat(parser.parse(words))
        .isInstanceOfSatisfying(
            ParsedInstant.NotUnderstood.class,
            not -> assertThat(StoredMessage.english(not.reason())).contains(says));
  }

  @Test
  void tonightIsOverAfterItsHour() {
    StartTimeParser late = at(Instant.parse("2026-11-20T21:15:00Z"));
    assertThat(late.parse("tonight"))
        .isInstanceOfSatisfying(
            ParsedInstant.NotUnderstood.class,
            not -> assertThat(StoredMessage.english(not.reason())).contains("Tonight means 22:00"));
    assertThat(late.parse("tonight 22:10")).isInstanceOf(ParsedInstant.NotUnderstood.class);
    assertThat(late.parse("tonight 23:00"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-20T22:00:00Z"), Optional.empty()));
  }

  /** Before dawn the night of the evening before goes on. */
  @Test
  void tonightAfterMidnightIsTheSameNightWhileItIsAhead() {
    StartTimeParser night = at(Instant.parse("2026-11-20T23:30:00Z"));
    assertThat(night.parse("tonight 01:00"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-21T00:00:00Z"), Optional.empty()));
  }

  /** The clocks go forward on 28 March 2027, from 02:00 to 03:00. */
  @Test
  void aTimeThatDoesNotExistIsReadWithTheOffsetFromBefore() {
    ParsedInstant parsed = at(Instant.parse("2027-03-27T12:00:00Z")).parse("tomorrow 02:30");
    assertThat(parsed)
        .isInstanceOfSatisfying(
            ParsedInstant.At.class,
            start -> {
              assertThat(start.instant()).isEqualTo("2027-03-28T01:30:00Z");
              assertThat(start.note().map(StoredMessage::english).orElseThrow())
                  .contains("2027-03-28 02:30 doesn't exist", "2027-03-28 03:30 UTC+02:00");
            });
  }

  /** The clocks go back on 25 October 2026: 02:30 occurs twice. */
  @Test
  void ofATimeThatOccursTwiceTheFirstIsMeantAndTheSecondIsNamed() {
    StartTimeParser before = at(Instant.parse("2026-10-24T12:00:00Z"));
    ParsedInstant parsed = before.parse("tomorrow 02:30");
    assertThat(parsed)
        .isInstanceOfSatisfying(
            ParsedInstant.At.class,
            start -> {
              assertThat(start.instant()).isEqualTo("2026-10-25T00:30:00Z");
              assertThat(start.note().map(StoredMessage::english).orElseThrow())
                  .contains("2026-10-25 02:30 UTC+02:00", "2026-10-25 02:30 UTC+01:00");
            });
    assertThat(before.parse("2026-10-25 02:30 UTC+01:00"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-10-25T01:30:00Z"), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Friday 22:00", "tonight", "in 2 days", "22:00", "Friday"})
  void withoutAKnownZoneNothingIsReadInAnother(String words) {
    StartTimeParser unknown = new StartTimeParser(Optional.empty(), NOW, FARTHEST);
    assertThat(unknown.parse(words))
        .isInstanceOfSatisfying(
            ParsedInstant.NotUnderstood.class,
            not ->
                assertThat(StoredMessage.english(not.reason()))
                    .contains("doesn't know your time zone"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in 3 hours                 | 2026-11-20T12:30:00Z",
        "Friday 22:00 Europe/Berlin | 2026-11-20T21:00:00Z",
        "2026-12-04 22:00 UTC+01:00 | 2026-12-04T21:00:00Z"
      })
  void withoutAKnownZoneTheWordsCanNameOneOrCountHours(String words, Instant start) {
    StartTimeParser unknown = new StartTimeParser(Optional.empty(), NOW, FARTHEST);
    assertThat(unknown.parse(words)).isEqualTo(new ParsedInstant.At(start, Optional.empty()));
  }

  @Test
  void aStartIsAWholeMinuteAndNeverEarlier() {
    assertThat(at(NOW.plusSeconds(1)).parse("in 1 hour"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-20T10:31:00Z"), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "UTC", "America/New_York", "Asia/Kolkata"})
  void whatItWritesItReadsAgainWhereverThatIs(String zone) {
    Instant start = Instant.parse("2026-12-04T21:00:00Z");
    String text = StartTimeParser.text(start, ZoneId.of(zone));
    assertThat(new StartTimeParser(Optional.of(ZoneOffset.ofHours(9)), NOW, FARTHEST).parse(text))
        .isEqualTo(new ParsedInstant.At(start, Optional.empty()));
  }
}
