package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why the policy doesn't let a person request something, in words. */
@Component
class PolicyDenial {

  private final PolicyRules rules;

  PolicyDenial(PolicyRules rules) {
    this.rules = rules;
  }

  /** About one environment; empty when they may. */
  Optional<Message> of(Person person, OperationSpec spec, EnvironmentUse use) {
    EnvironmentRef environment = use.environment();
    Optional<Message> uncertain = ofUncertain(use);
    if (uncertain.isPresent()) {
      return uncertain;
    }
    Optional<PolicyRule> rule = rules.of(environment).rule();
    if (rule.isEmpty()) {
      return Optional.of(about("policy.noRule", environment));
    }
    Optional<RoleRule> role = rule.get().role(use.role());
    if (role.isEmpty()) {
      return Optional.of(about(notGranted(use.role()), environment));
    }
    Optional<Message> doubt = ofDoubt(person, use);
    if (doubt.isPresent()) {
      return doubt;
    }
    return role.get().requesters().includes(person.id())
        ? ofSafetyBackup(spec, use)
        : Optional.of(about(notARequester(use.role()), environment));
  }

  /** That it isn't known now which rule covers an environment. */
  Optional<Message> ofUncertain(EnvironmentUse use) {
    return rules.of(use.environment()) instanceof PolicyRules.Uncertain uncertain
        ? Optional.of(
            about("policy.uncertain", use.environment()).with("rule", uncertain.first().name()))
        : Optional.empty();
  }

  /** That it isn't known now whether a person may request something. */
  Optional<Message> ofDoubt(Person requester, EnvironmentUse use) {
    return rules.role(use).flatMap(role -> role.requesters().doubt(requester.id()));
  }

  /** That an environment has to be backed up first, and isn't. */
  Optional<Message> ofSafetyBackup(OperationSpec spec, EnvironmentUse use) {
    return use.role() == EnvironmentRole.OVERWRITTEN
            && isSafetyBackupRequired(use.environment())
            && !spec.backsUpFirst()
        ? Optional.of(about("policy.safetyBackup", use.environment()))
        : Optional.empty();
  }

  /** That a change ticket has to be named for an environment. */
  Optional<Message> ofTicket(EnvironmentUse use) {
    return rules
        .role(use)
        .filter(RoleRule::ticketRequired)
        .map(rule -> about("policy.ticket", use.environment()));
  }

  /** What was granted when it was requested, and isn't any more. */
  Optional<Message> ofLostRight(Person person, EnvironmentUse use) {
    Optional<RoleRule> role = rules.role(use);
    if (role.isEmpty()) {
      return Optional.of(
          about(
              use.role() == EnvironmentRole.OVERWRITTEN
                  ? "policy.noLonger.overwrite"
                  : "policy.noLonger.granted",
              use.environment()));
    }
    return role.get().requesters().includes(person.id())
        ? Optional.empty()
        : Optional.of(
            about("policy.noLonger.request", use.environment()).with("person", person.name()));
  }

  /** Where fewer people could approve than have to; empty when there are enough. */
  Optional<Message> ofTooFew(ApprovalRequirement requirement) {
    return requirement.consents().stream()
        .filter(consent -> consent.approvers().size() < consent.approvals())
        .findFirst()
        .map(
            consent ->
                Message.of(
                    "policy.tooFewApprovers",
                    "environment",
                    consent.environmentName(),
                    "approvals",
                    consent.approvals(),
                    "approvers",
                    consent.approvers().size()));
  }

  boolean isSafetyBackupRequired(EnvironmentRef target) {
    return rules
        .of(target)
        .rule()
        .flatMap(rule -> rule.role(EnvironmentRole.OVERWRITTEN))
        .filter(role -> role.safetyBackup() == SafetyBackup.REQUIRED)
        .isPresent();
  }

  private static String notARequester(EnvironmentRole role) {
    return role == EnvironmentRole.DATA_LEAVES
        ? "policy.notARequester.leaves"
        : "policy.notARequester";
  }

  private static String notGranted(EnvironmentRole role) {
    return switch (role) {
      case DATA_LEAVES -> "policy.notGranted.leaves";
      case OVERWRITTEN -> "policy.overwriteForbidden";
      case HELD -> "policy.notGranted.held";
      case OPENED -> "policy.notGranted.opened";
      case RESTRICTED -> "policy.notGranted.restricted";
      case RECOVERY_CHANGED -> "policy.notGranted.recovery";
    };
  }

  private static Message about(String code, EnvironmentRef environment) {
    return Message.of(code, "environment", environment.displayName());
  }
}
