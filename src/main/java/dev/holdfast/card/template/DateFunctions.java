package dev.holdfast.card.template;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/** Dates and times. Those that are given must be just as {@code utcNow} writes them. */
final class DateFunctions {
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "Second", ChronoUnit.SECONDS,
          "Minute", ChronoUnit.MINUTES,
          "Hour", ChronoUnit.HOURS,
          "Day", ChronoUnit.DAYS,
          "Week", ChronoUnit.WEEKS,
          "Month", ChronoUnit.MONTHS,
          "Year", ChronoUnit.YEARS);

  private static final long EPOCH_TICKS = 621_355_968_000_000_000L;
  private static final long TICKS = 10_000;

  private DateFunctions() {}

  static void define(Functions functions) {
    functions.define(
        "string utcNow(string?,string?)",
        a -> write(a, a.run().host().clock().instant().atOffset(ZoneOffset.UTC), 0));
    functions.define(
        "string formatDateTime(string,string?,string?)",
        a -> write(a, Timestamps.lenient(a.string(0)), 1));
    functions.define(
        "string formatEpoch(number,string?,string?)",
        a -> write(a, Timestamps.of((long) (a.number(0) * 1000)), 1));
    functions.define("string formatTicks(number,string?,string?)", DateFunctions::formatTicks);
    functions.define("number ticks(string)", DateFunctions::ticks);
    functions.define("number dateTimeDiff(string,string)", DateFunctions::diff);
    functions.define("string addToTime(string,number,string,string?,string?)", a -> shift(a, 1));
    functions.define(
        "string subtractFromTime(string,number,string,string?,string?)", a -> shift(a, -1));
    functions.define(
        "string convertFromUTC(string,string,string?,string?)", DateFunctions::fromUtc);
    functions.define("string convertToUTC(string,string,string?,string?)", DateFunctions::toUtc);
    functions.define("string getTimeOfDay(string)", DateFunctions::timeOfDay);
    functions.define(
        "string date(string)",
        a -> Values.text(DateFormat.writeDayjs(time(a, 0), "M/DD/YYYY", a.run().host().locale())));
    part(functions, "dayOfMonth", OffsetDateTime::getDayOfMonth);
    part(functions, "dayOfWeek", time -> time.getDayOfWeek().getValue() % 7);
    part(functions, "dayOfYear", OffsetDateTime::getDayOfYear);
    part(functions, "month", OffsetDateTime::getMonthValue);
    part(functions, "year", OffsetDateTime::getYear);
    start(functions, "startOfHour", ChronoField.MINUTE_OF_HOUR, ChronoUnit.HOURS);
    start(functions, "startOfDay", ChronoField.HOUR_OF_DAY, ChronoUnit.DAYS);
    start(functions, "startOfMonth", ChronoField.DAY_OF_MONTH, ChronoUnit.DAYS);
    add(functions, "addDays", ChronoField.DAY_OF_MONTH, ChronoUnit.DAYS);
    add(functions, "addHours", ChronoField.HOUR_OF_DAY, ChronoUnit.HOURS);
    add(functions, "addMinutes", ChronoField.MINUTE_OF_HOUR, ChronoUnit.MINUTES);
    add(functions, "addSeconds", ChronoField.SECOND_OF_MINUTE, ChronoUnit.SECONDS);
  }

  private static OffsetDateTime time(Arguments a, int i) {
    return Timestamps.strict(a.string(i)).orElseGet(() -> a.fail(i, "a time in ISO format"));
  }

  /** The time in the format and locale that the argument at that place and the next one give. */
  private static JsonNode write(Arguments a, OffsetDateTime time, int format) {
    var last = a.count() == format + 2;
    var given = a.isText(format) && (!last || a.isText(format + 1));
    var pattern = given ? a.string(format) : "";
    return Values.text(DateFormat.write(time, pattern, Locales.of(a, format + 1)));
  }

  private static void part(Functions functions, String name, ToIntFunction<OffsetDateTime> part) {
    functions.define(
        "number " + name + "(string)", a -> Values.number(part.applyAsInt(time(a, 0))));
  }

  private static void start(Functions functions, String name, ChronoField part, ChronoUnit unit) {
    functions.define(
        "string " + name + "(string,string?,string?)",
        a -> write(a, time(a, 0).with(part, part.range().getMinimum()).truncatedTo(unit), 1));
  }

  /** Counts on the clock on the wall, so that a day is a day even where the clock is put back. */
  private static void add(Functions functions, String name, ChronoField part, ChronoUnit unit) {
    functions.define(
        "string " + name + "(string,number,string?,string?)",
        a -> {
          var zone = a.run().host().zone();
          var wall = time(a, 0).atZoneSameInstant(zone).toLocalDateTime();
          // The reference drops the fraction of the new part, not of what is added.
          var amount = (long) (wall.get(part) + a.number(1)) - wall.get(part);
          try {
            var moved = wall.plus(amount, unit).atZone(zone).toOffsetDateTime();
            return write(a, moved.withOffsetSameInstant(ZoneOffset.UTC), 2);
          } catch (DateTimeException | ArithmeticException e) {
            return a.fail(1, "within the calendar");
          }
        });
  }

  private static JsonNode shift(Arguments a, int sign) {
    var unit = UNITS.get(a.string(2));
    if (unit == null) {
      a.fail(2, "a unit of time");
    }
    try {
      return write(a, time(a, 0).plus((long) sign * a.integer(1), unit), 3);
    } catch (DateTimeException | ArithmeticException e) {
      return a.fail(1, "within the calendar");
    }
  }

  private static JsonNode diff(Arguments a) {
    var millis = ChronoUnit.MILLIS.between(time(a, 1), time(a, 0));
    return Values.number((double) millis * TICKS);
  }

  private static JsonNode ticks(Arguments a) {
    var ticks = EPOCH_TICKS + time(a, 0).toInstant().toEpochMilli() * TICKS;
    return Values.JSON.numberNode(ticks);
  }

  private static JsonNode formatTicks(Arguments a) {
    var ticks = a.isText(0) ? Numbers.leadingInt(a.string(0)) : a.number(0);
    if (!Numbers.isWhole(ticks)) {
      a.fail(0, "a whole number");
    }
    var exact = a.at(0).isIntegralNumber() ? a.at(0).numberValue().longValue() : (long) ticks;
    return write(a, Timestamps.of((exact - EPOCH_TICKS) / TICKS), 1);
  }

  private static JsonNode fromUtc(Arguments a) {
    var time = time(a, 0).atZoneSameInstant(TimeZones.of(a.string(1))).toOffsetDateTime();
    if (a.isText(2) && !(a.count() == 4 && !a.isText(3))) {
      return write(a, time, 2);
    }
    return Values.text(DateFormat.writeDayjs(time, DateFormat.LOCAL, Locales.of(a, 3)));
  }

  private static JsonNode toUtc(Arguments a) {
    var wall = Timestamps.lenient(a.string(0)).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
    var time = wall.atZone(TimeZones.of(a.string(1))).withLaterOffsetAtOverlap();
    return write(a, time.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC), 2);
  }

  private static JsonNode timeOfDay(Arguments a) {
    var local = a.string(0).endsWith("0000");
    var time = local ? Timestamps.lenient(a.string(0)) : time(a, 0);
    int at = time.getHour() * 100 + time.getMinute();
    return Values.text(
        at == 0
            ? "midnight"
            : at < 1200
                ? "morning"
                : at == 1200 ? "noon" : at < 1800 ? "afternoon" : at <= 2200 ? "evening" : "night");
  }
}
