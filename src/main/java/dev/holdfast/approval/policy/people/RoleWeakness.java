package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A reason for which people can't get work done under a rule that says it, or not for long. What
 * depends on groups that can't be read is left aside.
 *
 * @param words the beginning of a sentence that goes on with where
 * @param mild whether work gets done for now
 */
record RoleWeakness(Predicate<RoleRule> isIn, String words, boolean mild, String fix) {

  private static final String MORE = "Name more approvers there, or require fewer approvals.";
  private static final String ANYBODY = "Name somebody there, or in the group that is named there.";

  private static final List<RoleWeakness> ALL =
      List.of(
          new RoleWeakness(
              RoleWeakness::hasTooFew, "There are fewer approvers than needed", false, MORE),
          new RoleWeakness(
              RoleWeakness::onlyAsks, "There is one approver, who alone may request,", false, MORE),
          new RoleWeakness(RoleWeakness::hasNoSpare, "There is no approver to spare", true, MORE),
          new RoleWeakness(
              RoleWeakness::escalatesToNobody,
              "There is nobody in the second group",
              true,
              ANYBODY),
          new RoleWeakness(
              RoleWeakness::hasNoDelegates, "There is nobody to delegate to", true, ANYBODY));

  /** What is weak about a policy, the worst first. */
  static List<CheckResult> in(Policy policy) {
    return ALL.stream().flatMap(weakness -> weakness.of(policy).stream()).toList();
  }

  private Optional<CheckResult> of(Policy policy) {
    List<String> weak =
        policy.rules().stream().flatMap(rule -> places(rule.name(), rule.roles())).toList();
    if (weak.isEmpty()) {
      return Optional.empty();
    }
    String sentence = "%s in: %s.".formatted(words, String.join("; ", weak));
    return Optional.of(
        mild
            ? CheckResult.warning(sentence, Remedy.of(fix))
            : CheckResult.broken(sentence, Remedy.of(fix)));
  }

  private Stream<String> places(String rule, Map<EnvironmentRole, RoleRule> roles) {
    return roles.entrySet().stream()
        .filter(role -> role.getValue().approvals() > 0)
        .filter(role -> isIn.test(role.getValue()))
        .map(
            role ->
                "%s (%s)"
                    .formatted(
                        rule, role.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
        .sorted();
  }

  private static int approvers(RoleRule role) {
    return role.approvers().unreadable().isPresent()
        ? Integer.MAX_VALUE
        : role.approvers().all().size();
  }

  private static boolean hasTooFew(RoleRule role) {
    return approvers(role) < role.approvals();
  }

  private static boolean hasNoSpare(RoleRule role) {
    return approvers(role) == role.approvals() && !onlyAsks(role);
  }

  private static boolean onlyAsks(RoleRule role) {
    return approvers(role) == 1
        && role.requesters().unreadable().isEmpty()
        && !role.requesters().everybody()
        && role.requesters().all().equals(role.approvers().all());
  }

  private static boolean escalatesToNobody(RoleRule role) {
    return role.window().escalation().isPresent() && isNobody(role.substitutes().reserve());
  }

  private static boolean hasNoDelegates(RoleRule role) {
    return role.substitutes().delegates().areListedElsewhere()
        && isNobody(role.substitutes().delegates());
  }

  private static boolean isNobody(People people) {
    return people.unreadable().isEmpty() && people.all().isEmpty();
  }
}
