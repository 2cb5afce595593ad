package dev.holdfast.approval.policy;

import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may see an environment, by the policy in force: everyone whom its rule names, in any role or
 * as a reader. Where it isn't certain which rule covers it, or none does, nobody may.
 */
@Component
public class PolicyReaders {

  private final PolicyInForce policy;
  private final PolicyRules rules;
  private final ObjectProvider<EnvironmentCatalog> catalog;
  private volatile Memo memo = new Memo(new Policy(List.of(), ""), Map.of());

  PolicyReaders(
      PolicyInForce policy, PolicyRules rules, ObjectProvider<EnvironmentCatalog> catalog) {
    this.policy = policy;
    this.rules = rules;
    this.catalog = catalog;
  }

  /**
   * The rules of environments that were asked about: of thousands, each key that somebody presses
   * asks about all.
   */
  private record Memo(Policy policy, Map<String, Known> byId) {}

  /** What holds as long as nothing else is known of the environment. */
  private record Known(EnvironmentProfile environment, Optional<PolicyRule> rule) {}

  /** Which environments a person may see. */
  public Predicate<EnvironmentProfile> readableBy(Person person) {
    Map<String, Known> known = known();
    Map<PolicyRule, Boolean> decided = new IdentityHashMap<>();
    return environment ->
        rule(environment, known)
            .filter(rule -> decided.computeIfAbsent(rule, it -> it.mayRead(person.id())))
            .isPresent();
  }

  /**
   * Whether a person may see an environment that a request names. Of requests from before their
   * attributes were kept, those of now count.
   */
  public boolean mayRead(Person person, EnvironmentRef environment) {
    return rules
        .of(withAttributes(environment))
        .rule()
        .filter(rule -> rule.mayRead(person.id()))
        .isPresent();
  }

  private EnvironmentRef withAttributes(EnvironmentRef named) {
    return named.attributes().isEmpty()
        ? Optional.ofNullable(catalog.getIfAvailable())
            .flatMap(known -> known.inMemory(named.id()))
            .map(
                now ->
                    new EnvironmentRef(
                        named.id(), named.displayName(), named.details(), now.attributes()))
            .orElse(named)
        : named;
  }

  private Map<String, Known> known() {
    Memo held = memo;
    Policy now = policy.get();
    if (held.policy() != now) {
      held = new Memo(now, new ConcurrentHashMap<>());
      memo = held;
    }
    return held.byId();
  }

  private Optional<PolicyRule> rule(EnvironmentProfile environment, Map<String, Known> known) {
    Known before = known.get(environment.id());
    if (before != null && before.environment() == environment) {
      return before.rule();
    }
    Optional<PolicyRule> rule = rules.of(environment).rule();
    known.put(environment.id(), new Known(environment, rule));
    return rule;
  }
}
