package dev.holdfast.approval.policy;

/** Policies for tests. */
public final class Policies {

  /** What decides by a {@link PolicyProperties}. */
  public static final Class<?>[] PARTS = {
    PolicyEvaluator.class,
    PolicyInForce.class,
    PolicyRules.class,
    PolicyDenial.class,
    PolicyReaders.class
  };

  private Policies() {}

  /** Decides by what the settings list. */
  public static PolicyEvaluator evaluator(PolicyProperties properties) {
    return evaluator(ListedPolicy.of(properties.policy()));
  }

  /** As the settings would list it. */
  public static Policy of(PolicyProperties properties) {
    return ListedPolicy.of(properties.policy());
  }

  public static PolicyEvaluator evaluator(Policy policy) {
    PolicyInForce inForce = new PolicyInForce(policy);
    PolicyRules rules = new PolicyRules(inForce);
    return new PolicyEvaluator(inForce, rules, new PolicyDenial(rules));
  }
}
