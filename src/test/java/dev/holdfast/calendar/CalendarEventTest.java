package dev.holdfast.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEventTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int YEAR = 2026;

  @Test
  void aRuleIsFollowedInItsZone() throws CalendarFormatException {
    CalendarEvent nights = event("2026-01-05T22:00", "PT8H", "FREQ=WEEKLY;BYDAY=MO,FR");
    assertThat(nights.within(span("2026-07-06T00:00:00Z", "2026-07-13T00:00:00Z")))
        .containsExactly(
            span("2026-07-06T20:00:00Z", "2026-07-07T04:00:00Z"),
            span("2026-07-10T20:00:00Z", "2026-07-11T04:00:00Z"));
  }

  @Test
  void whatBeganBeforeIsWholeAndWhatOnlyTouchesIsNotThere() throws CalendarFormatException {
    CalendarEvent once = event("2026-01-05T22:00", "P2D", "");
    assertThat(once.within(span("2026-01-06T12:00:00Z", "2026-01-06T13:00:00Z")))
        .containsExactly(span("2026-01-05T21:00:00Z", "2026-01-07T21:00:00Z"));
    assertThat(once.within(span("2026-01-07T21:00:00Z", "2026-01-09T00:00:00Z"))).isEmpty();
    assertThat(once.within(span("2026-01-01T00:00:00Z", "2026-01-05T21:00:00Z"))).isEmpty();
  }

  @Test
  void someTimesAreLeftOut() throws CalendarFormatException {
    CalendarEvent event =
        CalendarEvent.of(
            time("2026-01-05T22:00"),
            BERLIN,
            EventLength.parse("2h"),
            Optional.of("FREQ=DAILY;COUNT=4"),
            Set.of(time("2026-01-06T22:00"), time("2026-01-07T21:00")));
    assertThat(event.within(span("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")))
        .extracting(Span::from)
        .containsExactly(
            Instant.parse("2026-01-05T21:00:00Z"),
            Instant.parse("2026-01-07T21:00:00Z"),
            Instant.parse("2026-01-08T21:00:00Z"));
  }

  /** In UTC it's one that the zone shows as the last time, or just before it. */
  @ParameterizedTest
  @CsvSource({
    "20260108T210000Z, 4",
    "20260108T205959Z, 3",
    "20260108, 4",
    "20260107, 3",
    "20260108T220000, 4",
  })
  void untilIncludesItsTime(String until, int times) throws CalendarFormatException {
    assertThat(
            event("2026-01-05T22:00", "1h", "FREQ=DAILY;UNTIL=" + until)
                .within(span("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")))
        .hasSize(times);
  }

  @Test
  void aTimeThatClocksSkipIsLaterByWhatTheySkip() throws CalendarFormatException {
    assertThat(
            event("2026-03-28T02:30", "1h", "FREQ=DAILY")
                .within(span("2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z")))
        .containsExactly(
            span("2026-03-28T01:30:00Z", "2026-03-28T02:30:00Z"),
            span("2026-03-29T01:30:00Z", "2026-03-29T02:30:00Z"),
            span("2026-03-30T00:30:00Z", "2026-03-30T01:30:00Z"));
  }

  @Test
  void ofATimeThatClocksShowTwiceTheFirstCounts() throws CalendarFormatException {
    assertThat(
            event("2026-10-24T02:30", "1h", "FREQ=DAILY")
                .within(span("2026-10-24T00:00:00Z", "2026-10-26T00:00:00Z")))
        .containsExactly(
            span("2026-10-24T00:30:00Z", "2026-10-24T01:30:00Z"),
            span("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"));
  }

  /** A night of 8 hours is 8 hours long, and a day is what the calendar says. */
  @Test
  void hoursAreExactAndDaysThoseOfTheCalendar() throws CalendarFormatException {
    Span change = span("2026-03-27T00:00:00Z", "2026-03-30T22:00:00Z");
    assertThat(event("2026-03-28T22:00", "PT8H", "").within(change))
        .containsExactly(span("2026-03-28T21:00:00Z", "2026-03-29T05:00:00Z"));
    assertThat(event("2026-03-28T22:00", "1d", "").within(change))
        .containsExactly(span("2026-03-28T21:00:00Z", "2026-03-29T20:00:00Z"));
  }

  /**
   * Over one year: each local time of the rule is one time, at the instant that java.time says, or
   * later by the gap; none is lost, none doubled, whatever part of the year is asked about.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"})
  void everyTimeIsThereOnce(String name) throws CalendarFormatException {
    ZoneId zone = ZoneId.of(name);
    Random random = new Random(name.hashCode());
    for (int round = 0; round < 60; round++) {
      LocalTime at = LocalTime.of(random.nextInt(4), 15 * random.nextInt(4));
      LocalDate first = LocalDate.of(YEAR - 1, 12, 1).plusDays(random.nextInt(40));
      int interval = 1 + random.nextInt(3);
      CalendarEvent event =
          CalendarEvent.of(
              first.atTime(at),
              zone,
              new EventLength(Period.ZERO, Duration.ofMinutes(30 + random.nextInt(300))),
              Optional.of("FREQ=DAILY;INTERVAL=" + interval),
              Set.of());
      Span year = new Span(day(1, zone), day(1, zone).plus(Duration.ofDays(365)));
      List<Instant> expected =
          first
              .datesUntil(LocalDate.of(YEAR + 1, 2, 1), Period.ofDays(interval))
              .map(date -> instant(date.atTime(at), zone))
              .toList();
      List<Instant> found = event.within(year).stream().map(Span::from).toList();
      assertThat(found).doesNotHaveDuplicates().isSorted();
      assertThat(found)
          .containsExactlyElementsOf(
              expected.stream()
                  .filter(start -> new Span(start, start.plus(event.length().time())).meets(year))
                  .toList());
      assertThat(inParts(event, year, random)).isEqualTo(new HashSet<>(found));
    }
  }

  /** As RFC 5545 says it, from the zone's transitions. */
  private static Instant instant(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    ZoneOffset offset =
        change == null ? zone.getRules().getOffset(local) : change.getOffsetBefore();
    return local.toInstant(offset);
  }

  private static Set<Instant> inParts(CalendarEvent event, Span year, Random random) {
    Set<Instant> found = new HashSet<>();
    Instant from = year.from();
    while (from.isBefore(year.to())) {
      Instant next = from.plus(Duration.ofMinutes(1 + random.nextInt(100_000)));
      Instant to = next.isBefore(year.to()) ? next : year.to();
      event.within(new Span(from, to)).forEach(span -> found.add(span.from()));
      from = to;
    }
    return found;
  }

  private static Instant day(int dayOfYear, ZoneId zone) {
    return LocalDate.ofYearDay(YEAR, dayOfYear).atStartOfDay(zone).toInstant();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SOMETIMES",
        "BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY;INTERVAL=7200",
        "FREQ=DAILY;UNTIL=20250101T000000Z",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z",
        "",
      })
  void aRuleThatCanNotBeFollowedIsRefused(String rule) {
    assertThatThrownBy(
            () ->
                CalendarEvent.of(
                    time("2026-01-05T22:00"),
                    BERLIN,
                    EventLength.parse("1h"),
                    Optional.of(rule),
                    Set.of()))
        .isInstanceOf(CalendarFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({"90m, PT1H30M", "8h, PT8H", "2d, P2D", "1w, P7D", "P1DT2H, P1DT2H", "P2W, P14D"})
  void lengthsAreRead(String text, String length) throws CalendarFormatException {
    assertThat(EventLength.parse(text)).hasToString(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "0h", "-PT1H", "P0D", "PT", "400d", "9999w", "8 hours", "P1Y"})
  void otherLengthsAreRefused(String text) {
    assertThatThrownBy(() -> EventLength.parse(text))
        .isInstanceOf(CalendarFormatException.class)
        .hasMessageContaining("isn't a length");
  }

  private static CalendarEvent event(String start, String length, String rule)
      throws CalendarFormatException {
    return CalendarEvent.of(
        time(start),
        BERLIN,
        EventLength.parse(length),
        Optional.of(rule).filter(text -> !text.isEmpty()),
        Set.of());
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text);
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
