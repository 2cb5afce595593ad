package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.window.ApprovalWindow;
import dev.holdfast.request.window.BusinessHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How long there is to decide, what happens meanwhile, and who else may decide, in words. */
final class WindowDescription {

  private WindowDescription() {}

  /** Behind the words about the approvals; empty where everything is as if nothing was said. */
  static String of(RoleRule rule, Function<People, String> names) {
    ApprovalWindow window = rule.window();
    List<String> words = new ArrayList<>();
    window.hours().map(WindowDescription::words).ifPresent(words::add);
    if (!window.remindAt().equals(WindowParser.REMINDERS)) {
      words.add("reminders " + shares(window.remindAt()));
    }
    window
        .escalation()
        .map(
            point -> "after %s also %s".formatted(point, names.apply(rule.substitutes().reserve())))
        .ifPresent(words::add);
    if (rule.substitutes().delegates().mayBeSomebody()) {
      words.add("delegates " + names.apply(rule.substitutes().delegates()));
    }
    return words.isEmpty() ? "" : ", " + String.join(", ", words);
  }

  static String shares(List<Integer> shares) {
    return shares.isEmpty()
        ? "none"
        : "at " + String.join(" ", shares.stream().map(share -> share + "%").toList());
  }

  private static String words(BusinessHours hours) {
    return "counting %s %s-%s %s"
        .formatted(
            String.join(" ", hours.days().stream().map(WindowDescription::day).toList()),
            hours.from(),
            hours.to(),
            hours.zone());
  }

  private static String day(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
