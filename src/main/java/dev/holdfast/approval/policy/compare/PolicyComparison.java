package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.Freezers;
import dev.holdfast.approval.policy.Guardians;
import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one policy allows that another didn't. Whatever isn't surely stricter or equal becomes
 * possible: also a change of something that this comparison doesn't know.
 *
 * @param possible what becomes possible, or may
 * @param stricter what no longer is
 */
public record PolicyComparison(List<Message> possible, List<Message> stricter) {

  /**
   * @param names from the ID of a person to what they are called
   */
  public static PolicyComparison of(Policy before, Policy next, UnaryOperator<String> names) {
    Findings findings = new Findings(names);
    new RuleComparison(before, next, findings).compare();
    for (RecordDifference difference : RecordDifference.between(before, next)) {
      switch (difference.component()) {
        case "rules", "groups", "digest", "freezers" -> {
          // compared by what they say, groups where they are named
        }
        case "checklists" -> {
          // they allow nothing
        }
        case "freezes" -> StartComparison.freezes(before.freezes(), next.freezes(), findings);
        case "guardians" -> guardians(before.guardians(), next.guardians(), findings);
        default -> findings.unknown(Place.POLICY, difference);
      }
    }
    findings.people(
        Message.of("policy.change.freezers", "place", Place.POLICY.message()),
        Message.of("policy.change.freezers.less", "place", Place.POLICY.message()),
        Freezers.of(before),
        Freezers.of(next));
    findings.people(
        Message.of("policy.change.named"),
        Message.of("policy.change.named.less"),
        named(before),
        named(next));
    return findings.comparison();
  }

  /** The same with the IDs of people. */
  public static PolicyComparison of(Policy before, Policy next) {
    return of(before, next, UnaryOperator.identity());
  }

  public boolean allowsAnythingNew() {
    return !possible.isEmpty();
  }

  /** Only to ask for more approvals of the same guardians is stricter, and to have guardians. */
  private static void guardians(Guardians before, Guardians next, Findings findings) {
    boolean isStricter =
        !before.exist()
            || next.people().equals(before.people()) && next.approvals() >= before.approvals();
    findings.value(
        !isStricter,
        Message.of(
            "policy.change.guardians",
            "next",
            findings.words().of(next.people()),
            "approvals",
            next.approvals(),
            "before",
            findings.words().of(before.people()),
            "approvalsBefore",
            before.approvals()));
  }

  /** Whom a rule names, to decide, to ask, or to review, has rights that go with no environment. */
  private static People named(Policy policy) {
    People all = policy.roles().flatMap(RoleRule::people).reduce(People.NOBODY, People::and);
    return new People(false, all.ids(), all.groups());
  }
}
