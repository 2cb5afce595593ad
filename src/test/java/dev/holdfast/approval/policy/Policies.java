package dev.holdfast.approval.policy;

import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return of(approvers, approvals, window, People.of(delegates), People.of(reserve), List.of());
  }

  /** The same with a second group. */
  public static Policy of(
      List<String> approvers, int approvals, ApprovalWindow window, PeopleGroup reserve) {
    return of(
        approvers,
        approvals,
        window,
        People.NOBODY,
        new People(false, List.of(), List.of(reserve)),
        List.of(reserve));
  }

  private static Policy of(
      List<String> approvers,
      int approvals,
      ApprovalWindow window,
      People delegates,
      People reserve,
      List<PeopleGroup> groups) {
    RoleRule role =
        new RoleRule(
            People.of(List.of("*")),
            People.of(approvers),
            approvals,
            window,
            PolicyProperties.SafetyBackup.NONE,
            new RoleRule.Substitutes(delegates, reserve));
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(EnvironmentRole.class);
    for (EnvironmentRole each : EnvironmentRole.values()) {
      roles.put(each, role);
    }
    return new Policy(
        List.of(new PolicyRule("everything", List.of(), roles)),
        groups,
        "digest",
        Guardians.NONE,
        Optional.empty(),
        List.of());
  }

  /** Those in a group that is kept elsewhere and wasn't read. */
  public static final People UNREADABLE =
      new People(
          false,
          List.of(),
          List.of(
              new PeopleGroup(
                  "elsewhere",
                  List.of(),
                  List.of(new GroupSource(GroupSource.Kind.ENTRA_GROUP, "id")),
                  false)));

  /** One rule for everything, with an approval except in an emergency. */
  public static Policy withEmergencies(List<String> approvers, EmergencyRule emergency) {
    return withEmergencies(approvers, 1, Optional.of(emergency));
  }

  public static Policy withEmergencies(
      List<String> approvers, int approvals, Optional<EmergencyRule> emergency) {
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(EnvironmentRole.class);
    for (EnvironmentRole each :
        List.of(EnvironmentRole.DATA_LEAVES, EnvironmentRole.OVERWRITTEN, EnvironmentRole.HELD)) {
      roles.put(
          each,
          new RoleRule(
              People.of(List.of("*")),
              People.of(approvers),
              approvals,
              ApprovalWindow.of(Duration.ofDays(1)),
              PolicyProperties.SafetyBackup.NONE,
              RoleRule.Substitutes.NOBODY,
              emergency.filter(its -> each != EnvironmentRole.HELD)));
    }
    return new Policy(List.of(new PolicyRule("everything", List.of(), roles)), "digest");
  }

  /** To be reviewed within ten hours, with a reminder after five. */
  public static EmergencyRule emergency(
      List<String> requesters, int approvals, List<String> reviewers) {
    return emergency(People.of(requesters), approvals, People.of(reviewers));
  }

  public static EmergencyRule emergency(People requesters, int approvals, People reviewers) {
    return new EmergencyRule(requesters, approvals, Duration.ofHours(10), List.of(50), reviewers);
  }

  public static PolicyEvaluator evaluator(Policy policy) {
    PolicyInForce inForce = new PolicyInForce(policy);
    PolicyRules rules = new PolicyRules(inForce);
    return new PolicyEvaluator(inForce, rules, new PolicyDenial(rules));
  }
}
