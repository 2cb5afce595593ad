package dev.holdfast.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantParserTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Friday 20 November 2026, 10:30 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

  private final InstantParser parser = new InstantParser(BERLIN, NOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-19 18:00                  | 2026-11-19T17:00:00Z",
        "2026-11-19T18:00                  | 2026-11-19T17:00:00Z",
        "2026-11-19t18:00:30               | 2026-11-19T17:00:30Z",
        "2026-11-19 18:00Z                 | 2026-11-19T18:00:00Z",
        "2026-11-19T18:00:00.123Z          | 2026-11-19T18:00:00Z",
        "2026-11-19T18:00:00,1234567Z      | 2026-11-19T18:00:00Z",
        "2026-11-19T18:00+05:30            | 2026-11-19T12:30:00Z",
        "2026-11-19 18:00 -0800            | 2026-11-20T02:00:00Z",
        "2026-11-19 18:00 UTC+2            | 2026-11-19T16:00:00Z",
        "2026-11-19 18:00 utc              | 2026-11-19T18:00:00Z",
        "2026-11-19 18:00 (America/New_York) | 2026-11-19T23:00:00Z",
        "2026-11-19 18:00 europe/london    | 2026-11-19T18:00:00Z",
        "2026-11-19 18:00 America/New York | 2026-11-19T23:00:00Z",
        "2026-11-19 18:00 america/new_york | 2026-11-19T23:00:00Z",
        "2026-11-19 18:00 America/New\\_York | 2026-11-19T23:00:00Z",
        "2026-11-19 18:00 Asia/Calcutta    | 2026-11-19T12:30:00Z",
        "2026-11-19 18:00 Eastern Standard Time   | 2026-11-19T23:00:00Z",
        "yesterday 6 pm W. Europe Standard Time   | 2026-11-19T17:00:00Z",
        "2026-11-19 18:00 (UTC-05:00) Eastern Time (US & Canada) | 2026-11-19T23:00:00Z",
        "2026-11-19 18:00 (UTC+01:00) Amsterdam, Berlin, Bern    | 2026-11-19T17:00:00Z",
        "2026-11-19 18:00 (W. Europe Standard Time) | 2026-11-19T17:00:00Z",
        "2026-11-19 18:00 New York         | 2026-11-19T23:00:00Z",
        "yesterday 18:00                   | 2026-11-19T17:00:00Z",
        "Yesterday at 6 PM                 | 2026-11-19T17:00:00Z",
        "yesterday, 6:15 p.m.              | 2026-11-19T17:15:00Z",
        "6pm yesterday                     | 2026-11-19T17:00:00Z",
        "12 am yesterday                   | 2026-11-18T23:00:00Z",
        "12:05 pm yesterday                | 2026-11-19T11:05:00Z",
        "noon yesterday                    | 2026-11-19T11:00:00Z",
        "yesterday noon                    | 2026-11-19T11:00:00Z",
        "as of yesterday 18:00 UTC         | 2026-11-19T18:00:00Z",
        "day before yesterday 18:00        | 2026-11-18T17:00:00Z",
        "today 07:30                       | 2026-11-20T06:30:00Z",
        "today 7:30 am                     | 2026-11-20T06:30:00Z",
        "2 hours ago                       | 2026-11-20T07:30:00Z",
        "2h ago                            | 2026-11-20T07:30:00Z",
        "90 minutes ago                    | 2026-11-20T08:00:00Z",
        "1 h 30 min ago                    | 2026-11-20T08:00:00Z",
        "2 hours and 15 minutes ago        | 2026-11-20T07:15:00Z",
        "an hour ago                       | 2026-11-20T08:30:00Z",
        "half an hour ago                  | 2026-11-20T09:00:00Z",
        "3 days ago                        | 2026-11-17T09:30:00Z",
        "a week ago                        | 2026-11-13T09:30:00Z",
        "3 days ago 18:00                  | 2026-11-17T17:00:00Z",
        "friday 07:00                      | 2026-11-20T06:00:00Z",
        "friday 18:00                      | 2026-11-13T17:00:00Z",
        "last Friday at 18:00              | 2026-11-13T17:00:00Z",
        "thu 6pm                           | 2026-11-19T17:00:00Z",
        "18:00 on Wednesday                | 2026-11-18T17:00:00Z",
        "19 Nov 2026 18:00                 | 2026-11-19T17:00:00Z",
        "19 November, 18:00                | 2026-11-19T17:00:00Z",
        "Nov 19th, 2026 6 pm               | 2026-11-19T17:00:00Z",
        "24 Dec 18:00                      | 2025-12-24T17:00:00Z",
        "19.11.2026 18:00                  | 2026-11-19T17:00:00Z",
        "11/19/2026 6 pm                   | 2026-11-19T17:00:00Z",
        "11/11/2026 18:00                  | 2026-11-11T17:00:00Z",
        "2026/11/19 18:00                  | 2026-11-19T17:00:00Z"
      })
  void thesePeopleWouldType(String words, Instant instant) {
    assertThat(parser.parse(words)).isEqualTo(new ParsedInstant.At(instant, Optional.empty()));
  }

  @Test
  void whatACardShowsCanBeCopiedBack() {
    assertThat(parser.parse("Thu 19 Nov 2026, 18:00 (Europe/Berlin) · 17:00 UTC"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-19T17:00:00Z"), Optional.empty()));
    assertThat(parser.parse("Thu 19 Nov 2026, 17:00 UTC"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-19T17:00:00Z"), Optional.empty()));
    assertThat(parser.parse("Thu 19 Nov 2026, 22:30 (+05:30) · 17:00 UTC"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-19T17:00:00Z"), Optional.empty()));
  }

  @Test
  void aTimeWithoutADayIsTheLastSuchTimeAndSaysSo() {
    assertThat(parser.parse("at 09:00"))
        .isEqualTo(
            new ParsedInstant.At(
                Instant.parse("2026-11-20T08:00:00Z"), Optional.of(Message.of("timeInput.today"))));
    assertThat(parser.parse("18:00"))
        .isEqualTo(
            new ParsedInstant.At(
                Instant.parse("2026-11-19T17:00:00Z"),
                Optional.of(Message.of("timeInput.yesterday"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tomorrow 18:00       | Holdfast doesn't understand the time",
        "11/12/2026 18:00     | 11/12/2026 can be 2026-12-11 or 2026-11-12. Type it as in"
            + " 2026-11-19 18:00",
        "11/12/2026           | 11/12/2026 can be 2026-12-11 or 2026-11-12",
        "05.06.2026 18:00     | can be 2026-06-05 or 2026-05-06",
        "11/12 18:00          | can't tell the year",
        "11/12/26 18:00       | can't tell the year",
        "30.02.2026 18:00     | no such day",
        "2026-02-30 18:00     | no such day",
        "30 Feb 18:00         | no such day",
        "Mon 19 Nov 2026 18:00 | 2026-11-19 is a Thursday",
        "1 July 2026 18:00 CET | Type UTC or the offset, as in 2026-11-19T18:00+01:00",
        "2026-11-19 6pm IST   | IST can mean more than one time zone"
      })
  void theseAreRefusedInWords(String words, String says) {
    assertThat(parser.parse(words))
        .isInstanceOfSatisfying(
            ParsedInstant.NotUnderstood.class,
            not -> assertThat(StoredMessage.english(not.reason())).containsIgnoringCase(says));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "now                  | Type 15 minutes ago",
        "the latest           | Type 15 minutes ago",
        "2026-11-19           | Enter the time too, as in 2026-11-19 18:00",
        "yesterday            | Enter the time too",
        "friday               | Enter the time too",
        "today 18:00          | is in the future",
        "2026-11-21 18:00     | is in the future"
      })
  void theseNameADayThatIsKeptAndSayWhatIsWrong(String words, String says) {
    assertThat(parser.parse(words))
        .isInstanceOfSatisfying(
            ParsedInstant.Impossible.class,
            not -> assertThat(StoredMessage.english(not.reason())).containsIgnoringCase(says));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "before the upgrade",
        "25:00 yesterday",
        "yesterday 18:60",
        "13 pm yesterday",
        "friday 18",
        "a month ago",
        "1",
        "ago",
        ":",
        "T",
        "2026-11-20T",
        "99999999999 days ago",
        "yesterday 18:00 +99:00",
        "Contoso UAT"
      })
  void nonsenseIsAnsweredWithWhatIsUnderstood(String words) {
    assertThat(parser.parse(words))
        .isInstanceOfSatisfying(
            ParsedInstant.NotUnderstood.class,
            not -> {
              assertThat(StoredMessage.english(not.reason()))
                  .contains("Type 2026-11-19 18:00, yesterday 18:00");
              assertThat(not.meantAsTime()).isFalse();
            });
  }

  @Test
  void aTimeThatTheClocksSkippedIsRefused() {
    InstantParser spring = new InstantParser(BERLIN, Instant.parse("2026-03-30T10:00:00Z"));

    assertThat(spring.parse("2026-03-29 02:30"))
        .isEqualTo(
            new ParsedInstant.Impossible(
                Message.of(
                    "timeInput.gap",
                    "time",
                    "2026-03-29 02:30",
                    "zone",
                    "Europe/Berlin",
                    "before",
                    "02:00",
                    "after",
                    "03:00"),
                LocalDate.parse("2026-03-29"),
                Optional.of(LocalTime.parse("02:30"))));
    assertThat(spring.parse("2026-03-29 02:30 UTC")).isInstanceOf(ParsedInstant.At.class);
  }

  @Test
  void aTimeThatTheClocksShowedTwiceIsNotGuessed() {
    InstantParser autumn = new InstantParser(BERLIN, Instant.parse("2026-10-26T10:00:00Z"));

    assertThat(autumn.parse("yesterday 02:30"))
        .isInstanceOfSatisfying(
            ParsedInstant.Impossible.class,
            twice -> {
              assertThat(twice.date()).isEqualTo("2026-10-25");
              assertThat(twice.time()).contains(LocalTime.parse("02:30"));
              assertThat(StoredMessage.english(twice.reason()))
                  .contains("twice", "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00");
            });
    assertThat(autumn.parse("2026-10-25T02:30+01:00"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-10-25T01:30:00Z"), Optional.empty()));
  }

  @Test
  void daysAgoKeepTheTimeOfDayWhenTheClocksChangedInBetween() {
    InstantParser autumn = new InstantParser(BERLIN, Instant.parse("2026-10-26T10:00:00Z"));

    assertThat(autumn.parse("2 days ago"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-10-24T09:00:00Z"), Optional.empty()));
    assertThat(autumn.parse("48 hours ago"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-10-24T10:00:00Z"), Optional.empty()));
  }

  @Test
  void yesterdayIsThePersonsYesterdayAndThatOfANamedZoneWhereOneIsNamed() {
    Instant lateInBerlin = Instant.parse("2026-11-20T23:30:00Z");
    InstantParser late = new InstantParser(BERLIN, lateInBerlin);

    assertThat(late.parse("yesterday 18:00"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-20T17:00:00Z"), Optional.empty()));
    assertThat(late.parse("yesterday 18:00 UTC"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-19T18:00:00Z"), Optional.empty()));
  }

  @Test
  void spacesAndMarksThatNobodySeesDoNotMatter() {
    assertThat(parser.parse("\u200eyesterday\u00a0\u202f18:00\u200b"))
        .isEqualTo(new ParsedInstant.At(Instant.parse("2026-11-19T17:00:00Z"), Optional.empty()));
  }
}
