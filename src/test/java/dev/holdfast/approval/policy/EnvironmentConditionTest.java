package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.EnvironmentCondition.Match;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules go by what requesters can't change; what isn't known about an environment grants nothing.
 */
class EnvironmentConditionTest {

  @ParameterizedTest
  @CsvSource({
    "type, production, production, YES",
    "type, production, Production, YES",
    "type, production, sandbox, NO",
    "type, production, '', UNKNOWN",
    "kind, unified, unified-sandbox, YES",
    "kind, unified, unified, YES",
    "kind, unified-sandbox, unified, UNKNOWN",
    "kind, unified-sandbox, unified-developer, NO",
    "kind, lcs, lcs-sandbox, YES",
    "kind, lcs, lcsx, NO",
    "region, europe, europe, YES",
    "region, europe, '', UNKNOWN",
    "managed, true, false, NO",
    "group, none, none, YES",
    "group, 3f2504e0-4f89-41d3-9a0c-0305e82c3301, none, NO",
  })
  void anAttributeFitsDoesNotOrIsNotKnown(String name, String value, String known, Match match) {
    EnvironmentRef environment =
        environment("Contoso", known.isEmpty() ? Map.of() : Map.of(name, known));
    assertThat(new EnvironmentCondition.Attribute(name, List.of(value)).of(environment))
        .isEqualTo(match);
  }

  @Test
  void renamingAnEnvironmentChangesNothingWhereRulesGoByItsType() {
    PolicyRules rules = rules(rule("Production", "production"), rule("Others", "sandbox"));
    EnvironmentRef production = environment("Contoso", Map.of("type", "production"));
    assertThat(rules.of(production)).isEqualTo(rules.of(production.named("Harmless sandbox")));
  }

  /** Before, an environment that the first rule would have covered fell to a milder one. */
  @Test
  void whereTheFirstRuleCannotBeDecidedNoLaterRuleCounts() {
    PolicyRules rules =
        rules(rule("Production", "production"), new PolicyRule("All", List.of(), Map.of()));
    EnvironmentRef unread = environment("Contoso", Map.of());
    assertThat(rules.of(unread)).isInstanceOf(PolicyRules.Uncertain.class);
    PolicyDenial denial = new PolicyDenial(rules);
    assertThat(
            denial
                .ofUncertain(new EnvironmentUse(unread, EnvironmentRole.HELD))
                .map(StoredMessage::english))
        .contains(
            "Not everything about Contoso could be read, so it isn't known whether the policy's"
                + " rule Production covers it. Try again later.");
  }

  private static PolicyRules rules(PolicyRule... rules) {
    Policy policy = new Policy(List.of(rules), "digest");
    return new PolicyRules(new PolicyInForce(policy));
  }

  private static PolicyRule rule(String name, String type) {
    return new PolicyRule(
        name,
        List.of(new EnvironmentCondition.Attribute("type", List.of(type))),
        Map.of(
            EnvironmentRole.HELD,
            new RoleRule(
                People.of(List.of("*")),
                People.NOBODY,
                0,
                ApprovalWindow.of(Duration.ofDays(1)),
                PolicyProperties.SafetyBackup.NONE,
                RoleRule.Substitutes.NOBODY)));
  }

  private static EnvironmentRef environment(String name, Map<String, String> attributes) {
    return new EnvironmentRef("env-1", name, "", attributes);
  }
}
