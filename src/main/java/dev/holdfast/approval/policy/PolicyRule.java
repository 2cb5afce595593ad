package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.EnvironmentCondition.Match;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people may do with a class of environments.
 *
 * @param name for people, such as {@code Production}
 * @param conditions what an environment has to fulfill, all of it; none covers every environment
 * @param roles what the rule grants, by what is done with the environment; what isn't named is
 *     denied
 * @param freezers who may freeze its environments; empty for the approvers
 */
public record PolicyRule(
    String name,
    List<EnvironmentCondition> conditions,
    Map<EnvironmentRole, RoleRule> roles,
    Optional<People> freezers) {

  public PolicyRule {
    conditions = List.copyOf(conditions);
    roles = Map.copyOf(roles);
  }

  /** A rule whose approvers may freeze. */
  public PolicyRule(
      String name, List<EnvironmentCondition> conditions, Map<EnvironmentRole, RoleRule> roles) {
    this(name, conditions, roles, Optional.empty());
  }

  /** Whether it covers an environment. */
  Match covers(EnvironmentRef environment) {
    Set<Match> all =
        conditions.stream().map(condition -> condition.of(environment)).collect(Collectors.toSet());
    if (all.contains(Match.NO)) {
      return Match.NO;
    }
    return all.contains(Match.UNKNOWN) ? Match.UNKNOWN : Match.YES;
  }

  /** Empty if the rule grants nothing there. */
  public Optional<RoleRule> role(EnvironmentRole role) {
    return Optional.ofNullable(roles.get(role));
  }

  /** Whether it covers every environment, whatever is known about it. */
  boolean coversEverything() {
    return conditions.stream().allMatch(EnvironmentCondition::isAlwaysFulfilled);
  }

  /** Whether requesters could change which environments it covers. */
  boolean dependsOnNames() {
    return conditions.stream().anyMatch(EnvironmentCondition::isAboutName);
  }
}
