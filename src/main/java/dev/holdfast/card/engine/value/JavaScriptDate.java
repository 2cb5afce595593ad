package dev.holdfast.card.engine.value;

import dev.holdfast.card.engine.value.DateTokens.Token;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as V8, the reference's JavaScript engine, does: ISO 8601 first, and then what people
 * write, such as {@code 03/15/2018}, {@code 15 Mar 2018 1:00 PM}, or an HTTP date. Two things are
 * different: a time without a zone is in UTC rather than the machine's zone, and 30 February isn't
 * a date rather than 2 March.
 *
 * @see <a href="https://github.com/v8/v8/blob/main/src/date/dateparser-inl.h">V8's rules</a>
 */
public final class JavaScriptDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Zones with a name, in hours from UTC. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("z", 0),
          Map.entry("gmt", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7));

  private static final int NONE = -1;

  private final DateTokens tokens;
  private final List<Integer> day = new ArrayList<>();
  private final List<Integer> clock = new ArrayList<>();
  private int month = NONE;
  private int hourOffset = NONE;
  private int zoneSign = 1;
  private int zoneHour = NONE;
  private int zoneMinute = NONE;
  private boolean isIso;
  private boolean hasNumber;

  private JavaScriptDate(String text) {
    tokens = new DateTokens(text);
  }

  /** The time in UTC, or null if the text isn't one. */
  static @Nullable OffsetDateTime read(String text) {
    var date = new JavaScriptDate(text);
    try {
      return date.readsIso() || date.readsWords() ? date.time() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Reads {@code yyyy[-MM[-dd]][THH:mm[:ss[.fff]][Z|±HH:mm]]}, and takes it back if it isn't. */
  private boolean readsIso() {
    int sign = tokens.peek().isSign() ? tokens.next().kind() == '-' ? -1 : 1 : 0;
    if (!tokens.peek().isNumber(sign == 0 ? 4 : 6)) {
      return false;
    }
    day.add((sign == 0 ? 1 : sign) * tokens.next().number());
    while (day.size() < 3 && tokens.skip('-')) {
      if (!tokens.peek().isNumber(2)) {
        return false;
      }
      day.add(tokens.next().number());
    }
    isIso = tokens.peek().isEnd() || tokens.peek().isWord("t") && readsIsoClock();
    return isIso;
  }

  private boolean readsIsoClock() {
    tokens.next();
    do {
      if (!tokens.peek().isNumber(2)) {
        throw new DateTimeException("two digits are missing");
      }
      clock.add(tokens.next().number());
    } while (clock.size() < 3 && tokens.skip(':'));
    if (clock.size() == 3 && tokens.skip('.')) {
      clock.add(tokens.next().millis());
    }
    readIsoZone();
    if (clock.size() == 1 || !tokens.peek().isEnd()) {
      throw new DateTimeException("this isn't a time in ISO 8601");
    }
    return true;
  }

  private void readIsoZone() {
    if (tokens.peek().isWord("z")) {
      tokens.next();
    } else if (tokens.peek().isSign()) {
      zoneSign = tokens.next().kind() == '-' ? -1 : 1;
      var hour = tokens.next();
      var isWhole = hour.isNumber(4);
      zoneHour = isWhole ? hour.number() / 100 : hour.number();
      zoneMinute = isWhole ? hour.number() % 100 : NONE;
      if (hour.isNumber(2) && tokens.skip(':') && tokens.peek().isNumber(2)) {
        zoneMinute = tokens.next().number();
      }
      if (zoneMinute == NONE) {
        throw new DateTimeException("the offset isn't complete");
      }
    }
  }

  private boolean readsWords() {
    hasNumber = !day.isEmpty();
    while (!tokens.peek().isEnd()) {
      var token = tokens.next();
      var fits =
          switch (token.kind()) {
            case '0' -> addsNumber(token.number());
            case 'a' -> addsWord(token.text());
            case '+', '-' -> addsSign(token);
            case ')' -> !hasNumber;
            default -> true;
          };
      if (!fits) {
        return false;
      }
    }
    return !day.isEmpty();
  }

  private boolean addsNumber(int number) {
    hasNumber = true;
    if (tokens.skip(':')) {
      return addsHourOrMinute(number);
    }
    if (tokens.skip('.') && isNextOfClock(number)) {
      clock.add(number);
      return tokens.peek().isNumber() && endsClock(tokens.next().millis());
    }
    if (zoneHour != NONE && zoneMinute == NONE && number < 60) {
      zoneMinute = number;
      return true;
    }
    if (isNextOfClock(number)) {
      var next = tokens.peek();
      return endsClock(number)
          && (next.isEnd() || next.kind() == ' ' || next.isWord("z") || next.isSign());
    }
    day.add(number);
    tokens.skip('-');
    return day.size() <= 3;
  }

  private boolean addsHourOrMinute(int number) {
    if (tokens.skip(':')) {
      clock.addAll(List.of(number, 0));
      return clock.size() == 2;
    }
    clock.add(number);
    tokens.skip('.');
    return clock.size() <= 4;
  }

  private boolean isNextOfClock(int number) {
    int size = clock.size();
    return (size == 1 || size == 2) && number < 60 || size == 3 && number < 1000;
  }

  private boolean endsClock(int number) {
    clock.add(number);
    while (clock.size() < 4) {
      clock.add(0);
    }
    return clock.size() == 4;
  }

  private boolean addsWord(String word) {
    int named = word.length() < 3 ? NONE : MONTHS.indexOf(word.substring(0, 3));
    if ((word.equals("am") || word.equals("pm")) && !clock.isEmpty()) {
      hourOffset = word.equals("am") ? 0 : 12;
    } else if (named >= 0) {
      month = named + 1;
      tokens.skip('-');
    } else if (ZONES.containsKey(word) && hasNumber) {
      zoneSign = ZONES.get(word) < 0 ? -1 : 1;
      zoneHour = Math.abs(ZONES.get(word));
      zoneMinute = 0;
    } else {
      // Any other word may come first, such as the day of the week.
      return !hasNumber && !tokens.peek().isNumber();
    }
    return true;
  }

  /** An offset from UTC, which comes after a time or UTC; a minus sign may stand elsewhere too. */
  private boolean addsSign(Token sign) {
    if (clock.isEmpty() && !(zoneHour == 0 && zoneMinute == 0)) {
      return !hasNumber;
    }
    zoneSign = sign.kind() == '-' ? -1 : 1;
    var number = tokens.peek().isNumber() ? tokens.next() : new Token('0', "00", 0);
    hasNumber = true;
    int length = number.text().length();
    var isHourOnly = length <= 2 || tokens.peek().kind() == ':';
    zoneHour = isHourOnly ? number.number() : number.number() / 100;
    zoneMinute = tokens.peek().kind() == ':' ? NONE : isHourOnly ? 0 : number.number() % 100;
    return isHourOnly || length <= 4;
  }

  private OffsetDateTime time() {
    while (clock.size() < 4) {
      clock.add(0);
    }
    int hour = hourOffset == NONE ? clock.get(0) : clock.get(0) % 12 + hourOffset;
    if (hourOffset != NONE && clock.get(0) > 12 || zoneMinute > 59 || isIso && zoneHour > 23) {
      throw new DateTimeException("there is no such hour");
    }
    // 24:00 is the end of the day.
    var isEnd = hour == 24 && clock.get(1) == 0 && clock.get(2) == 0 && clock.get(3) == 0;
    int offset = zoneSign * (Math.max(0, zoneHour) * 60 + Math.max(0, zoneMinute));
    var time =
        date()
            .atTime(isEnd ? 0 : hour, clock.get(1), clock.get(2), clock.get(3) * 1_000_000)
            .plusDays(isEnd ? 1 : 0)
            .minusMinutes(offset)
            .atOffset(ZoneOffset.UTC);
    return epoch(time.toInstant().toEpochMilli());
  }

  private LocalDate date() {
    while (day.size() < 3) {
      day.add(1);
    }
    int one = day.get(0);
    int two = day.get(1);
    if (isIso || month == NONE && (one < 1 || one > 31)) {
      return LocalDate.of(year(one), two, day.get(2));
    }
    if (month == NONE) {
      return LocalDate.of(year(day.get(2)), one, two);
    }
    var isYearFirst = one < 1 || one > 31;
    return LocalDate.of(year(isYearFirst ? one : two), month, isYearFirst ? two : one);
  }

  /** Years of one or two digits are those from 1950 to 2049. */
  private int year(int number) {
    return isIso || number < 0 || number > 99 ? number : number + (number < 50 ? 2000 : 1900);
  }

  /** The time so many milliseconds after 1970 began, within JavaScript's bounds. */
  public static OffsetDateTime epoch(long millis) {
    if (Math.abs(millis) > 8_640_000_000_000_000L) {
      throw new EvaluationException("this time is not within the calendar");
    }
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }
}
