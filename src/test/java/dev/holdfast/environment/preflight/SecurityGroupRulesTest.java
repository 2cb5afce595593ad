package dev.holdfast.environment.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.environment.Sample;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityGroupRulesTest {

  private static final String TESTERS = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
  private static final String PILOTS = "6fa459ea-ee8a-3ca4-894e-db77e160355e";

  @Test
  void withoutAGroupInTheOrderThereIsNothingToSay() {
    assertThat(
            SecurityGroupRules.securityGroup(
                target().securityGroup(PILOTS).subject(), Optional.empty(), RestoreRules.NOUN))
        .isEmpty();
  }

  @Test
  void theGroupThatTheTargetHasChangesNothing() {
    Finding check = check(target().securityGroup(TESTERS.toUpperCase(Locale.ROOT)));
    assertThat(check.severity()).isEqualTo(Severity.GREEN);
    assertThat(check.sentence()).contains("stays", TESTERS);
  }

  @Test
  void anotherGroupIsSaidBesideTheOneThatItTakesThePlaceOf() {
    Finding check = check(target().securityGroup(PILOTS));
    assertThat(check.severity()).isEqualTo(Severity.AMBER);
    assertThat(check.sentence()).containsSubsequence("changes", "now", PILOTS, "after", TESTERS);
  }

  @Test
  void aTargetWithoutAGroupIsClosedToOthers() {
    for (Sample open :
        new Sample[] {target(), target().securityGroup("00000000-0000-0000-0000-000000000000")}) {
      assertThat(check(open).severity()).isEqualTo(Severity.AMBER);
      assertThat(check(open).sentence()).contains("no security group now", TESTERS);
    }
  }

  private static Finding check(Sample target) {
    return SecurityGroupRules.securityGroup(
            target.subject(), Optional.of(TESTERS), RestoreRules.NOUN)
        .orElseThrow();
  }

  private static Sample target() {
    return Sample.sandbox("Contoso Dev");
  }
}
