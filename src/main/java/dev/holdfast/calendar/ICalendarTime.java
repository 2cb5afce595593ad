package dev.holdfast.calendar;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A date or time of an iCalendar file.
 *
 * @param wholeDay whether it's only a date
 */
record ICalendarTime(LocalDateTime local, ZoneId zone, boolean wholeDay) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private static final int DATE_LENGTH = 8;

  /**
   * @param text one of the line's values
   * @param zone of times that name none
   */
  static ICalendarTime of(ContentLine line, String text, Optional<ZoneId> zone)
      throws CalendarFormatException {
    try {
      if (text.length() == DATE_LENGTH) {
        LocalDate date = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        return new ICalendarTime(date.atStartOfDay(), zone(line, zone), true);
      }
      boolean utc = text.endsWith("Z");
      return new ICalendarTime(
          LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, TIME),
          utc ? ZoneOffset.UTC : zone(line, zone),
          false);
    } catch (DateTimeException e) {
      throw new CalendarFormatException(line.number(), "“%s” isn't a time".formatted(text));
    }
  }

  private static ZoneId zone(ContentLine line, Optional<ZoneId> usual)
      throws CalendarFormatException {
    Optional<String> named = line.parameter("TZID");
    if (named.isPresent()) {
      return zone(named.get())
          .orElseThrow(
              () ->
                  new CalendarFormatException(
                      line.number(), "“%s” isn't a known time zone".formatted(named.get())));
    }
    return usual.orElseThrow(
        () ->
            new CalendarFormatException(
                line.number(), "a time names no zone, so the policy has to give one as zone"));
  }

  /** By its IANA name, or by the one that Windows and Outlook have for it. */
  private static Optional<ZoneId> zone(String name) {
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return Optional.of(ZoneId.of(name));
    }
    return Optional.ofNullable(TimeZone.getIDForWindowsID(name, "001")).map(ZoneId::of);
  }

  Instant instant() {
    return local.atZone(zone).toInstant();
  }

  /** The same instant as another zone shows it; a date is the same everywhere. */
  LocalDateTime in(ZoneId other) {
    return zone.equals(other) || wholeDay ? local : LocalDateTime.ofInstant(instant(), other);
  }
}
