package dev.holdfast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final NamedCalendar NIGHTS =
      calendar("nights", BERLIN, "2026-01-05T22:00", "8h", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
  private static final NamedCalendar WEEKENDS =
      calendar("weekends", BERLIN, "2026-01-10T00:00", "2d", "FREQ=WEEKLY");
  private static final NamedCalendar CLOSE =
      calendar("close", BERLIN, "2026-07-11T12:00", "3d", "");
  private static final StartTimes TIMES =
      new StartTimes(List.of(List.of(NIGHTS, WEEKENDS)), List.of(CLOSE));

  /** On Friday, 10 July 2026, the night goes on into the weekend. All in Berlin. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-08T12:00, PT2H, 2026-07-08T22:00",
    "2026-07-08T23:00, PT2H, 2026-07-08T23:00",
    "2026-07-09T04:00, PT2H, 2026-07-09T04:00",
    "2026-07-09T04:00, PT2H1S, 2026-07-09T22:00",
    "2026-07-09T05:00, PT10H, 2026-07-10T22:00",
    "2026-07-10T22:30, PT14H, 2026-07-17T22:00",
    "2026-07-10T22:30, PT13H30M, 2026-07-10T22:30",
    "2026-07-11T12:00, PT1H, 2026-07-14T22:00",
    "2026-07-09T05:00, PT50H, 2026-07-17T22:00",
    "2026-07-08T12:00, PT0S, 2026-07-08T22:00",
  })
  void theNextStartIsTheFirstAtWhichAllOfItFits(String earliest, String length, String start) {
    Duration usual = Duration.parse(length);
    assertThat(TIMES.next(berlin(earliest), usual)).contains(berlin(start));
    assertThat(TIMES.allow(berlin(earliest), usual)).isEqualTo(earliest.equals(start));
    assertThat(TIMES.allow(berlin(start), usual)).isTrue();
  }

  @Test
  void whatNeverFitsHasNoStart() {
    assertThat(TIMES.next(berlin("2026-07-08T12:00"), Duration.ofHours(60))).isEmpty();
    StartTimes over =
        new StartTimes(
            List.of(List.of(calendar("x", BERLIN, "2025-01-05T22:00", "8h", ""))), List.of());
    assertThat(over.next(berlin("2026-07-08T12:00"), Duration.ZERO)).isEmpty();
    assertThat(over.beginAfter(berlin("2026-07-08T12:00"))).isEmpty();
  }

  @Test
  void allWindowsCountAndTheirCalendarsAreAlternatives() {
    StartTimes both = new StartTimes(List.of(List.of(NIGHTS), List.of(WEEKENDS)), List.of());
    assertThat(both.next(berlin("2026-07-08T12:00"), Duration.ofHours(1)))
        .contains(berlin("2026-07-11T00:00"));
    assertThat(both.next(berlin("2026-07-08T12:00"), Duration.ofHours(7))).isEmpty();
  }

  @Test
  void withoutWindowsOnlyFreezesCount() {
    assertThat(StartTimes.ALWAYS.areAlways()).isTrue();
    assertThat(StartTimes.ALWAYS.allow(berlin("2026-07-11T12:00"))).isTrue();
    assertThat(StartTimes.ALWAYS.endOf(berlin("2026-07-11T12:00"))).isEmpty();
    StartTimes frozen = new StartTimes(List.of(), List.of(CLOSE));
    assertThat(frozen.areAlways()).isFalse();
    assertThat(frozen.allow(berlin("2026-07-11T12:00"))).isFalse();
    assertThat(frozen.endOf(berlin("2026-07-08T12:00"))).contains(berlin("2026-07-11T12:00"));
    assertThat(frozen.beginAfter(berlin("2026-07-11T12:00"))).contains(berlin("2026-07-14T12:00"));
    assertThat(frozen.next(berlin("2026-07-11T11:00"), Duration.ofHours(2)))
        .contains(berlin("2026-07-14T12:00"));
  }

  @Test
  void aWindowThatIsFarAwayIsFoundToo() {
    StartTimes yearly =
        new StartTimes(
            List.of(List.of(calendar("x", BERLIN, "2025-07-07T00:00", "1d", "FREQ=YEARLY"))),
            List.of());
    assertThat(yearly.next(berlin("2026-07-08T12:00"), Duration.ofHours(3)))
        .contains(berlin("2027-07-07T00:00"));
  }

  /**
   * Over one year, hour by hour and around each change of clocks: a start is allowed just where
   * it's the next one, and every time before the next one isn't allowed.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"})
  void theNextStartAgreesWithATickingClock(String name) {
    ZoneId zone = ZoneId.of(name);
    Random random = new Random(17);
    StartTimes times =
        new StartTimes(
            List.of(
                List.of(
                    calendar("nights", zone, "2026-01-01T01:30", "4h", "FREQ=DAILY"),
                    calendar("sundays", zone, "2026-01-04T02:15", "1d", "FREQ=WEEKLY"))),
            List.of(calendar("close", zone, "2026-01-30T18:00", "5d", "FREQ=MONTHLY;BYDAY=-1FR")));
    Instant start = LocalDateTime.parse("2026-01-01T00:00").atZone(zone).toInstant();
    for (int day = 0; day < 365; day++) {
      Instant from =
          start.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(random.nextInt(1440)));
      Duration length = Duration.ofMinutes(15L * (1 + random.nextInt(20)));
      Instant next = times.next(from, length).orElseThrow();
      assertThat(times.allow(next, length)).isTrue();
      assertThat(times.allow(from, length)).isEqualTo(next.equals(from));
      for (Instant at = from; at.isBefore(next); at = at.plus(Duration.ofMinutes(97))) {
        assertThat(times.allow(at, length)).as("%s in %s", at, zone).isFalse();
      }
      if (!next.equals(from)) {
        assertThat(times.allow(next.minusSeconds(1), length)).isFalse();
      }
    }
  }

  private static NamedCalendar calendar(
      String name, ZoneId zone, String start, String length, String rule) {
    try {
      return new NamedCalendar(
          name,
          List.of(
              CalendarEvent.of(
                  LocalDateTime.parse(start),
                  zone,
                  EventLength.parse(length),
                  Optional.of(rule).filter(text -> !text.isEmpty()),
                  Set.of())));
    } catch (CalendarFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
