package dev.holdfast.approval.policy;

/** Policies for tests. */
public final class Policies {

  /** What decides by a {@link PolicyProperties}. */
  public static final Class<?>[] PARTS = {
    PolicyEvaluator.class,
    PolicyInForce.class,
    PolicyRules.class,
    PolicyDenial.class,
    PeopleResolver.class,
    UnlistedGroupMembers.class
  };

  private Policies() {}

  /** Decides by what the settings list; nothing else lists the members of groups. */
  public static PolicyEvaluator evaluator(PolicyProperties properties) {
    return evaluator(new PolicyInForce(properties), new UnlistedGroupMembers());
  }

  static PolicyEvaluator evaluator(PolicyInForce policy, GroupMembers members) {
    PolicyRules rules = new PolicyRules(policy);
    PeopleResolver people = new PeopleResolver(members);
    return new PolicyEvaluator(policy, rules, people, new PolicyDenial(rules, people));
  }
}
