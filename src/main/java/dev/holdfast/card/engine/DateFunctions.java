package dev.holdfast.card.engine;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.holdfast.card.engine.value.DotNetDateFormat;
import dev.holdfast.card.engine.value.JavaScriptDate;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import dev.holdfast.card.engine.value.TimestampParser;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Dates and times. Most functions take ISO 8601 only, and those that format any date. */
final class DateFunctions {
  private static final List<String> UNITS =
      List.of("Second", "Minute", "Hour", "Day", "Week", "Month", "Year");

  private static final long EPOCH_TICKS = 621_355_968_000_000_000L;
  private static final long TICKS = 10_000;

  static final double TICKS_PER_MINUTE = 60_000.0 * TICKS;

  private DateFunctions() {}

  static OffsetDateTime time(FunctionArguments a, int i) {
    return TimestampParser.iso(a.string(i));
  }

  /** The time in the format and locale that the argument at that place and the next one give. */
  static String write(FunctionArguments a, OffsetDateTime time, int format) {
    return write(a, time, format, DotNetDateFormat.UTC);
  }

  private static String write(
      FunctionArguments a, OffsetDateTime time, int format, String otherwise) {
    // As in the reference, a format counts only if the locale after it, if any, is a string too.
    var hasFormat = a.isText(format) && (a.count() < format + 2 || a.isText(format + 1));
    var pattern = hasFormat && !a.string(format).isEmpty() ? a.string(format) : otherwise;
    return DotNetDateFormat.write(time, pattern, RegionFormats.of(a, format + 1));
  }

  static FunctionSignature start(ChronoField part, ChronoUnit unit) {
    return FunctionSignature.text(
        "string,string?,string?",
        a -> write(a, time(a, 0).with(part, part.range().getMinimum()).truncatedTo(unit), 1));
  }

  /** Counts on the clock on the wall, so that a day is a day even where the clock is put back. */
  static FunctionSignature add(ChronoField part, ChronoUnit unit) {
    return FunctionSignature.text(
        "string,number,string?,string?",
        a -> {
          var zone = a.run().host().zone();
          var wall = time(a, 0).atZoneSameInstant(zone).toLocalDateTime();
          // The reference drops the fraction of the new part, not of what is added.
          var amount = (long) (wall.get(part) + a.number(1)) - wall.get(part);
          return write(a, plus(a, wall, amount, unit, zone), 2);
        });
  }

  static String shift(FunctionArguments a, int sign) {
    return shift(a, time(a, 0), sign, 1);
  }

  /** The same from now on. */
  static String fromNow(FunctionArguments a, int sign) {
    return shift(a, a.run().host().clock().instant().atOffset(UTC), sign, 0);
  }

  private static String shift(FunctionArguments a, OffsetDateTime from, int sign, int amount) {
    var name = a.string(amount + 1);
    var unit = UNITS.contains(name) ? name : a.<String>fail(amount + 1, "one of " + UNITS);
    var units = ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT) + "S");
    var by = (long) sign * a.integer(amount);
    return write(a, plus(a, from.toLocalDateTime(), by, units, UTC), amount + 2);
  }

  /** The second date as people say it on the first, in English; weeks start on Sunday. */
  static String readBack(FunctionArguments a) {
    var today = time(a, 0).toLocalDate();
    var date = time(a, 1).toLocalDate();
    var days = DAYS.between(today, date);
    if (Math.abs(days) <= 1) {
      return days == 0 ? "today" : days > 0 ? "tomorrow" : "yesterday";
    }
    var sunday = today.minusDays(today.getDayOfWeek().getValue() % 7);
    var weeks = Math.floorDiv(DAYS.between(sunday, date), 7);
    if (Math.abs(weeks) <= 1) {
      var week = weeks == 0 ? "this " : weeks > 0 ? "next " : "last ";
      return week + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    var month = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return TextFunctions.ordinal(date.getDayOfMonth()) + " " + month + " " + date.getYear();
  }

  private static OffsetDateTime plus(
      FunctionArguments a, LocalDateTime wall, long amount, ChronoUnit unit, ZoneId zone) {
    try {
      return wall.plus(amount, unit).atZone(zone).toInstant().atOffset(UTC);
    } catch (DateTimeException | ArithmeticException e) {
      return a.fail(1, "within the calendar");
    }
  }

  /** Not through a double, which is too coarse for ticks. Text shows them as digits alone. */
  static JsonNode ticks(FunctionArguments a) {
    var ticks = EPOCH_TICKS + time(a, 0).toInstant().toEpochMilli() * TICKS;
    return JsonValues.JSON.numberNode(BigInteger.valueOf(ticks));
  }

  static String formatTicks(FunctionArguments a) {
    var isNumber = !a.isText(0) || a.string(0).matches("[+-]?\\d+");
    var ticks = a.isText(0) ? NumberFormat.leading(NumberFormat.INT, a.string(0)) : a.number(0);
    if (!isNumber || !NumberFormat.isWhole(ticks)) {
      a.fail(0, "a whole number");
    }
    var exact = a.at(0).isIntegralNumber() ? a.at(0).numberValue().longValue() : (long) ticks;
    return write(a, JavaScriptDate.epoch((exact - EPOCH_TICKS) / TICKS), 1);
  }

  static String fromUtc(FunctionArguments a) {
    var time = time(a, 0).atZoneSameInstant(TimestampParser.zone(a.string(1))).toOffsetDateTime();
    return write(a, time, 2, DotNetDateFormat.LOCAL);
  }

  static String toUtc(FunctionArguments a) {
    var wall = TimestampParser.lenient(a.string(0)).toLocalDateTime().truncatedTo(SECONDS);
    var time = wall.atZone(TimestampParser.zone(a.string(1))).withLaterOffsetAtOverlap();
    return write(a, time.toInstant().atOffset(UTC), 2);
  }

  static String timeOfDay(FunctionArguments a) {
    var time = time(a, 0);
    int clock = time.getHour() * 100 + time.getMinute();
    var ofDay = clock < 1200 ? "morning" : clock < 1800 ? "afternoon" : "evening";
    return clock == 0 ? "midnight" : clock == 1200 ? "noon" : clock > 2200 ? "night" : ofDay;
  }
}
