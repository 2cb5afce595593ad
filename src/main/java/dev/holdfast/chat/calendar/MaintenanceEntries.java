package dev.holdfast.chat.calendar;

import dev.holdfast.chat.calendar.CalendarEntry.Kind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The days on which the service may update the apps of an environment. Only for one environment:
 * each has to be asked about. A window has days and no hours, and nobody documents their time zone
 * (rule R40), so they are taken in UTC, as the checks do.
 */
@Component
class MaintenanceEntries implements CalendarSource {

  @Override
  public List<CalendarEntry> entries(CalendarQuery query) {
    return query.one().stream().flatMap(one -> days(one, query)).toList();
  }

  private static Stream<CalendarEntry> days(EnvironmentProfile one, CalendarQuery query) {
    return dates(query)
        .filter(date -> one.facts().maintenanceDays().contains(date.getDayOfWeek()))
        .map(
            date ->
                CalendarEntry.of(
                    Kind.MAINTENANCE,
                    begin(date),
                    begin(date.plusDays(1)),
                    Message.of("calendar.maintenance"),
                    query.environments()));
  }

  private static Stream<LocalDate> dates(CalendarQuery query) {
    LocalDate first = LocalDate.ofInstant(query.span().from(), ZoneOffset.UTC);
    return first.datesUntil(LocalDate.ofInstant(query.span().to(), ZoneOffset.UTC).plusDays(1));
  }

  private static Instant begin(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public List<Message> notes(CalendarQuery query) {
    return query
        .one()
        .map(one -> Stream.concat(planned(one), unread(one)).toList())
        .orElseGet(() -> List.of(Message.of("calendar.maintenance.one")));
  }

  private static Stream<Message> planned(EnvironmentProfile one) {
    int count = one.facts().planned();
    return count == 0
        ? Stream.of()
        : Stream.of(
            Message.of("calendar.maintenance.planned", "count", count, "environment", one.name()));
  }

  private static Stream<Message> unread(EnvironmentProfile one) {
    return one.facts().maintenanceUnread().stream()
        .map(
            why ->
                Message.of(
                    "calendar.maintenance.unread", "environment", one.name(), "reason", why));
  }
}
