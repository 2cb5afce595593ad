package dev.holdfast.request.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest {

  private static final List<DayOfWeek> WEEK =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);
  private static final BusinessHours BERLIN = hours(WEEK, "08:00", "18:00", "Europe/Berlin");

  /** All in Berlin, around a change to winter time on Sunday, 25 October 2026. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-21T09:00, PT4H, 2026-10-21T13:00",
    "2026-10-21T06:30, PT4H, 2026-10-21T12:00",
    "2026-10-21T16:00, PT4H, 2026-10-22T10:00",
    "2026-10-23T17:00, PT1H, 2026-10-23T18:00",
    "2026-10-23T17:00, PT1H1M, 2026-10-26T08:01",
    "2026-10-23T18:00, PT2H, 2026-10-26T10:00",
    "2026-10-24T12:00, PT10H, 2026-10-26T18:00",
    "2026-10-25T02:30, PT30H, 2026-10-28T18:00",
    "2026-10-21T09:00, PT0S, 2026-10-21T09:00",
  })
  void passesInBusinessHoursOnly(String start, String time, String end) {
    Instant from = berlin(start);
    Duration length = Duration.parse(time);
    assertThat(BERLIN.plus(from, length)).isEqualTo(berlin(end));
    assertThat(BERLIN.between(from, berlin(end))).isEqualTo(length);
  }

  /** At night the clocks are set forward and back: one day has an hour less, one an hour more. */
  @ParameterizedTest
  @CsvSource({"2026-03-29T00:00, PT2H", "2026-10-25T00:00, PT4H", "2026-05-10T00:00, PT3H"})
  void anHourThatIsMissingDoesNotPassAndOneMorePassesTwice(String day, String open) {
    BusinessHours nights = hours(List.of(DayOfWeek.SUNDAY), "01:00", "04:00", "Europe/Berlin");
    Instant start = berlin(day);
    assertThat(nights.between(start, start.plus(Duration.ofDays(1))))
        .isEqualTo(Duration.parse(open));
  }

  @Test
  void aDayWhoseHoursAreSkippedWhollyCountsNothing() {
    BusinessHours gap = hours(List.of(DayOfWeek.SUNDAY), "02:00", "03:00", "Europe/Berlin");
    assertThat(gap.plus(berlin("2026-03-28T12:00"), Duration.ofMinutes(30)))
        .isEqualTo(berlin("2026-04-05T02:30"));
  }

  @Test
  void nothingPassesBackwards() {
    assertThat(BERLIN.between(berlin("2026-10-22T12:00"), berlin("2026-10-21T12:00")))
        .isEqualTo(Duration.ZERO);
    assertThat(BERLIN.between(berlin("2026-10-21T12:00"), berlin("2026-10-21T09:00")))
        .isEqualTo(Duration.ZERO);
  }

  /** For many hours, zones, and starts over two years, against a clock that ticks each minute. */
  @Test
  void agreesWithAClockThatTicks() {
    Random random = new Random(14);
    List<String> zones =
        List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
    for (int run = 0; run < 300; run++) {
      BusinessHours hours = any(random, zones.get(random.nextInt(zones.size())));
      Instant start =
          Instant.parse("2026-01-01T00:00:00Z")
              .plus(random.nextInt(730 * 24 * 60), ChronoUnit.MINUTES);
      Duration time = Duration.ofMinutes(random.nextInt(40 * 60));
      Instant end = hours.plus(start, time);
      assertThat(end)
          .as("%s from %s, %s", hours, start, time)
          .isEqualTo(ticked(hours, start, time));
      assertThat(hours.between(start, end)).as("%s from %s", hours, start).isEqualTo(time);
      Duration more = Duration.ofMinutes(random.nextInt(600));
      assertThat(hours.plus(end, more)).isEqualTo(hours.plus(start, time.plus(more)));
    }
  }

  private static BusinessHours any(Random random, String zone) {
    int from = random.nextInt(23);
    int to = from + 1 + random.nextInt(23 - from);
    List<DayOfWeek> days =
        random.ints(1 + random.nextInt(6), 1, 8).mapToObj(DayOfWeek::of).toList();
    return new BusinessHours(days, LocalTime.of(from, 0), LocalTime.of(to, 0), ZoneId.of(zone));
  }

  private static Instant ticked(BusinessHours hours, Instant start, Duration time) {
    Instant at = start;
    for (long left = time.toMinutes(); left > 0; at = at.plus(1, ChronoUnit.MINUTES)) {
      ZonedDateTime now = at.atZone(hours.zone());
      Instant begin = now.toLocalDate().atTime(hours.from()).atZone(hours.zone()).toInstant();
      Instant end = now.toLocalDate().atTime(hours.to()).atZone(hours.zone()).toInstant();
      boolean open =
          hours.days().contains(now.getDayOfWeek()) && !at.isBefore(begin) && at.isBefore(end);
      left -= open ? 1 : 0;
    }
    return at;
  }

  @Test
  void hoursInWhichNoTimePassesAreNone() {
    assertThatThrownBy(() -> hours(List.of(), "08:00", "18:00", "UTC"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hours(WEEK, "18:00", "18:00", "UTC"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BusinessHours hours(List<DayOfWeek> days, String from, String to, String zone) {
    return new BusinessHours(days, LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin")).toInstant();
  }
}
