package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.PolicyProperties.Rule;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.request.step.EnvironmentRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the settings grant that were there before policy files. */
class ListedPolicyTest {

  @Test
  void whoMayOverwriteAndBackUpMayNotDeleteBackups() {
    Rule listed =
        new Rule(
            List.of("*"),
            List.of("*"),
            List.of("id-megan"),
            1,
            Duration.ofHours(24),
            Target.ALLOWED,
            SafetyBackup.REQUIRED,
            false);
    PolicyRule rule = ListedPolicy.of(List.of(listed)).rules().get(0);
    assertThat(rule.role(EnvironmentRole.OVERWRITTEN)).isPresent();
    assertThat(rule.role(EnvironmentRole.HELD)).isPresent();
    assertThat(rule.role(EnvironmentRole.RECOVERY_CHANGED)).isEmpty();
  }
}
