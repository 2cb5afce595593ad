package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.EnvironmentCondition.Match;
import dev.holdfast.calendar.NamedCalendar;
import dev.holdfast.request.Person;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may request what on which environments, and who decides. The first rule that covers an
 * environment counts; where none does, nobody may do anything.
 *
 * @param groups those to which it gives a name
 * @param digest of the text that it was read from, in hex; equal for equal policies
 * @param guardians who agrees to a change that allows anything new
 * @param freezers who may freeze everything and each environment; empty for the approvers
 * @param checklists what there is to do after a restore or copy; the first that covers it counts,
 *     and where none does, the default
 * @param freezes times in which nothing starts on some environments
 */
public record Policy(
    List<PolicyRule> rules,
    List<PeopleGroup> groups,
    String digest,
    Guardians guardians,
    Optional<People> freezers,
    List<Checklist> checklists,
    List<Freeze> freezes) {

  public Policy {
    rules = List.copyOf(rules);
    groups = List.copyOf(groups);
    checklists = List.copyOf(checklists);
    freezes = List.copyOf(freezes);
  }

  /** A policy without freezes. */
  public Policy(
      List<PolicyRule> rules,
      List<PeopleGroup> groups,
      String digest,
      Guardians guardians,
      Optional<People> freezers,
      List<Checklist> checklists) {
    this(rules, groups, digest, guardians, freezers, checklists, List.of());
  }

  /** A policy that nobody guards, and under which approvers freeze. */
  public Policy(List<PolicyRule> rules, String digest) {
    this(rules, List.of(), digest, Guardians.NONE, Optional.empty(), List.of());
  }

  /**
   * What there is to do after some operations on a class of environments.
   *
   * @param operations their kinds, such as {@code restore}
   * @param conditions what the overwritten environment has to fulfill; none covers every one
   * @param items none where there is nothing to do
   */
  public record Checklist(
      List<String> operations, List<EnvironmentCondition> conditions, List<ChecklistItem> items) {

    public Checklist {
      operations = List.copyOf(operations);
      conditions = List.copyOf(conditions);
      items = List.copyOf(items);
    }

    /** Whether it's surely meant for this; it grants nothing, so a doubt needs no care. */
    public boolean covers(String operation, EnvironmentRef overwritten) {
      return operations.contains(operation)
          && conditions.stream().allMatch(condition -> condition.of(overwritten) == Match.YES);
    }
  }

  /**
   * Times in which nothing starts on a class of environments.
   *
   * @param reason for people
   * @param conditions what an environment has to fulfill; none covers every one
   * @param operations kinds of what doesn't start; none for all but what needs no approval
   * @param calendars when
   * @param emergenciesPass whether an emergency starts all the same
   */
  public record Freeze(
      String reason,
      List<EnvironmentCondition> conditions,
      List<String> operations,
      List<NamedCalendar> calendars,
      boolean emergenciesPass) {

    public Freeze {
      conditions = List.copyOf(conditions);
      operations = List.copyOf(operations);
      calendars = List.copyOf(calendars);
    }

    /** Whether it's about an operation; see {@link PolicyRule#windowOf}. */
    public boolean isAbout(String kind, boolean needsApproval) {
      return PolicyRule.isAbout(operations, kind, needsApproval);
    }

    /** What isn't known of an environment may be so. */
    public boolean covers(EnvironmentRef environment) {
      return conditions.stream().allMatch(condition -> condition.of(environment) != Match.NO);
    }
  }

  /** The rule that counts for an environment; empty if there is none, or none for certain. */
  public Optional<PolicyRule> ruleOf(EnvironmentRef environment) {
    return PolicyRules.of(this, environment).rule();
  }

  /**
   * Who says which channel is the approvers': the guardians, and without any, who may freeze
   * everything.
   */
  public People channelManagers() {
    return guardians.exist() ? guardians.people() : Freezers.of(this);
  }

  /** What all rules say about all roles. */
  public Stream<RoleRule> roles() {
    return rules.stream().flatMap(rule -> rule.roles().values().stream());
  }

  /** To whom a person may delegate: by each rule that names them as an approver. */
  Stream<People> delegatesOf(Person approver) {
    return roles()
        .filter(role -> role.approvers().includes(approver.id()))
        .map(role -> role.substitutes().delegates());
  }

  /** This policy, with the members that its groups have there, from here on. */
  public Policy boundTo(GroupMembership membership) {
    groups.forEach(group -> group.bind(membership));
    return this;
  }
}
