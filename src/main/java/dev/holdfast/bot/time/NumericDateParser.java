package dev.holdfast.bot.time;

import dev.holdfast.bot.time.DayParser.Day;
import dev.holdfast.message.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days in numbers with slashes or dots. They are read differently from country to country, so only
 * where one number can be nothing but the day is a day taken: restoring to the wrong month would be
 * noticed too late.
 */
final class NumericDateParser {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<year>\\d{4})[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<year>\\d{4})");
  private static final Pattern NO_YEAR =
      Pattern.compile(
          "\\d{1,2}[/.]\\d{1,2}(?:[/.]|[/.\\-]\\d{2})?|\\d{1,2}-\\d{1,2}(?:-\\d{2}|-\\d{4})?");

  private NumericDateParser() {}

  static Optional<Day> day(String words) {
    Matcher first = YEAR_FIRST.matcher(words);
    if (first.matches()) {
      return Optional.of(found(of(first.group("year"), first.group("month"), first.group("day"))));
    }
    Matcher last = YEAR_LAST.matcher(words);
    if (last.matches()) {
      return Optional.of(yearLast(words, last));
    }
    return NO_YEAR.matcher(words).matches()
        ? Optional.of(new Day.Refused(Message.of("timeInput.ambiguousDate", "words", words)))
        : Optional.empty();
  }

  private static Day yearLast(String words, Matcher last) {
    Optional<LocalDate> dayFirst = of(last.group("year"), last.group("b"), last.group("a"));
    Optional<LocalDate> monthFirst = of(last.group("year"), last.group("a"), last.group("b"));
    if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
      return new Day.Refused(
          Message.of(
              "timeInput.twoDates",
              "words",
              words,
              "one",
              dayFirst.get().toString(),
              "other",
              monthFirst.get().toString()));
    }
    return found(dayFirst.or(() -> monthFirst));
  }

  private static Day found(Optional<LocalDate> date) {
    return date.<Day>map(Day.Found::new).orElseGet(() -> new Day.Refused(DayParser.NO_SUCH_DAY));
  }

  private static Optional<LocalDate> of(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
