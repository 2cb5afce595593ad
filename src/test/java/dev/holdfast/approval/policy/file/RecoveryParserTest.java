package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The right to change what an environment can be restored to. */
class RecoveryParserTest {

  private static final String APPROVER = "00000000-0000-0000-0000-000000000021";
  private static final String FILE =
      """
      version: 1
      rules:
        - name: Everything
          environments: all
          overwritten: {request: "*", approve: %1$s}
          held: {request: "*"}
          %2$s
      """;

  @Test
  void nobodyHasItWhereTheFileDoesNotSaySo() {
    assertThat(recovery("")).isEmpty();
  }

  @Test
  void itTakesAnApprovalUnlessTheFileSaysOtherwise() {
    assertThat(recovery("recovery-changed: {request: \"*\", approve: " + APPROVER + "}"))
        .map(RoleRule::approvals)
        .contains(1);
    assertThat(recovery("recovery-changed: {request: \"*\", approvals: 0, ticket: required}"))
        .hasValueSatisfying(
            rule -> {
              assertThat(rule.approvals()).isZero();
              assertThat(rule.ticketRequired()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recovery-changed: {request: \"*\"}",
        "recovery-changed: {request: \"*\", approvals: 0, emergency: {request: \"*\"}}",
        "recovery-changed: {request: \"*\", approvals: 0, safety-backup: none}",
        "recovery: {request: \"*\", approvals: 0}"
      })
  void whatIsMissingOrHasNoMeaningIsWrong(String line) {
    assertThat(PolicyFileParser.parse(FILE.formatted(APPROVER, line)).problems()).isNotEmpty();
  }

  private static Optional<RoleRule> recovery(String line) {
    Policy policy = PolicyFileParser.parse(FILE.formatted(APPROVER, line)).policy().orElseThrow();
    return policy.rules().get(0).role(EnvironmentRole.RECOVERY_CHANGED);
  }
}
