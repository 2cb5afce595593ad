package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.EnvironmentCondition;
import dev.holdfast.approval.policy.Freezers;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule;
import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of two policies. */
final class RuleComparison {

  private static final Set<String> WHERE = Set.of("name", "conditions", "windows");
  private static final Set<String> COMPARED =
      Set.of("name", "conditions", "roles", "freezers", "windows");

  private final Policy before;
  private final Policy next;
  private final Findings findings;

  RuleComparison(Policy before, Policy next, Findings findings) {
    this.before = before;
    this.next = next;
    this.findings = findings;
  }

  void compare() {
    for (int i = 0; i < next.rules().size(); i++) {
      PolicyRule rule = next.rules().get(i);
      int same = indexOfSameConditions(rule);
      if (same >= 0 && keeps(same, i)) {
        compare(before.rules().get(same), rule);
      } else if (!RecordDifference.isEmptyBut(rule, WHERE)) {
        moved(rule);
      }
    }
    Set<Set<EnvironmentCondition>> left = conditions(next.rules());
    before.rules().stream()
        .filter(rule -> !left.contains(conditions(rule)))
        .forEach(
            rule ->
                findings.stricter(
                    Message.of("policy.change.gone", "place", Place.of(rule.name()).message())));
  }

  /** Behind the first rule with these conditions, another one never counts. */
  private int indexOfSameConditions(PolicyRule rule) {
    List<Set<EnvironmentCondition>> all =
        before.rules().stream().map(RuleComparison::conditions).toList();
    return all.indexOf(conditions(rule));
  }

  /**
   * Whether what a rule covers now was covered by the same rule before: all that stood before it
   * still does, so nothing that another rule covered has come to this one.
   */
  private boolean keeps(int indexBefore, int index) {
    return conditions(next.rules().subList(0, index))
        .containsAll(conditions(before.rules().subList(0, indexBefore)));
  }

  private void compare(PolicyRule old, PolicyRule now) {
    Place place = Place.of(now.name());
    for (EnvironmentRole role : EnvironmentRole.values()) {
      RoleComparison comparison = new RoleComparison(findings, place.in(role));
      if (now.role(role).isEmpty()) {
        old.role(role).ifPresent(taken -> comparison.taken());
      } else if (old.role(role).isEmpty()) {
        comparison.granted(now.role(role).get());
      } else {
        comparison.compare(old.role(role).get(), now.role(role).get());
      }
    }
    findings.people(
        Message.of("policy.change.freezers", "place", place.message()),
        Message.of("policy.change.freezers.less", "place", place.message()),
        Freezers.of(before, old),
        Freezers.of(next, now));
    StartComparison.windows(old.windows(), now.windows(), place, findings);
    RecordDifference.between(old, now).stream()
        .filter(difference -> !COMPARED.contains(difference.component()))
        .forEach(difference -> findings.unknown(place, difference));
  }

  /** It covers what another rule covered, or none, so everything that it grants is new. */
  private void moved(PolicyRule rule) {
    Place place = Place.of(rule.name());
    findings.possible(
        Message.of(
            "policy.change.moved",
            "place",
            place.message(),
            "environments",
            rule.conditions().isEmpty()
                ? Message.of("policy.change.everyEnvironment")
                : Message.plain(words(rule.conditions()))));
    for (EnvironmentRole role : EnvironmentRole.values()) {
      rule.role(role).ifPresent(new RoleComparison(findings, place.in(role))::granted);
    }
  }

  private static String words(List<EnvironmentCondition> conditions) {
    return String.join("; ", conditions.stream().map(EnvironmentCondition::words).toList());
  }

  private static Set<Set<EnvironmentCondition>> conditions(List<PolicyRule> rules) {
    Set<Set<EnvironmentCondition>> all = new HashSet<>();
    rules.forEach(rule -> all.add(conditions(rule)));
    return all;
  }

  /** All have to be fulfilled, so their order says nothing. */
  private static Set<EnvironmentCondition> conditions(PolicyRule rule) {
    return new HashSet<>(rule.conditions());
  }
}
