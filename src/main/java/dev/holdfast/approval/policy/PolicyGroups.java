package dev.holdfast.approval.policy;

import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which groups that are kept elsewhere count for what somebody does, and whether their members are
 * known. To have them read again takes time, so no transaction may.
 */
public final class PolicyGroups {

  private final PolicyInForce policy;
  private final PolicyRules rules;

  PolicyGroups(PolicyInForce policy, PolicyRules rules) {
    this.policy = policy;
    this.rules = rules;
  }

  /** Has those read again that say who may request an operation, and who decides about it. */
  public void refresh(OperationSpec spec) {
    refresh(
        spec.environments().stream()
            .flatMap(use -> rules.role(use).stream())
            .flatMap(RoleRule::people));
  }

  /** Has those read again that say who may freeze anything. */
  public void refreshFreezers() {
    Policy now = policy.get();
    refresh(
        Stream.concat(
            Stream.of(Freezers.of(now)), now.rules().stream().map(rule -> Freezers.of(now, rule))));
  }

  /** Has those read again that say who says which channel is the approvers'. */
  public void refreshChannelManagers() {
    refresh(Stream.of(policy.get().channelManagers()));
  }

  /** Has those read again that say who may delegate, and to whom. */
  public void refreshDelegates() {
    refresh(delegation());
  }

  /** Has those read again that say whom a rule names, whatever for. */
  public void refreshNamed() {
    refresh(policy.get().roles().flatMap(RoleRule::people));
  }

  private void refresh(Stream<People> people) {
    policy.refresh(people.flatMap(People::sources).collect(Collectors.toSet()));
  }

  /** Why it isn't known now who approves an operation; empty when it is. */
  public Optional<Message> unreadableApprovers(OperationSpec spec) {
    return spec.environments().stream()
        .filter(use -> rules.role(use).filter(rule -> rule.approvals() > 0).isPresent())
        .flatMap(use -> unreadableApprovers(use).stream())
        .findFirst();
  }

  /** The same for one environment. */
  public Optional<Message> unreadableApprovers(EnvironmentUse use) {
    return unreadable(use, RoleRule::approvers);
  }

  /** Why it isn't known now who is in the second group for an environment; empty when it is. */
  public Optional<Message> unreadableReserve(EnvironmentUse use) {
    return unreadable(use, rule -> rule.substitutes().reserve());
  }

  /** Why it isn't known now to whom one may delegate for an environment; empty when it is. */
  public Optional<Message> unreadableDelegates(EnvironmentUse use) {
    return unreadable(use, rule -> rule.substitutes().delegates());
  }

  private Optional<Message> unreadable(EnvironmentUse use, Function<RoleRule, People> people) {
    return rules.role(use).map(people).flatMap(People::unreadable);
  }

  /**
   * Why it isn't known now who may freeze an environment; empty when it is.
   *
   * @param environment empty for everything
   */
  public Optional<Message> unreadableFreezers(Optional<EnvironmentRef> environment) {
    Policy now = policy.get();
    return environment
        .flatMap(covered -> rules.of(covered).rule())
        .map(rule -> Freezers.of(now, rule))
        .orElseGet(() -> Freezers.of(now))
        .unreadable();
  }

  /** Why it isn't known now who may delegate, and to whom; empty when it is. */
  public Optional<Message> unreadableDelegates() {
    return delegation().flatMap(people -> people.unreadable().stream()).findFirst();
  }

  private Stream<People> delegation() {
    return policy
        .get()
        .roles()
        .filter(role -> role.substitutes().delegates().mayBeSomebody())
        .flatMap(role -> Stream.of(role.approvers(), role.substitutes().delegates()));
  }
}
