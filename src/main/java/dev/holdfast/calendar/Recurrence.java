package dev.holdfast.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * A recurrence rule (RFC 5545, RECUR) with its first time. It counts in local times, as a clock on
 * the wall shows them, so that no change of clocks moves it.
 *
 * @param rule as it's written
 * @param start the first time, which has to be one of the rule's
 * @param zone in which an {@code UNTIL} in UTC is read
 */
public record Recurrence(String rule, LocalDateTime start, ZoneId zone) {

  private static final Set<Freq> FREQUENT = EnumSet.of(Freq.SECONDLY, Freq.MINUTELY);

  /** Checked, so that it can be followed later. */
  public static Recurrence of(String rule, LocalDateTime start, ZoneId zone)
      throws CalendarFormatException {
    Recurrence recurrence = new Recurrence(rule, start, zone);
    try {
      RecurrenceRule read = recurrence.read();
      if (FREQUENT.contains(read.getFreq())) {
        throw new CalendarFormatException("“%s” recurs more often than hourly".formatted(rule));
      }
      Iterator<LocalDateTime> times = recurrence.from(start);
      if (!times.hasNext() || !times.next().equals(start)) {
        throw new CalendarFormatException(
            "the start %s isn't one of the times of “%s”".formatted(start, rule));
      }
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw new CalendarFormatException("“%s” isn't a recurrence rule".formatted(rule));
    }
    return recurrence;
  }

  /** Its times from one on. */
  public Iterator<LocalDateTime> from(LocalDateTime earliest) {
    try {
      RecurrenceRuleIterator times = read().iterator(time(start));
      if (earliest.isAfter(start)) {
        times.fastForward(time(earliest));
      }
      return new Times(times);
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException("It was read before: " + rule, e);
    }
  }

  private RecurrenceRule read() throws InvalidRecurrenceRuleException {
    RecurrenceRule read = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
    DateTime until = read.getUntil();
    if (until != null) {
      read.setUntil(local(until));
    }
    return read;
  }

  /** A date includes its whole day. */
  private DateTime local(DateTime until) {
    if (until.isAllDay()) {
      return time(
          LocalDateTime.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth(), 0, 0)
              .plusDays(1)
              .minusSeconds(1));
    }
    return until.isFloating()
        ? until
        : time(LocalDateTime.ofInstant(Instant.ofEpochMilli(until.getTimestamp()), zone));
  }

  private static DateTime time(LocalDateTime local) {
    return new DateTime(
        local.getYear(),
        local.getMonthValue() - 1,
        local.getDayOfMonth(),
        local.getHour(),
        local.getMinute(),
        local.getSecond());
  }

  private record Times(RecurrenceRuleIterator times) implements Iterator<LocalDateTime> {

    @Override
    public boolean hasNext() {
      return times.hasNext();
    }

    @Override
    public LocalDateTime next() {
      if (!times.hasNext()) {
        throw new NoSuchElementException();
      }
      DateTime next = times.nextDateTime();
      return LocalDateTime.of(
          next.getYear(),
          next.getMonth() + 1,
          next.getDayOfMonth(),
          next.getHours(),
          next.getMinutes(),
          next.getSeconds());
    }
  }
}
