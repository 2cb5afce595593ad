package dev.holdfast.chat.calendar;

import dev.holdfast.approval.policy.calendar.PolicyTimes;
import dev.holdfast.approval.policy.calendar.PolicyTimes.Term;
import dev.holdfast.approval.policy.calendar.PolicyTimes.Time;
import dev.holdfast.chat.calendar.CalendarEntry.Kind;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The windows and freezes of the policy. */
@Component
class PolicyEntries implements CalendarSource {

  private final PolicyTimes times;
  private final OperationCatalog operations;

  PolicyEntries(PolicyTimes times, OperationCatalog operations) {
    this.times = times;
    this.operations = operations;
  }

  @Override
  public List<CalendarEntry> entries(CalendarQuery query) {
    return times.of(query.environments(), query.span()).stream().map(this::entry).toList();
  }

  private CalendarEntry entry(Time time) {
    if (time.term() instanceof Term.Freeze freeze) {
      return CalendarEntry.of(
          Kind.POLICY_FREEZE,
          time.span().from(),
          time.span().to(),
          Message.of("calendar.freeze", "reason", freeze.reason()),
          freeze.everywhere() ? List.of() : time.environments());
    }
    return CalendarEntry.of(
        Kind.WINDOW,
        time.span().from(),
        time.span().to(),
        window(((Term.Window) time.term()).calendars(), time.operations()),
        time.environments());
  }

  private Message window(List<String> calendars, List<String> kinds) {
    return kinds.isEmpty()
        ? Message.of("calendar.window", "calendars", calendars)
        : Message.of(
            "calendar.window.operations",
            "calendars",
            calendars,
            "operations",
            kinds.stream().map(operations::title).toList());
  }
}
