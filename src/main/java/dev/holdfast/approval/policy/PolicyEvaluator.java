package dev.holdfast.approval.policy;

import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.window.ConsentWindow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Decides by the policy in force, afresh each time. An operation needs a right on every environment
 * that it touches, in the role in which it touches it; what no rule grants is denied.
 */
@Component
public class PolicyEvaluator {

  private final PolicyInForce policy;
  private final PolicyRules rules;
  private final PolicyDenial denials;

  PolicyEvaluator(PolicyInForce policy, PolicyRules rules, PolicyDenial denials) {
    this.policy = policy;
    this.rules = rules;
    this.denials = denials;
  }

  /** Why a person may not request this; empty when they may. */
  public Optional<Message> denial(Person person, OperationSpec spec) {
    return first(spec.environments(), use -> denials.of(person, spec, use))
        .or(() -> denialOfName(spec))
        .or(() -> denials.ofTooFew(requirement(person, spec)));
  }

  /**
   * Why this person can't have it done, no matter what is read later or who approves; empty when
   * it's allowed, or not known now.
   */
  public Optional<Message> lastingDenial(Person requester, OperationSpec spec) {
    return first(certain(spec.environments()), use -> denials.of(requester, spec, use))
        .or(() -> denialOfName(spec));
  }

  /**
   * Why the target may not get its new name; empty when it may or keeps its own. Where rules go by
   * names, a new name could put an environment under a milder rule, and nobody has approved that.
   */
  public Optional<Message> denialOfName(OperationSpec spec) {
    EnvironmentRef now = spec.affected();
    return spec.newName()
        .filter(name -> !isUnderSameRule(now, now.named(name)))
        .map(
            name ->
                Message.of("policy.newName", "environment", now.displayName(), "newName", name));
  }

  /** Whether the same rule covers an environment as it was and as it is, or none does. */
  public boolean isUnderSameRule(EnvironmentRef before, EnvironmentRef after) {
    return rules.of(before).equals(rules.of(after));
  }

  /** Whether an environment may be overwritten at all. */
  public boolean mayOverwrite(EnvironmentRef environment) {
    return role(new EnvironmentUse(environment, EnvironmentRole.OVERWRITTEN)).isPresent();
  }

  /**
   * Whether a target is backed up before it is overwritten. All that can be a target holds data:
   * without a database there is nothing to overwrite (R9).
   *
   * @param wished what the requester would like, where the policy leaves it to them
   */
  public boolean safetyBackup(EnvironmentRef target, boolean wished) {
    return denials.isSafetyBackupRequired(target) || (isSafetyBackupOptional(target) && wished);
  }

  /** Whether the requester decides it. */
  public boolean isSafetyBackupOptional(EnvironmentRef target) {
    return role(new EnvironmentUse(target, EnvironmentRole.OVERWRITTEN))
        .filter(rule -> rule.safetyBackup() == PolicyProperties.SafetyBackup.OPTIONAL)
        .isPresent();
  }

  /**
   * What a request of this person needs now. An environment for which nothing is granted has no
   * part in it; {@link #denial} says so.
   */
  public ApprovalRequirement requirement(Person requester, OperationSpec spec) {
    return new ApprovalRequirement(
        consents(requester, spec.environments(), spec.needsApproval()),
        spec.environments().stream()
            .flatMap(use -> role(use).stream())
            .map(RoleRule::window)
            .toList());
  }

  /**
   * The consents that this needs now.
   *
   * @param needsApproval whether the policy may ask for approvals at all
   */
  public List<RequiredConsent> consents(
      Person requester, List<EnvironmentUse> uses, boolean needsApproval) {
    return uses.stream()
        .flatMap(
            use -> role(use).stream().map(rule -> consent(requester, use, rule, needsApproval)))
        .toList();
  }

  private RequiredConsent consent(
      Person requester, EnvironmentUse use, RoleRule rule, boolean needsApproval) {
    return new RequiredConsent(
        use.role(),
        use.environment().id(),
        use.environment().displayName(),
        needsApproval ? rule.approvals() : 0,
        without(requester, rule.approvers()),
        Optional.of(rule.window())
            .filter(window -> !window.isPlain())
            .map(
                window ->
                    new ConsentWindow(
                        window, without(requester, rule.substitutes().reserve()), false)));
  }

  private static List<String> without(Person requester, People people) {
    return people.all().stream().filter(id -> !id.equalsIgnoreCase(requester.id())).toList();
  }

  /** Which right a requester has lost; empty if none, or if that isn't known now. */
  public Optional<Message> lostRight(Person requester, List<EnvironmentUse> uses) {
    return first(certain(uses), use -> denials.ofLostRight(requester, use));
  }

