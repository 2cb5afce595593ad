package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule;
import dev.holdfast.calendar.CalendarEvent;
import dev.holdfast.calendar.NamedCalendar;
import java.util.List;
import java.util.stream.Stream;

/** Windows, freezes, and calendars in words. */
final class StartDescription {

  private StartDescription() {}

  static List<String> windows(PolicyRule rule) {
    return rule.windows().stream()
        .map(
            window ->
                "%s only in %s%s"
                    .formatted(
                        operations(window.operations()),
                        names(window.calendars()),
                        emergencies(window.emergenciesPass())))
        .toList();
  }

  static String of(Policy.Freeze freeze) {
    return "no %s in %s because of “%s”%s"
        .formatted(
            operations(freeze.operations()),
            names(freeze.calendars()),
            freeze.reason(),
            emergencies(freeze.emergenciesPass()));
  }

  /** Those that windows and freezes name, each once. */
  static List<String> calendars(Policy policy) {
    return Stream.concat(
            policy.rules().stream()
                .flatMap(rule -> rule.windows().stream())
                .flatMap(window -> window.calendars().stream()),
            policy.freezes().stream().flatMap(freeze -> freeze.calendars().stream()))
        .distinct()
        .map(StartDescription::words)
        .toList();
  }

  private static String words(NamedCalendar calendar) {
    return "calendar %s: %s"
        .formatted(
            calendar.name(),
            String.join("; ", calendar.events().stream().map(CalendarEvent::toString).toList()));
  }

  private static String operations(List<String> operations) {
    return operations.isEmpty() ? "operation" : String.join(" and ", operations);
  }

  private static String names(List<NamedCalendar> calendars) {
    return String.join(" and ", calendars.stream().map(NamedCalendar::name).toList());
  }

  private static String emergencies(boolean pass) {
    return pass ? ", but emergencies" : "";
  }
}
