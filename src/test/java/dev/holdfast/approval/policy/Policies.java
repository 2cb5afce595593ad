package dev.holdfast.approval.policy;

import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.window.ApprovalWindow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Policies for tests. */
public final class Policies {

  /** What decides by a {@link PolicyProperties}. */
  public static final Class<?>[] PARTS = {
    PolicyEvaluator.class,
    PolicyInForce.class,
    PolicyRules.class,
    PolicyDenial.class,
    PolicyReaders.class
  };

  private Policies() {}

  /** Decides by what the settings list. */
  public static PolicyEvaluator evaluator(PolicyProperties properties) {
    return evaluator(ListedPolicy.of(properties.policy()));
  }

  /** As the settings would list it. */
  public static Policy of(PolicyProperties properties) {
    return ListedPolicy.of(properties.policy());
  }

  /** One rule for everything, in every role the same. */
  public static Policy of(
      List<String> approvers,
      int approvals,
      ApprovalWindow window,
      List<String> delegates,
      List<String> reserve) {
    RoleRule role =
        new RoleRule(
            People.of(List.of("*")),
            People.of(approvers),
            approvals,
            window,
            PolicyProperties.SafetyBackup.NONE,
            new RoleRule.Substitutes(People.of(delegates), People.of(reserve)));
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(EnvironmentRole.class);
    for (EnvironmentRole each : EnvironmentRole.values()) {
      roles.put(each, role);
    }
    return new Policy(List.of(new PolicyRule("everything", List.of(), roles)), "digest");
  }

  public static PolicyEvaluator evaluator(Policy policy) {
    PolicyInForce inForce = new PolicyInForce(policy);
    PolicyRules rules = new PolicyRules(inForce);
    return new PolicyEvaluator(inForce, rules, new PolicyDenial(rules));
  }
}
