package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.EnvironmentCondition;
import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A policy in words, a line for each right that it grants. */
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
      String covered =
          "%d. %s (%s)"
              .formatted(
                  number,
                  rule.name(),
                  rule.conditions().isEmpty()
                      ? "every environment"
                      : String.join(
                          " and ",
                          rule.conditions().stream().map(EnvironmentCondition::words).toList()));
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
      if (!words(rule.readers()).equals(NOBODY)) {
        lines.add(covered + ", read: also by " + words(rule.readers()));
      }
    }
    return lines;
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
    return "requested by %s, %d approval(s) by %s within %s, safety backup %s%s"
        .formatted(
            words(rule.requesters()),
            rule.approvals(),
            words(rule.approvers()),
            rule.window().length(),
            rule.safetyBackup().name().toLowerCase(Locale.ROOT),
            WindowDescription.of(rule, PolicyDescription::words));
  }

  private static String words(People people) {
    if (people.everybody()) {
      return "everybody";
    }
    return people.all().isEmpty() ? NOBODY : String.join(" ", people.all());
  }
}
