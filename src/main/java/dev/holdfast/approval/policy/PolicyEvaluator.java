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
  private final PolicyGroups groups;
  private final EmergencyPolicy emergencies;

  PolicyEvaluator(PolicyInForce policy, PolicyRules rules, PolicyDenial denials) {
    this.policy = policy;
    this.rules = rules;
    this.denials = denials;
    this.groups = new PolicyGroups(policy, rules);
    this.emergencies = new EmergencyPolicy(rules);
  }

  /** Which groups count, and whether they can be read. */
  public PolicyGroups groups() {
    return groups;
  }

  /** What it says about emergencies. */
  public EmergencyPolicy emergencies() {
    return emergencies;
  }

  /** Why a person may not request this as an emergency; empty when they may. */
  public Optional<Message> denialOfEmergency(Person person, OperationSpec spec) {
    return denialOfRequest(person, spec)
        .or(() -> emergencies.denial(person, spec))
        .or(() -> tooFew(spec, requirement(person, spec, true)));
  }

  /** Why a person may not request this; empty when they may. */
  public Optional<Message> denial(Person person, OperationSpec spec) {
    return denialOfRequest(person, spec).or(() -> tooFew(spec, requirement(person, spec)));
  }

  private Optional<Message> denialOfRequest(Person person, OperationSpec spec) {
    return first(spec.environments(), use -> denials.of(person, spec, use))
        .or(() -> denialOfName(spec));
  }

  private Optional<Message> tooFew(OperationSpec spec, ApprovalRequirement requirement) {
    return denials.ofTooFew(requirement).map(few -> groups.unreadableApprovers(spec).orElse(few));
  }

  /**
   * Why this person can't have it done, no matter what is read later or who approves; empty when
   * it's allowed, or not known now.
   */
  public Optional<Message> lastingDenial(Person requester, OperationSpec spec) {
    return first(certain(requester, spec.environments()), use -> denials.of(requester, spec, use))
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
    return rules.role(new EnvironmentUse(environment, EnvironmentRole.OVERWRITTEN)).isPresent();
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
    return rules
        .role(new EnvironmentUse(target, EnvironmentRole.OVERWRITTEN))
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
            .flatMap(use -> rules.role(use).stream())
            .map(RoleRule::window)
            .toList());
  }

  /** The same, as an emergency where it's one and the policy allows that now. */
  public ApprovalRequirement requirement(
      Person requester, OperationSpec spec, boolean isEmergency) {
    ApprovalRequirement normal = requirement(requester, spec);
    return isEmergency
        ? new ApprovalRequirement(
            emergencies.consents(normal.consents(), requester, spec.environments()),
            normal.windows())
        : normal;
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
            use ->
                rules.role(use).stream().map(rule -> consent(requester, use, rule, needsApproval)))
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
    return first(certain(requester, uses), use -> denials.ofLostRight(requester, use));
  }

  /** Why it isn't known now what the policy says to a requester; empty when it is. */
  public Optional<Message> uncertainty(Person requester, List<EnvironmentUse> uses) {
    return first(uses, denials::ofUncertain)
        .or(() -> first(uses, use -> denials.ofDoubt(requester, use)));
  }

  /** That a target has to be backed up first and isn't; empty when all is well. */
  public Optional<Message> missingSafetyBackup(OperationSpec spec, List<EnvironmentUse> uses) {
    return first(uses, use -> denials.ofSafetyBackup(spec, use));
  }

  /** Which rule asks for a change ticket that isn't named; empty when all is well. */
  public Optional<Message> missingTicket(
      OperationSpec spec, List<EnvironmentUse> uses, Optional<String> ticket) {
    return spec.needsApproval() && ticket.isEmpty()
        ? first(uses, denials::ofTicket)
        : Optional.empty();
  }

  /** Those of which it's known which rule covers them, and what it grants this requester. */
  private List<EnvironmentUse> certain(Person requester, List<EnvironmentUse> uses) {
    return uses.stream()
        .filter(use -> denials.ofUncertain(use).isEmpty())
        .filter(use -> denials.ofDoubt(requester, use).isEmpty())
        .toList();
  }

  private static Optional<Message> first(
      List<EnvironmentUse> uses, Function<EnvironmentUse, Optional<Message>> objection) {
    return uses.stream().map(objection).flatMap(Optional::stream).findFirst();
  }

  /** Whether a person may decide about one of the environments, leaving aside who asked. */
  public boolean mayDecide(Person person, EnvironmentUse use) {
    return includes(use, RoleRule::approvers, person);
  }

  /** Whether a person may decide about one of the environments once that has escalated. */
  public boolean isReserve(Person person, EnvironmentUse use) {
    return includes(use, rule -> rule.substitutes().reserve(), person);
  }

  /** Whether those who decide about one of the environments may delegate that to a person. */
  public boolean acceptsDelegate(Person person, EnvironmentUse use) {
    return includes(use, rule -> rule.substitutes().delegates(), person);
  }

  private boolean includes(EnvironmentUse use, Function<RoleRule, People> named, Person person) {
    return rules.role(use).map(named).filter(people -> people.includes(person.id())).isPresent();
  }

  /** Whether some rule lets a person delegate. */
  public boolean mayDelegate(Person approver) {
    return policy.get().delegatesOf(approver).anyMatch(People::mayBeSomebody);
  }

  /** Whether some rule lets a person delegate to another. */
  public boolean mayDelegate(Person approver, Person delegate) {
    return !approver.isSameAs(delegate)
        && policy.get().delegatesOf(approver).anyMatch(people -> people.includes(delegate.id()));
  }

  /** Whether a person may decide about an operation, for whatever environment. */
  public boolean mayDecide(Person person, OperationSpec spec) {
    return spec.environments().stream().anyMatch(use -> mayDecide(person, use));
  }

  /** The Entra object IDs of those who may decide on an operation, leaving aside who asked. */
  public List<String> approvers(OperationSpec spec) {
    return spec.environments().stream()
        .flatMap(use -> rules.role(use).stream())
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
    return Freezers.of(policy.get(), environment).includes(person.id());
  }

  /** Whether a person may say which channel is the approvers'. */
  public boolean mayConnect(Person person) {
    return policy.get().channelManagers().includes(person.id());
  }

  /**
   * Whether a rule names this person, whatever for. {@code *} names nobody. It makes no decision;
   * it tells an admin of this tenant from anybody else.
   */
  public boolean isNamed(Person person) {
    return policy
        .get()
        .roles()
        .flatMap(RoleRule::people)
        .anyMatch(named -> named.names(person.id()));
  }

  /** Whether a person may request an operation, leaving aside its options. */
  public boolean mayRequest(Person person, OperationSpec spec) {
    return spec.environments().stream()
        .allMatch(use -> includes(use, RoleRule::requesters, person));
  }

  /** See {@link PolicyExplanation#of}. */
  public PolicyExplanation explanation(
      Person person, List<EnvironmentUse> uses, UnaryOperator<String> names) {
    return PolicyExplanation.of(policy.get(), person, uses, names);
  }
}
