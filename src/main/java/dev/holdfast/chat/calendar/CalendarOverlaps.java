package dev.holdfast.chat.calendar;

import dev.holdfast.approval.policy.calendar.PolicyCalendar;
import dev.holdfast.chat.calendar.CalendarEntry.Kind;
import dev.holdfast.chat.calendar.CalendarEntry.Work;
import dev.holdfast.message.Message;
import dev.holdfast.request.followup.StartObstacle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What keeps something that is planned from its time, or makes that doubtful. */
@Component
class CalendarOverlaps {

  private final PolicyCalendar calendar;

  CalendarOverlaps(PolicyCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * A sentence for each reason.
   *
   * @param all what the reader sees
   */
  List<Message> of(CalendarEntry entry, List<CalendarEntry> all) {
    return entry.kind() == Kind.PLANNED
        ? entry.work().stream().flatMap(work -> of(entry, work, all)).toList()
        : List.of();
  }

  private Stream<Message> of(CalendarEntry entry, Work work, List<CalendarEntry> all) {
    return Stream.of(
            requests(entry, work, all),
            frozen(entry, work, all),
            calendar
                .obstacle(work.spec(), entry.from(), work.emergency())
                .map(CalendarOverlaps::policy),
            maintenance(entry, work, all))
        .flatMap(Optional::stream);
  }

  private static Optional<Message> requests(
      CalendarEntry entry, Work work, List<CalendarEntry> all) {
    List<String> names =
        all.stream()
            .filter(other -> other != entry && other.meets(entry))
            .flatMap(other -> other.work().stream())
            .filter(other -> other.spec().meets(work.spec()))
            .map(Work::name)
            .distinct()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of("calendar.overlap.requests", "requests", names));
  }

  /** A freeze only keeps it from its start. */
  private static Optional<Message> frozen(CalendarEntry entry, Work work, List<CalendarEntry> all) {
    return all.stream()
        .filter(other -> other.kind() == Kind.FREEZE && other.isOn(work.spec()))
        .filter(freeze -> freeze.contains(entry.from()))
        .findFirst()
        .map(freeze -> Message.of("calendar.overlap.frozen"));
  }

  private static Message policy(StartObstacle obstacle) {
    return obstacle
        .next()
        .map(next -> Message.of("calendar.overlap.policy", "time", next))
        .orElseGet(() -> Message.of("calendar.overlap.policy.never"));
  }

  private static Optional<Message> maintenance(
      CalendarEntry entry, Work work, List<CalendarEntry> all) {
    return all.stream()
        .filter(other -> other.kind() == Kind.MAINTENANCE && other.isOn(work.spec()))
        .filter(entry::meets)
        .findFirst()
        .map(day -> Message.of("calendar.overlap.maintenance"));
  }
}
