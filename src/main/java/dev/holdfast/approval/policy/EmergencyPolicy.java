package dev.holdfast.approval.policy;

import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the policy in force says about emergencies. An operation can be one only where each rule
 * that asks for approvals allows it to that person.
 */
public final class EmergencyPolicy {

  private final PolicyRules rules;

  EmergencyPolicy(PolicyRules rules) {
    this.rules = rules;
  }

  /** Whether a person may have something done as an emergency, with fewer approvals. */
  boolean mayDeclare(Person person, OperationSpec spec) {
    return spec.needsApproval() && mayDeclare(person, spec.environments());
  }

  /** The same by what is known of the environments now. */
  public boolean mayDeclare(Person person, List<EnvironmentUse> uses) {
    return uses.stream().allMatch(use -> rules.role(use).isPresent())
        && uses.stream().anyMatch(this::needsApproval)
        && uses.stream()
            .filter(this::needsApproval)
            .allMatch(use -> rules.role(use).filter(rule -> allows(rule, person)).isPresent());
  }

  private boolean needsApproval(EnvironmentUse use) {
    return rules.role(use).filter(rule -> rule.approvals() > 0).isPresent();
  }

  private static boolean allows(RoleRule rule, Person person) {
    return rule.requesters().includes(person.id())
        && rule.emergency().filter(its -> its.requesters().includes(person.id())).isPresent();
  }

  /** With the approvals of an emergency, where it's one and the policy allows that now. */
  public List<RequiredConsent> consents(
      List<RequiredConsent> normal, Person requester, List<EnvironmentUse> uses) {
    return mayDeclare(requester, uses)
        ? normal.stream().map(consent -> reduced(consent, uses)).toList()
        : normal;
  }

  private RequiredConsent reduced(RequiredConsent consent, List<EnvironmentUse> uses) {
    return uses.stream()
        .filter(use -> RequiredConsent.key(use).equals(consent.key()))
        .findFirst()
        .flatMap(this::rule)
        .map(rule -> consent.needing(Math.min(rule.approvals(), consent.approvals())))
        .orElse(consent);
  }

  /** What is kept with an emergency; call it only where one may be declared. */
  public Emergency terms(Person requester, OperationSpec spec) {
    Duration within =
        spec.environments().stream()
            .filter(this::needsApproval)
            .flatMap(use -> rule(use).stream())
            .map(EmergencyRule::reviewWithin)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<Integer> reminders =
        spec.environments().stream()
            .filter(this::needsApproval)
            .flatMap(use -> rule(use).stream())
            .flatMap(rule -> rule.remindAt().stream())
            .distinct()
            .sorted()
            .toList();
    return new Emergency(reviewersBesides(requester, spec), within, reminders);
  }

  private List<String> reviewersBesides(Person requester, OperationSpec spec) {
    return reviewers(spec).stream().filter(id -> !id.equalsIgnoreCase(requester.id())).toList();
  }

  /** Why a person may not have it done as an emergency, leaving aside the rest of the policy. */
  Optional<Message> denial(Person person, OperationSpec spec) {
    if (!mayDeclare(person, spec)) {
      return Optional.of(spec)
          .filter(OperationSpec::needsApproval)
          .flatMap(asked -> doubt(person, asked.environments()))
          .or(() -> Optional.of(Message.of("policy.noEmergency")));
    }
    return reviewersBesides(person, spec).isEmpty()
        ? unreadableReviewers(spec.environments())
            .or(() -> Optional.of(Message.of("policy.noReviewer")))
        : Optional.empty();
  }

  /** Why it isn't known now whether a person may declare an emergency; empty when it is. */
  public Optional<Message> doubt(Person person, List<EnvironmentUse> uses) {
    return uses.stream()
        .filter(this::needsApproval)
        .flatMap(use -> rule(use).stream())
        .flatMap(rule -> rule.requesters().doubt(person.id()).stream())
        .findFirst();
  }

  /** Why it isn't known now who may review what was an emergency; empty when it is. */
  public Optional<Message> unreadableReviewers(List<EnvironmentUse> uses) {
    return reviewersOfEach(uses).flatMap(people -> people.unreadable().stream()).findFirst();
  }

  /** Whether a person may review what was done as an emergency, leaving aside who asked. */
  public boolean mayReview(Person person, List<EnvironmentUse> uses) {
    return reviewersOfEach(uses).anyMatch(people -> people.includes(person.id()));
  }

  /** The Entra object IDs of those who may review it, leaving aside who asked. */
  public List<String> reviewers(OperationSpec spec) {
    return reviewersOfEach(spec.environments())
        .flatMap(people -> people.all().stream())
        .distinct()
        .toList();
  }

  /**
   * Of the rules that ask for approvals; of all once none does any more. Where no emergencies are
   * allowed any more, those who approve review what was one.
   */
  private Stream<People> reviewersOfEach(List<EnvironmentUse> uses) {
    List<RoleRule> all = uses.stream().flatMap(use -> rules.role(use).stream()).toList();
    List<RoleRule> asking = all.stream().filter(rule -> rule.approvals() > 0).toList();
    return (asking.isEmpty() ? all : asking)
        .stream()
            .map(rule -> rule.emergency().map(EmergencyRule::reviewers).orElse(rule.approvers()));
  }

  private Optional<EmergencyRule> rule(EnvironmentUse use) {
    return rules.role(use).flatMap(RoleRule::emergency);
  }
}
