package dev.holdfast.approval;

import dev.holdfast.approval.PolicyProperties.Rule;
import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Whether the policy is one under which people can get work done. What {@link PolicyStartupCheck}
 * refuses never gets here.
 */
@Component
class PolicyCheckup implements Checkup {

  private final List<Rule> rules;

  PolicyCheckup(PolicyProperties properties) {
    this.rules = properties.policy();
  }

  @Override
  public Area area() {
    return Area.HOLDFAST;
  }

  @Override
  public String name() {
    return "Policy";
  }

  @Override
  public Verdict check() {
    return first(this::neverReached)
        .or(() -> first(this::onlyByOthers))
        .orElseGet(() -> Verdict.ok(rules.size() + " rule(s), and each can be decided under."));
  }

  private interface Question {
    Optional<Verdict> about(int rule);
  }

  private Optional<Verdict> first(Question question) {
    return IntStream.range(0, rules.size())
        .mapToObj(question::about)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The first rule that fits counts, so behind one for everything there is nothing. */
  private Optional<Verdict> neverReached(int index) {
    return index == rules.size() - 1 || !rules.get(index).environments().contains("*")
        ? Optional.empty()
        : Optional.of(
            Verdict.warning(
                "The rule for %s fits every environment, so those behind it never count."
                    .formatted(patterns(rules.get(index))),
                Remedy.of("Make it the last one of holdfast.policy.")));
  }

  /** As many approvers as approvals: whoever of them asks has one too few. */
  private Optional<Verdict> onlyByOthers(int index) {
    Rule rule = rules.get(index);
    boolean named =
        rule.requesters().stream()
            .anyMatch(id -> rule.approvers().stream().anyMatch(id::equalsIgnoreCase));
    return !named || rule.approvers().stream().distinct().count() > rule.approvals()
        ? Optional.empty()
        : Optional.of(
            Verdict.warning(
                "Under the rule for %s an approver may ask, and then too few are left to decide."
                    .formatted(patterns(rule)),
                Remedy.of("Name one more in " + setting(index, "approvers") + ".")));
  }

  private static String patterns(Rule rule) {
    return String.join(", ", rule.environments());
  }

  private static String setting(int index, String name) {
    return "holdfast.policy[%d].%s".formatted(index, name);
  }
}
