package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.PolicyProperties.Rule;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.window.ApprovalWindow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The policy that the settings {@code holdfast.policy[n]} list. They were written for targets only;
 * their strict reading is that a rule also covers what leaves its environments. People who may
 * overwrite an environment may also turn on its administration mode, as overwriting does (R20).
 */
final class ListedPolicy {

  private ListedPolicy() {}

  static Policy of(PolicyProperties properties) {
    return of(properties.policy());
  }

  static Policy of(List<Rule> rules) {
    List<String> parts = new ArrayList<>(List.of("policy 1"));
    rules.forEach(rule -> add(rule, parts));
    return new Policy(rules.stream().map(ListedPolicy::rule).toList(), Digest.of(parts).hex());
  }

  private static void add(Rule rule, List<String> parts) {
    for (List<String> texts : List.of(rule.environments(), rule.requesters(), rule.approvers())) {
      parts.add(String.valueOf(texts.size()));
      parts.addAll(texts);
    }
    parts.add(String.valueOf(rule.approvals()));
    parts.add(rule.expiresAfter().toString());
    parts.add(rule.target().name());
    parts.add(rule.safetyBackup().name());
    parts.add(String.valueOf(rule.backupNeedsApproval()));
  }

  private static PolicyRule rule(Rule listed) {
    return new PolicyRule(
        String.join(", ", listed.environments()),
        List.of(
            new EnvironmentCondition.NamesOrIds(
                listed.environments().stream().map(GlobPattern::of).toList())),
        roles(listed));
  }

  private static Map<EnvironmentRole, RoleRule> roles(Rule listed) {
    People requesters = People.of(listed.requesters());
    People approvers = People.of(listed.approvers());
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(EnvironmentRole.class);
    roles.put(EnvironmentRole.DATA_LEAVES, role(listed, requesters, approvers, listed.approvals()));
    roles.put(
        EnvironmentRole.HELD,
        role(listed, requesters, approvers, listed.backupNeedsApproval() ? listed.approvals() : 0));
    roles.put(EnvironmentRole.OPENED, role(listed, requesters.and(approvers), approvers, 0));
    if (listed.target() == Target.ALLOWED) {
      roles.put(
          EnvironmentRole.OVERWRITTEN, role(listed, requesters, approvers, listed.approvals()));
      roles.put(
          EnvironmentRole.RESTRICTED, role(listed, requesters, approvers, listed.approvals()));
    }
    return roles;
  }

  private static RoleRule role(Rule listed, People requesters, People approvers, int approvals) {
    return new RoleRule(
        requesters,
        approvers,
        approvals,
        ApprovalWindow.of(listed.expiresAfter()),
        listed.safetyBackup(),
        RoleRule.Substitutes.NOBODY);
  }
}
