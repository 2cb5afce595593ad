package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.EnvironmentCondition.Match;
import dev.holdfast.calendar.NamedCalendar;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people may do with a class of environments.
 *
 * @param name for people, such as {@code Production}
 * @param conditions what an environment has to fulfill, all of it; none covers every environment
 * @param roles what the rule grants, by what is done with the environment; what isn't named is
 *     denied
 * @param freezers who may freeze its environments; empty for the approvers
 * @param readers who may see the environments besides those whom a role names
 * @param windows when operations may be under way; the first that is about an operation counts, and
 *     where none is, any time is one
 */
public record PolicyRule(
    String name,
    List<EnvironmentCondition> conditions,
    Map<EnvironmentRole, RoleRule> roles,
    Optional<People> freezers,
    People readers,
    List<StartWindow> windows) {

  public PolicyRule {
    conditions = List.copyOf(conditions);
    roles = Map.copyOf(roles);
    windows = List.copyOf(windows);
  }

  /** A rule under which operations may be under way at any time. */
  public PolicyRule(
      String name,
      List<EnvironmentCondition> conditions,
      Map<EnvironmentRole, RoleRule> roles,
      Optional<People> freezers,
      People readers) {
    this(name, conditions, roles, freezers, readers, List.of());
  }

  /** A rule whose approvers may freeze, and that lets nobody see more than its roles do. */
  public PolicyRule(
      String name, List<EnvironmentCondition> conditions, Map<EnvironmentRole, RoleRule> roles) {
    this(name, conditions, roles, Optional.empty(), People.NOBODY);
  }

  /**
   * When some operations may be under way.
   *
   * @param operations their kinds; none for all but what needs no approval
   * @param calendars alternatives
   * @param emergenciesPass whether an emergency may start at any time
   */
  public record StartWindow(
      List<String> operations, List<NamedCalendar> calendars, boolean emergenciesPass) {

    public StartWindow {
      operations = List.copyOf(operations);
      calendars = List.copyOf(calendars);
    }
  }

  /**
   * The window that counts for an operation.
   *
   * @param kind of the operation
   * @param needsApproval whether the policy may ask for approvals of it
   */
  public Optional<StartWindow> windowOf(String kind, boolean needsApproval) {
    return windows.stream()
        .filter(window -> isAbout(window.operations(), kind, needsApproval))
        .findFirst();
  }

  /**
   * Whether windows or freezes for these kinds are about an operation. What needs no approval, as
   * to turn off administration mode, ends earlier work, so it has to be named.
   */
  static boolean isAbout(List<String> operations, String kind, boolean needsApproval) {
    return operations.isEmpty() ? needsApproval : operations.contains(kind);
  }

  /** Whether it covers an environment. */
  Match covers(EnvironmentRef environment) {
    Match all = Match.YES;
    for (EnvironmentCondition condition : conditions) {
      Match one = condition.of(environment);
      if (one == Match.NO) {
        return Match.NO;
      }
      all = one == Match.UNKNOWN ? one : all;
    }
    return all;
  }

  /**
   * Whether a person may see its environments: who may request or approve anything may, and who may
   * come to approve it, as a delegate or after an escalation.
   */
  boolean mayRead(String personId) {
    return readers.includes(personId)
        || roles.values().stream().anyMatch(role -> role.names(personId));
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
