package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.request.window.ApprovalWindow;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule grants for one role.
 *
 * @param requesters who may request it
 * @param approvers who may decide
 * @param approvals how many must agree; the requester never counts
 * @param window how long there is to decide, and what happens meanwhile
 * @param safetyBackup whether what is overwritten is backed up before; means nothing elsewhere
 * @param substitutes who else may decide under some conditions
 * @param emergency what it allows in an emergency; empty for nothing
 * @param ticketRequired whether a change ticket has to allow it
 */
public record RoleRule(
    People requesters,
    People approvers,
    int approvals,
    ApprovalWindow window,
    SafetyBackup safetyBackup,
    Substitutes substitutes,
    Optional<EmergencyRule> emergency,
    boolean ticketRequired) {

  /** Which allows no emergencies, and asks for no ticket. */
  public RoleRule(
      People requesters,
      People approvers,
      int approvals,
      ApprovalWindow window,
      SafetyBackup safetyBackup,
      Substitutes substitutes) {
    this(
        requesters,
        approvers,
        approvals,
        window,
        safetyBackup,
        substitutes,
        Optional.empty(),
        false);
  }

  /** Which asks for no ticket. */
  public RoleRule(
      People requesters,
      People approvers,
      int approvals,
      ApprovalWindow window,
      SafetyBackup safetyBackup,
      Substitutes substitutes,
      Optional<EmergencyRule> emergency) {
    this(requesters, approvers, approvals, window, safetyBackup, substitutes, emergency, false);
  }

  /** Whether it has a part for a person, whatever part. */
  boolean names(String personId) {
    return people().anyMatch(people -> people.includes(personId));
  }

  /** All whom it names, whatever for. */
  public Stream<People> people() {
    return Stream.concat(
        Stream.of(requesters, approvers, substitutes.delegates(), substitutes.reserve()),
        emergency.stream().flatMap(rule -> Stream.of(rule.requesters(), rule.reviewers())));
  }

  /**
   * Who else may decide.
   *
   * @param delegates to whom an approver may delegate
   * @param reserve who may approve, too, once it has escalated
   */
  public record Substitutes(People delegates, People reserve) {

    public static final Substitutes NOBODY = new Substitutes(People.NOBODY, People.NOBODY);
  }
}
