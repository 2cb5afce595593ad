package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.EmergencyRule;
import dev.holdfast.approval.policy.EnvironmentCondition;
import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PeopleGroup;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A policy in words, a line for each right that it grants and for each list of things to do. */
public final class PolicyDescription {

  private static final String NOBODY = "nobody";

  private PolicyDescription() {}

  /** Each line says for itself which environments it is about, and whom it names. */
  public static List<String> of(Policy policy) {
    List<String> lines = new ArrayList<>();
    if (policy.guardians().exist()) {
      lines.add(
          "guardians: %d approval(s) by %s"
              .formatted(policy.guardians().approvals(), words(policy.guardians().people())));
    }
    policy
        .freezers()
        .ifPresent(named -> lines.add("frozen, everything and each environment: " + words(named)));
    int number = 0;
    for (PolicyRule rule : policy.rules()) {
      number++;
      String covered = "%d. %s (%s)".formatted(number, rule.name(), words(rule.conditions()));
      Stream.of(EnvironmentRole.values())
          .forEach(
              role ->
                  lines.add(
                      covered
                          + ", "
                          + words(role)
                          + ": "
                          + rule.role(role).map(PolicyDescription::words).orElse(NOBODY)));
      rule.freezers().ifPresent(named -> lines.add(covered + ", frozen: by " + words(named)));
      StartDescription.windows(rule).forEach(words -> lines.add(covered + ", " + words));
      if (!words(rule.readers()).equals(NOBODY)) {
        lines.add(covered + ", read: also by " + words(rule.readers()));
      }
    }
    int list = 0;
    for (Policy.Checklist checklist : policy.checklists()) {
      list++;
      lines.add("checklist %d. %s".formatted(list, words(checklist)));
    }
    policy
        .freezes()
        .forEach(
            freeze ->
                lines.add(
                    "freeze (%s): %s"
                        .formatted(words(freeze.conditions()), StartDescription.of(freeze))));
    lines.addAll(StartDescription.calendars(policy));
    return lines;
  }

  private static String words(Policy.Checklist checklist) {
    return "%s (%s): %s"
        .formatted(
            String.join(" and ", checklist.operations()),
            words(checklist.conditions()),
            checklist.items().isEmpty()
                ? "nothing"
                : String.join(", ", checklist.items().stream().map(ChecklistItem::words).toList()));
  }

  private static String words(List<EnvironmentCondition> conditions) {
    return conditions.isEmpty()
        ? "every environment"
        : String.join(" and ", conditions.stream().map(EnvironmentCondition::words).toList());
  }

  /** What one grants otherwise than the other. */
  public static List<String> changes(Policy before, Policy next) {
    List<String> old = of(before);
    List<String> now = of(next);
    return Stream.concat(
            old.stream().filter(line -> !now.contains(line)).map("no longer: "::concat),
            now.stream().filter(line -> !old.contains(line)).map("now: "::concat))
        .toList();
  }

  private static String words(EnvironmentRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(RoleRule rule) {
    return "requested by %s, %d approval(s) by %s within %s, safety backup %s%s%s%s"
        .formatted(
            words(rule.requesters()),
            rule.approvals(),
            words(rule.approvers()),
            rule.window().length(),
            rule.safetyBackup().name().toLowerCase(Locale.ROOT),
            WindowDescription.of(rule, PolicyDescription::words),
            rule.emergency().map(PolicyDescription::words).orElse(""),
            rule.ticketRequired() ? "; with a change ticket" : "");
  }

  private static String words(EmergencyRule rule) {
    return "; in an emergency by %s with %d approval(s), reviewed within %s by %s, reminders %s"
        .formatted(
            words(rule.requesters()),
            rule.approvals(),
            rule.reviewWithin(),
            words(rule.reviewers()),
            WindowDescription.shares(rule.remindAt()));
  }

  private static String words(People people) {
    if (people.everybody()) {
      return "everybody";
    }
    List<String> named =
        Stream.concat(
                Stream.concat(
                    people.ids().stream(),
                    people.groups().stream().flatMap(group -> group.ids().stream())),
                people.groups().stream().flatMap(PolicyDescription::listedElsewhere))
            .distinct()
            .toList();
    return named.isEmpty() ? NOBODY : String.join(" ", named);
  }

  private static Stream<String> listedElsewhere(PeopleGroup group) {
    String guests = group.guests() ? " (guests too)" : "";
    return group.sources().stream().map(source -> "members of " + source + guests);
  }
}
