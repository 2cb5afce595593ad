package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.PolicyProperties.Rule;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {

  private static final String MEGAN = "00000000-0000-0000-0000-000000000021";
  private static final String ADELE = "00000000-0000-0000-0000-000000000022";
  private static final List<String> EVERYBODY = List.of("*");

  @Test
  void aPolicyUnderWhichPeopleCanWork() {
    assertThat(check(rule("*", EVERYBODY, List.of(MEGAN, ADELE), 2)))
        .isEqualTo(CheckResult.ok("1 rule(s), and each can be decided under."));
  }

  @Test
  void aRuleForEverythingInFrontOfOthers() {
    CheckResult verdict =
        check(
            rule("*", EVERYBODY, List.of(MEGAN), 1), rule("*Prod*", EVERYBODY, List.of(MEGAN), 1));

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(verdict.sentence()).contains("never count");
  }

  @Test
  void anApproverWhoMayAskAndLeavesTooFew() {
    assertThat(check(rule("*", List.of(MEGAN), List.of(MEGAN), 1)).state())
        .isEqualTo(CheckStatus.WARNING);
    assertThat(check(rule("*", List.of(MEGAN), List.of(MEGAN, ADELE), 1)).state())
        .isEqualTo(CheckStatus.OK);
  }

  private static Rule rule(
      String environments, List<String> requesters, List<String> approvers, int approvals) {
    return new Rule(
        List.of(environments),
        requesters,
        approvers,
        approvals,
        Duration.ofDays(1),
        Target.ALLOWED,
        SafetyBackup.REQUIRED,
        false);
  }

  /** Anyone who renames an environment chooses its rule. */
  @Test
  void aRuleThatGoesByNamesIsFlagged() {
    CheckResult verdict =
        check(
            rule("*Prod*", EVERYBODY, List.of(MEGAN), 1), rule("*", EVERYBODY, List.of(MEGAN), 1));

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(verdict.sentence()).contains("*Prod*", "rename");
  }

  private static CheckResult check(Rule... rules) {
    return new PolicyCheck(new PolicyInForce(ListedPolicy.of(List.of(rules)))).check();
  }
}
