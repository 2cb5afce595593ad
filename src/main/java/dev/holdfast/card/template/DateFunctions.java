package dev.holdfast.card.template;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Dates and times. Those that are given must be just as {@code utcNow} writes them. */
final class DateFunctions {
  private static final List<String> UNITS =
      List.of("Second", "Minute", "Hour", "Day", "Week", "Month", "Year");

  /** From which time on, as hours and minutes in four digits, the day has which name. */
  private static final NavigableMap<Integer, String> TIMES_OF_DAY =
      new TreeMap<>(
          Map.of(
              0,
              "midnight",
              1,
              "morning",
              1200,
              "noon",
              1201,
              "afternoon",
              1800,
              "evening",
              2201,
              "night"));

  private static final long EPOCH_TICKS = 621_355_968_000_000_000L;
  private static final long TICKS = 10_000;

  private DateFunctions() {}

  static void define(Functions functions) {
    functions.text(
        "utcNow(string?,string?)",
        a -> write(a, a.run().host().clock().instant().atOffset(ZoneOffset.UTC), 0));
    functions.text(
        "formatDateTime(string,string?,string?)",
        a -> write(a, Timestamps.lenient(a.string(0)), 1));
    functions.text(
        "formatEpoch(number,string?,string?)",
        a -> write(a, Timestamps.of((long) (a.number(0) * 1000)), 1));
    functions.text("formatTicks(number,string?,string?)", DateFunctions::formatTicks);
    functions.define("number ticks(string)", DateFunctions::ticks);
    functions.number("dateTimeDiff(string,string)", DateFunctions::diff);
    functions.text("addToTime(string,number,string,string?,string?)", a -> shift(a, 1));
    functions.text("subtractFromTime(string,number,string,string?,string?)", a -> shift(a, -1));
    functions.text("convertFromUTC(string,string,string?,string?)", DateFunctions::fromUtc);
    functions.text("convertToUTC(string,string,string?,string?)", DateFunctions::toUtc);
    functions.text("getTimeOfDay(string)", DateFunctions::timeOfDay);
    functions.text(
        "date(string)",
        a -> DateFormat.writeDayjs(time(a, 0), "M/DD/YYYY", a.run().host().locale()));
    functions.number("dayOfMonth(string)", a -> time(a, 0).getDayOfMonth());
    functions.number("dayOfWeek(string)", a -> time(a, 0).getDayOfWeek().getValue() % 7);
    functions.number("dayOfYear(string)", a -> time(a, 0).getDayOfYear());
    functions.number("month(string)", a -> time(a, 0).getMonthValue());
    functions.number("year(string)", a -> time(a, 0).getYear());
    start(functions, "startOfHour", ChronoField.MINUTE_OF_HOUR, ChronoUnit.HOURS);
    start(functions, "startOfDay", ChronoField.HOUR_OF_DAY, ChronoUnit.DAYS);
    start(functions, "startOfMonth", ChronoField.DAY_OF_MONTH, ChronoUnit.DAYS);
    add(functions, "addDays", ChronoField.DAY_OF_MONTH, ChronoUnit.DAYS);
    add(functions, "addHours", ChronoField.HOUR_OF_DAY, ChronoUnit.HOURS);
    add(functions, "addMinutes", ChronoField.MINUTE_OF_HOUR, ChronoUnit.MINUTES);
    add(functions, "addSeconds", ChronoField.SECOND_OF_MINUTE, ChronoUnit.SECONDS);
  }

  private static OffsetDateTime time(Arguments a, int i) {
    return Timestamps.isStrict(a.string(i))
        ? OffsetDateTime.parse(a.string(i))
        : a.fail(i, "a time in ISO format");
  }

  /** The time in the format and locale that the argument at that place and the next one give. */
  private static String write(Arguments a, OffsetDateTime time, int format) {
    var pattern = hasFormat(a, format) ? a.string(format) : "";
    return DateFormat.write(time, pattern, Locales.of(a, format + 1));
  }

  /** As in the reference, a format counts only if the locale after it, if any, is a string too. */
  private static boolean hasFormat(Arguments a, int format) {
    return a.isText(format) && (a.count() < format + 2 || a.isText(format + 1));
  }

  private static void start(Functions functions, String name, ChronoField part, ChronoUnit unit) {
    functions.text(
        name + "(string,string?,string?)",
        a -> write(a, time(a, 0).with(part, part.range().getMinimum()).truncatedTo(unit), 1));
  }

  private static void add(Functions functions, String name, ChronoField part, ChronoUnit unit) {
    functions.text(
        name + "(string,number,string?,string?)", a -> write(a, added(a, part, unit), 2));
  }

  /** Counts on the clock on the wall, so that a day is a day even where the clock is put back. */
  private static OffsetDateTime added(Arguments a, ChronoField part, ChronoUnit unit) {
    var zone = a.run().host().zone();
    var wall = time(a, 0).atZoneSameInstant(zone).toLocalDateTime();
    // The reference drops the fraction of the new part, not of what is added.
    var amount = (long) (wall.get(part) + a.number(1)) - wall.get(part);
    try {
      return wall.plus(amount, unit)
          .atZone(zone)
          .withZoneSameInstant(ZoneOffset.UTC)
          .toOffsetDateTime();
    } catch (DateTimeException | ArithmeticException e) {
      return a.fail(1, "within the calendar");
    }
  }

  private static String shift(Arguments a, int sign) {
    var unit = UNITS.contains(a.string(2)) ? a.string(2) : a.<String>fail(2, "one of " + UNITS);
    try {
      var units = ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT) + "S");
      return write(a, time(a, 0).plus((long) sign * a.integer(1), units), 3);
    } catch (DateTimeException | ArithmeticException e) {
      return a.fail(1, "within the calendar");
    }
  }

  private static double diff(Arguments a) {
    return (double) ChronoUnit.MILLIS.between(time(a, 1), time(a, 0)) * TICKS;
  }

  /** Not through a double, which is too coarse for ticks. */
  private static JsonNode ticks(Arguments a) {
    return Values.JSON.numberNode(EPOCH_TICKS + time(a, 0).toInstant().toEpochMilli() * TICKS);
  }

  private static String formatTicks(Arguments a) {
    var ticks = a.isText(0) ? Numbers.leadingInt(a.string(0)) : a.number(0);
    if (!Numbers.isWhole(ticks)) {
      a.fail(0, "a whole number");
    }
    var exact = a.at(0).isIntegralNumber() ? a.at(0).numberValue().longValue() : (long) ticks;
    return write(a, Timestamps.of((exact - EPOCH_TICKS) / TICKS), 1);
  }

  private static String fromUtc(Arguments a) {
    var time = time(a, 0).atZoneSameInstant(Timestamps.zone(a.string(1))).toOffsetDateTime();
    return hasFormat(a, 2)
        ? write(a, time, 2)
        : DateFormat.writeDayjs(time, DateFormat.LOCAL, Locales.of(a, 3));
  }

  private static String toUtc(Arguments a) {
    var wall = Timestamps.lenient(a.string(0)).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
    var time = wall.atZone(Timestamps.zone(a.string(1))).withLaterOffsetAtOverlap();
    return write(a, time.withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime(), 2);
  }

  private static String timeOfDay(Arguments a) {
    var local = a.string(0).endsWith("0000");
    var time = local ? Timestamps.lenient(a.string(0)) : time(a, 0);
    return TIMES_OF_DAY.floorEntry(time.getHour() * 100 + time.getMinute()).getValue();
  }
}
