package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.PolicyProperties.Rule;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredApproversTest {

  @Test
  void eachIsNamedOnceHoweverManyRulesNameThem() {
    PolicyProperties policy =
        new PolicyProperties(
            List.of(rule("*Prod*", "id-megan", "ID-ADELE"), rule("*", "id-adele", "id-lee")));

    assertThat(new ConfiguredApprovers(new PolicyInForce(ListedPolicy.of(policy.policy()))).all())
        .containsExactly("id-megan", "id-adele", "id-lee");
  }

  private static Rule rule(String environments, String... approvers) {
    return new Rule(
        List.of(environments),
        List.of("id-alex"),
        List.of(approvers),
        1,
        Duration.ofHours(24),
        Target.ALLOWED,
        SafetyBackup.REQUIRED,
        false);
  }
}
