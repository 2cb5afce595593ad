package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.step.EnvironmentRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy file says about change tickets. */
class TicketParserTest {

  private static final String FILE =
      """
      version: 1
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: "*", approvals: 0, ticket: none}
          overwritten: {request: "*", approvals: 0, ticket: required}
          held: {request: "*", ticket: required}
          opened: {request: "*"}
          restricted: {request: "*", approvals: 0, ticket: required}
      """;

  @Test
  void isRequiredWhereTheFileSaysSo() {
    Policy policy = PolicyFileParser.parse(FILE).policy().orElseThrow();
    assertThat(requires(policy, EnvironmentRole.OVERWRITTEN)).isTrue();
    assertThat(requires(policy, EnvironmentRole.HELD)).isTrue();
    assertThat(requires(policy, EnvironmentRole.RESTRICTED)).isTrue();
    assertThat(requires(policy, EnvironmentRole.DATA_LEAVES)).isFalse();
    assertThat(requires(policy, EnvironmentRole.OPENED)).isFalse();
    assertThat(PolicyDescription.of(policy))
        .filteredOn(line -> line.endsWith("; with a change ticket"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"optional", "true", "[required]", "''"})
  void anythingElseIsWrong(String text) {
    assertThat(PolicyFileParser.parse(FILE.replace("ticket: none", "ticket: " + text)).problems())
        .isNotEmpty();
  }

  /** To leave administration mode follows what a ticket has allowed. */
  @Test
  void toOpenAnEnvironmentTakesNone() {
    assertThat(
            PolicyFileParser.parse(
                    FILE.replace(
                        "opened: {request: \"*\"", "opened: {request: \"*\", ticket: required"))
                .problems())
        .isNotEmpty();
  }

  private static boolean requires(Policy policy, EnvironmentRole role) {
    return policy.rules().get(0).role(role).filter(RoleRule::ticketRequired).isPresent();
  }
}
