package dev.holdfast.approval.policy;

/**
 * Who has to agree before a change of the policy that allows anything new takes effect.
 *
 * @param people none where nobody guards the policy
 * @param approvals how many must agree
 */
public record Guardians(People people, int approvals) {

  /** Anyone who changes the configuration changes the policy. */
  public static final Guardians NONE = new Guardians(People.NOBODY, 0);

  /** Whether anybody guards the policy. */
  public boolean exist() {
    return !people.equals(People.NOBODY);
  }

  /** Whether a person is one of them. */
  public boolean include(String personId) {
    return exist() && people.includes(personId);
  }
}
