package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.Policy.Freeze;
import dev.holdfast.approval.policy.PolicyRule.StartWindow;
import dev.holdfast.calendar.CalendarEvent;
import dev.holdfast.calendar.NamedCalendar;
import dev.holdfast.message.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When something may start. Only what surely leaves fewer times is stricter: windows where there
 * were none, more freezes, and what emergencies no longer pass.
 */
final class StartComparison {

  private StartComparison() {}

  static void windows(
      List<StartWindow> before, List<StartWindow> next, Place place, Findings findings) {
    if (!before.equals(next)) {
      boolean isStricter = isBegin(before, next);
      findings.value(
          !isStricter,
          Message.of(
              isStricter ? "policy.change.windows.less" : "policy.change.windows",
              "place",
              place.message()));
    }
  }

  /**
   * Of several, the first that is about an operation counts, so what comes after them adds to them.
   */
  private static boolean isBegin(List<StartWindow> before, List<StartWindow> next) {
    if (before.size() > next.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      StartWindow old = before.get(i);
      StartWindow now = next.get(i);
      boolean isSame =
          old.operations().equals(now.operations())
              && events(old.calendars()).containsAll(events(now.calendars()));
      if (!isSame || now.emergenciesPass() && !old.emergenciesPass()) {
        return false;
      }
    }
    return true;
  }

  static void freezes(List<Freeze> before, List<Freeze> next, Findings findings) {
    boolean isStricter =
        before.stream().allMatch(old -> next.stream().anyMatch(now -> includes(now, old)));
    findings.value(
        !isStricter,
        Message.of(isStricter ? "policy.change.frozen.more" : "policy.change.frozen.less"));
  }

  private static boolean includes(Freeze now, Freeze old) {
    return now.conditions().equals(old.conditions())
        && now.operations().equals(old.operations())
        && (old.emergenciesPass() || !now.emergenciesPass())
        && events(now.calendars()).containsAll(events(old.calendars()));
  }

  private static Set<CalendarEvent> events(List<NamedCalendar> calendars) {
    Set<CalendarEvent> all = new HashSet<>();
    calendars.forEach(calendar -> all.addAll(calendar.events()));
    return all;
  }
}
