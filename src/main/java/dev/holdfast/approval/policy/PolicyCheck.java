package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.PolicyProperties.Rule;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Whether the policy is one under which people can get work done. What {@link PolicyStartupCheck}
 * refuses never gets here.
 */
@Component
class PolicyCheck implements DoctorCheck {

  private final List<Rule> rules;

  PolicyCheck(PolicyProperties properties) {
    this.rules = properties.policy();
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Policy";
  }

  @Override
  public CheckResult check() {
    return first(this::neverReached)
        .or(() -> first(this::onlyByOthers))
        .orElseGet(() -> CheckResult.ok(rules.size() + " rule(s), and each can be decided under."));
  }

  private interface Question {
    Optional<CheckResult> about(int rule);
  }

  private Optional<CheckResult> first(Question question) {
    return IntStream.range(0, rules.size())
        .mapToObj(question::about)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The first rule that fits counts, so behind one for everything there is nothing. */
  private Optional<CheckResult> neverReached(int index) {
    return index == rules.size() - 1 || !rules.get(index).environments().contains("*")
        ? Optional.empty()
        : Optional.of(
            CheckResult.warning(
                "The rule for %s fits every environment, so those behind it never count."
                    .formatted(patterns(rules.get(index))),
                Remedy.of("Make it the last one of holdfast.policy.")));
  }

  /** As many approvers as approvals: an approver who submits a request has one too few. */
  private Optional<CheckResult> onlyByOthers(int index) {
    Rule rule = rules.get(index);
    boolean named =
        rule.requesters().stream()
            .anyMatch(id -> rule.approvers().stream().anyMatch(id::equalsIgnoreCase));
    return !named || rule.approvers().stream().distinct().count() > rule.approvals()
        ? Optional.empty()
        : Optional.of(
            CheckResult.warning(
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
