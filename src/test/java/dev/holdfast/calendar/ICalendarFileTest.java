package dev.holdfast.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ICalendarFileTest {

  private static final Optional<ZoneId> BERLIN = Optional.of(ZoneId.of("Europe/Berlin"));

  @Test
  void readsWhatOutlookExports() throws CalendarFormatException {
    List<CalendarEvent> events =
        ICalendarFile.read(
            """
            BEGIN:VCALENDAR
            PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16011028T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            DTSTART;TZID="W. Europe Standard Time":20260706T220000
            DTEND;TZID="W. Europe Standard Time":20260707T060000
            RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO
            EXDATE;TZID="W. Europe Standard Time":20260713T220000
            SUMMARY:Maintenance\\, every
              week
            BEGIN:VALARM
            TRIGGER:-PT15M
            DURATION:PT5M
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID;TZID="W. Europe Standard Time":20260720T220000
            DTSTART:20260721T200000Z
            DURATION:PT2H
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID:20260727T200000Z
            DTSTART;TZID=Europe/Berlin:20260727T220000
            DTEND;TZID=Europe/Berlin:20260728T060000
            STATUS:CANCELLED
            END:VEVENT
            END:VCALENDAR
            """,
            Optional.empty());
    assertThat(times(events))
        .isEqualTo(
            "2026-07-06T20:00:00Z/2026-07-07T04:00:00Z 2026-07-21T20:00:00Z/2026-07-21T22:00:00Z");
  }

  @Test
  void aWholeDayIsOneInTheZoneThatIsGiven() throws CalendarFormatException {
    assertThat(times(ICalendarFile.read(file("DTSTART;VALUE=DATE:20260701"), BERLIN)))
        .isEqualTo("2026-06-30T22:00:00Z/2026-07-01T22:00:00Z");
    assertThat(
            times(
                ICalendarFile.read(
                    file("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704"), BERLIN)))
        .isEqualTo("2026-06-30T22:00:00Z/2026-07-03T22:00:00Z");
  }

  @Test
  void linesMayEndAsTheyDoOnTheWireAndBeFolded() throws CalendarFormatException {
    String text =
        file("DTSTART:20260701T100000Z", "DTEND:20260701T", " 120000Z").replace("\n", "\r\n");
    assertThat(times(ICalendarFile.read("\uFEFF" + text, Optional.empty())))
        .isEqualTo("2026-07-01T10:00:00Z/2026-07-01T12:00:00Z");
  }

  @Test
  void whatIsNoEventIsLeftOut() throws CalendarFormatException {
    assertThat(
            ICalendarFile.read(
                "BEGIN:VCALENDAR\nBEGIN:VTODO\nDTSTART:soon\nEND:VTODO\nEND:VCALENDAR\n", BERLIN))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20260701T100000Z | 3 | an event has neither DTEND nor DURATION",
        "DURATION:PT1H | 4 | an event has no DTSTART",
        "DTSTART:20260701T100000 | 3 | names no zone",
        "DTSTART;TZID=Nowhere:20260701T100000 | 3 | “Nowhere” isn't a known time zone",
        "DTSTART:yesterday | 3 | “yesterday” isn't a time",
        "DTSTART | 3 | a line has to be a name, a colon, and a value",
        "DTSTART:20260701T100000Z~DTEND:20260701T090000Z | 4 | has to end after it begins",
        "DTSTART:20260701T100000Z~DURATION:long | 3 | “long” isn't a length",
        "DTSTART:20260701T100000Z~DURATION:PT1H~RRULE:FREQ=NEVER | 5 | isn't a recurrence rule",
        "DTSTART:20260701T100000Z~DURATION:PT1H~RRULE:FREQ=DAILY~RRULE:FREQ=DAILY | 6 | two rules",
        "DTSTART:20260701T100000Z~DURATION:PT1H~RDATE:20260702T100000Z | 5 | RDATE isn't supported",
        "DTSTART:20260701T100000Z~END:VALARM | 4 | has no BEGIN",
      })
  void whatCanNotBeFollowedIsRefusedWithItsLine(String lines, int line, String words) {
    assertThatThrownBy(() -> ICalendarFile.read(file(lines.split("~")), Optional.empty()))
        .isInstanceOf(CalendarFormatException.class)
        .hasMessageContaining(words)
        .extracting(e -> ((CalendarFormatException) e).line())
        .isEqualTo(line);
  }

  @Test
  void anotherFileOrHalfAOneIsRefused() {
    assertThatThrownBy(() -> ICalendarFile.read("", BERLIN))
        .hasMessageContaining("isn't an iCalendar");
    assertThatThrownBy(() -> ICalendarFile.read("version: 1\n", BERLIN))
        .hasMessageContaining("isn't an iCalendar");
    assertThatThrownBy(() -> ICalendarFile.read("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", BERLIN))
        .hasMessageContaining("it ends within VEVENT");
  }

  private static String file(String... lines) {
    return Stream.of(
            Stream.of("BEGIN:VCALENDAR", "BEGIN:VEVENT"),
            Stream.of(lines),
            Stream.of("END:VEVENT", "END:VCALENDAR", ""))
        .flatMap(each -> each)
        .collect(Collectors.joining("\n"));
  }

  private static String times(List<CalendarEvent> events) {
    return new NamedCalendar("c", events)
            .within(
                new Span(
                    Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")))
            .all()
            .stream()
            .map(span -> span.from() + "/" + span.to())
            .collect(Collectors.joining(" "));
  }
}