  /** Why it isn't known now what the policy says; empty when it is. */
  public Optional<Message> uncertainty(List<EnvironmentUse> uses) {
    return first(uses, denials::ofUncertain);
  }

  /** That a target has to be backed up first and isn't; empty when all is well. */
  public Optional<Message> missingSafetyBackup(OperationSpec spec, List<EnvironmentUse> uses) {
    return first(uses, use -> denials.ofSafetyBackup(spec, use));
  }

  /** Those of which it's known which rule covers them. */
  private List<EnvironmentUse> certain(List<EnvironmentUse> uses) {
    return uses.stream().filter(use -> denials.ofUncertain(use).isEmpty()).toList();
  }

  private static Optional<Message> first(
      List<EnvironmentUse> uses, Function<EnvironmentUse, Optional<Message>> objection) {
    return uses.stream().map(objection).flatMap(Optional::stream).findFirst();
  }

  /** Whether a person may decide about one of the environments, leaving aside who asked. */
  public boolean mayDecide(Person person, EnvironmentUse use) {
    return role(use).filter(rule -> rule.approvers().includes(person.id())).isPresent();
  }

  /** Whether a person may decide about one of the environments once that has escalated. */
  public boolean isReserve(Person person, EnvironmentUse use) {
    return role(use).filter(rule -> rule.substitutes().reserve().includes(person.id())).isPresent();
  }

  /** Whether those who decide about one of the environments may delegate that to a person. */
  public boolean acceptsDelegate(Person person, EnvironmentUse use) {
    return role(use)
        .filter(rule -> rule.substitutes().delegates().includes(person.id()))
        .isPresent();
  }

  /** Whether some rule lets a person delegate. */
  public boolean mayDelegate(Person approver) {
    return delegates(approver).anyMatch(people -> people.everybody() || !people.all().isEmpty());
  }

  /** Whether some rule lets a person delegate to another. */
  public boolean mayDelegate(Person approver, Person delegate) {
    return !approver.isSameAs(delegate)
        && delegates(approver).anyMatch(people -> people.includes(delegate.id()));
  }

  private Stream<People> delegates(Person approver) {
    return policy.get().rules().stream()
        .flatMap(rule -> rule.roles().values().stream())
        .filter(role -> role.approvers().includes(approver.id()))
        .map(role -> role.substitutes().delegates());
  }

  /** Whether a person may decide about an operation, for whatever environment. */
  public boolean mayDecide(Person person, OperationSpec spec) {
    return spec.environments().stream().anyMatch(use -> mayDecide(person, use));
  }

  /** The Entra object IDs of those who may decide on an operation, leaving aside who asked. */
  public List<String> approvers(OperationSpec spec) {
    return spec.environments().stream()
        .flatMap(use -> role(use).stream())
        .flatMap(rule -> rule.approvers().all().stream())
        .distinct()
        .toList();
  }

  /**
   * Whether a person may freeze an environment and end that.
   *
   * @param environment empty for everything
   */
  public boolean mayFreeze(Person person, Optional<EnvironmentRef> environment) {
    Policy now = policy.get();
    return environment
        .map(covered -> freezers(now, covered))
        .orElseGet(() -> Freezers.of(now))
        .includes(person.id());
  }

  private People freezers(Policy now, EnvironmentRef environment) {
    return rules
        .of(environment)
        .rule()
        .map(rule -> Freezers.of(now, rule))
        .orElseGet(() -> now.freezers().orElse(People.NOBODY));
  }

  /**
   * Whether a rule names this person, to decide or to ask. {@code *} names nobody. It makes no
   * decision; it tells an admin of this tenant from anybody else.
   */
  public boolean isNamed(Person person) {
    return policy.get().rules().stream()
        .flatMap(rule -> rule.roles().values().stream())
        .flatMap(role -> Stream.of(role.approvers(), role.requesters()))
        .anyMatch(named -> named.names(person.id()));
  }

  /** Whether a person may request an operation, leaving aside its options. */
  public boolean mayRequest(Person person, OperationSpec spec) {
    return spec.environments().stream()
        .allMatch(
            use -> role(use).filter(rule -> rule.requesters().includes(person.id())).isPresent());
  }

  /**
   * What the policy says about a person and what is done with these environments, and why.
   *
   * @param names from the ID of a person to what they are called
   */
  public PolicyExplanation explanation(
      Person person, List<EnvironmentUse> uses, UnaryOperator<String> names) {
    return PolicyExplanation.of(policy.get(), person, uses, names);
  }

  private Optional<RoleRule> role(EnvironmentUse use) {
    return rules.of(use.environment()).rule().flatMap(rule -> rule.role(use.role()));
  }
}
