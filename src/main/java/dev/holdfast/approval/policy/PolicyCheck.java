package dev.holdfast.approval.policy;

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
 * and the parser of the file refuse never gets here.
 */
@Component
class PolicyCheck implements DoctorCheck {

  private final PolicyInForce policy;

  PolicyCheck(PolicyInForce policy) {
    this.policy = policy;
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
    List<PolicyRule> rules = policy.get().rules();
    return neverReached(rules)
        .or(() -> onlyByOthers(rules))
        .or(() -> byName(rules))
        .orElseGet(() -> CheckResult.ok(rules.size() + " rule(s), and each can be decided under."));
  }

  /** The first rule that covers an environment counts, so behind one for all there is nothing. */
  private static Optional<CheckResult> neverReached(List<PolicyRule> rules) {
    return IntStream.range(0, rules.size() - 1)
        .mapToObj(rules::get)
        .filter(PolicyRule::coversEverything)
        .findFirst()
        .map(
            rule ->
                CheckResult.warning(
                    "The rule %s covers every environment, so those behind it never count."
                        .formatted(rule.name()),
                    Remedy.of("Make it the last one of the policy.")));
  }

  /** As many approvers as approvals: an approver who submits a request has one too few. */
  private static Optional<CheckResult> onlyByOthers(List<PolicyRule> rules) {
    return rules.stream()
        .filter(rule -> rule.roles().values().stream().anyMatch(PolicyCheck::isOnlyByOthers))
        .findFirst()
        .map(
            rule ->
                CheckResult.warning(
                    "Under the rule %s an approver may ask, and then too few are left to decide."
                        .formatted(rule.name()),
                    Remedy.of("Name one more approver there.")));
  }

  private static boolean isOnlyByOthers(RoleRule role) {
    List<String> approvers = role.approvers().all();
    return role.approvers().unreadable().isEmpty()
        && role.requesters().all().stream().anyMatch(approvers::contains)
        && approvers.size() <= role.approvals();
  }

  private static Optional<CheckResult> byName(List<PolicyRule> rules) {
    List<String> names =
        rules.stream().filter(PolicyRule::dependsOnNames).map(PolicyRule::name).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CheckResult.warning(
                "Anyone who can rename an environment decides whether these rules cover it: %s."
                    .formatted(String.join("; ", names)),
                Remedy.of("Cover environments by ID, type, kind, region, or group instead.")));
  }
}
