package dev.holdfast.operation.repeat;

import dev.holdfast.message.Message;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * On which days something recurs.
 *
 * @param interval every how many days or weeks; 1 for months
 * @param days on which days of a week; of a month the one that is meant, or none for a date
 * @param position which of those days of a month, or which date; -1 for the last, 0 otherwise
 */
record RepeatPattern(Unit unit, int interval, List<DayOfWeek> days, int position) {

  /** The parts of RFC 5545's rules that are used. */
  enum Unit {
    DAILY,
    WEEKLY,
    MONTHLY
  }

  static final List<DayOfWeek> WORKDAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  static final int LAST = -1;

  static RepeatPattern daily(int interval) {
    return new RepeatPattern(Unit.DAILY, interval, List.of(), 0);
  }

  static RepeatPattern weekly(int interval, Set<DayOfWeek> days) {
    return new RepeatPattern(Unit.WEEKLY, interval, List.copyOf(EnumSet.copyOf(days)), 0);
  }

  /** Such as the second Sunday. */
  static RepeatPattern monthly(int position, DayOfWeek day) {
    return new RepeatPattern(Unit.MONTHLY, 1, List.of(day), position);
  }

  static RepeatPattern monthly(int date) {
    return new RepeatPattern(Unit.MONTHLY, 1, List.of(), date);
  }

  /** Reads what {@link #rule} has written. */
  static RepeatPattern of(String rule) {
    Map<String, String> parts =
        Arrays.stream(rule.split(";"))
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    Unit unit = Unit.valueOf(parts.getOrDefault("FREQ", ""));
    String days = parts.getOrDefault("BYDAY", "");
    String number = days.replaceAll("[A-Z,]", "");
    return new RepeatPattern(
        unit,
        Integer.parseInt(parts.getOrDefault("INTERVAL", "1")),
        days.isEmpty()
            ? List.of()
            : Arrays.stream(days.replaceAll("[-0-9]", "").split(","))
                .map(RepeatPattern::day)
                .toList(),
        Integer.parseInt(number.isEmpty() ? parts.getOrDefault("BYMONTHDAY", "0") : number));
  }

  private static DayOfWeek day(String code) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> code(day).equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  /** As RFC 5545 writes it. */
  String rule() {
    String every = "FREQ=%s;INTERVAL=%d".formatted(unit, interval);
    return switch (unit) {
      case DAILY -> every;
      case WEEKLY -> every + ";BYDAY=" + listed(RepeatPattern::code, ",");
      case MONTHLY ->
          days.isEmpty()
              ? every + ";BYMONTHDAY=" + position
              : every + ";BYDAY=" + position + code(days.get(0));
    };
  }

  /** As people type it behind {@code every}. */
  String words() {
    return switch (unit) {
      case DAILY -> interval == 1 ? "day" : interval + " days";
      case WEEKLY -> interval == 1 ? dayWords() : interval + " weeks on " + dayWords();
      case MONTHLY ->
          days.isEmpty()
              ? "month on " + (position == LAST ? "the last day" : "day " + position)
              : ordinal() + " " + dayWords() + " of the month";
    };
  }

  private String dayWords() {
    return days.equals(WORKDAYS) ? "weekday" : listed(RepeatPattern::name, " and ");
  }

  private String ordinal() {
    return position == LAST ? "last" : RepeatWords.ORDINALS.get(position - 1);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private String listed(Function<DayOfWeek, String> text, String between) {
    return days.stream().map(text).collect(Collectors.joining(between));
  }

  /** In words for a card. */
  Message message() {
    return switch (unit) {
      case DAILY -> Message.of("series.pattern.days", "days", interval);
      case WEEKLY ->
          days.equals(WORKDAYS) && interval == 1
              ? Message.of("series.pattern.weekdays")
              : Message.of("series.pattern.weeks", "weeks", interval).with("days", dayMessages());
      case MONTHLY ->
          days.isEmpty()
              ? Message.of(
                  "series.pattern.date",
                  "date",
                  position == LAST ? "last" : String.valueOf(position))
              : Message.of("series.pattern.month", "position", ordinal())
                  .with("days", dayMessages());
    };
  }

  private List<Message> dayMessages() {
    return days.stream()
        .map(day -> Message.of("series.day", "day", day.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Whether it could begin on a day. */
  boolean isOn(LocalDate date) {
    return switch (unit) {
      case DAILY -> true;
      case WEEKLY -> days.contains(date.getDayOfWeek());
      case MONTHLY -> days.isEmpty() ? isDate(date) : isPosition(date);
    };
  }

  private boolean isDate(LocalDate date) {
    return date.getDayOfMonth()
        == (position == LAST ? YearMonth.from(date).lengthOfMonth() : position);
  }

  private boolean isPosition(LocalDate date) {
    return date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(position, days.get(0))));
  }
}
