package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settings.SettingProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A policy that names nobody, or too few, is refused before anything starts. */
class PolicyStartupCheckTest {

  private static final String MEGAN = "00000000-0000-0000-0000-000000000021";
  private static final String ADELE = "00000000-0000-0000-0000-0000000000AF";

  @Test
  void aPolicyUnderWhichPeopleCanWork() {
    assertThat(
            problems(
                Map.of(
                    "holdfast.policy[0].approvers", MEGAN + "," + ADELE,
                    "holdfast.policy[0].requesters", "*",
                    "holdfast.policy[0].approvals", "2")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"megan@contoso.com", "Megan", "*", "{00000000-0000-0000-0000-000000000021}"})
  void anApproverThatIsNoObjectId(String id) {
    List<SettingProblem> problems =
        problems(
            Map.of(
                "holdfast.policy[0].approvers[0]", MEGAN, "holdfast.policy[0].approvers[1]", id));

    assertThat(problems)
        .extracting(SettingProblem::setting)
        .containsExactly("holdfast.policy[0].approvers[1]");
    assertThat(problems.get(0).line()).contains("isn't an object ID", "az ad user show");
  }

  @Test
  void aRequesterThatIsNeitherAnObjectIdNorEverybody() {
    assertThat(
            problems(
                Map.of(
                    "holdfast.policy[0].approvers",
                    MEGAN,
                    "holdfast.policy[0].requesters",
                    "alex@contoso.com")))
        .extracting(SettingProblem::setting)
        .containsExactly("holdfast.policy[0].requesters[0]");
  }

  @Test
  void aPatternThatIsEmpty() {
    assertThat(
            problems(
                Map.of(
                    "holdfast.policy[0].approvers", MEGAN,
                    "holdfast.policy[0].environments[0]", "*",
                    "holdfast.policy[0].environments[1]", " ")))
        .extracting(SettingProblem::setting)
        .containsExactly("holdfast.policy[0].environments[1]");
  }

  @Test
  void moreApprovalsThanDifferentApprovers() {
    List<SettingProblem> problems =
        problems(
            Map.of(
                "holdfast.policy[0].approvers",
                ADELE + "," + ADELE.toLowerCase(Locale.ROOT),
                "holdfast.policy[0].approvals",
                "2"));

    assertThat(problems)
        .singleElement()
        .extracting(SettingProblem::line)
        .isEqualTo(
            "holdfast.policy[0].approvals: 2 approvals are required, but there are only 1"
                + " approver(s). Name more in holdfast.policy[0].approvers, or require fewer.");
  }

  @Test
  void theProblemsOfAllRules() {
    assertThat(
            problems(
                Map.of(
                    "holdfast.policy[0].approvers", "megan",
                    "holdfast.policy[1].approvers", "adele")))
        .hasSize(2);
  }

  @Test
  void thereHasToBeOnePolicyAndNotTwo() {
    assertThat(problems(Map.of()))
        .singleElement()
        .extracting(SettingProblem::line)
        .isEqualTo(
            "holdfast.policy.file: there is no policy. Set it to a policy file; deploy/policy has"
                + " examples.");
    assertThat(problems(Map.of("holdfast.policy.file", "policy.yaml"))).isEmpty();
    assertThat(
            problems(
                Map.of(
                    "holdfast.policy.file", "policy.yaml", "holdfast.policy[0].approvers", MEGAN)))
        .singleElement()
        .extracting(SettingProblem::what)
        .isEqualTo("there are rules in holdfast.policy[n] too");
  }

  private static List<SettingProblem> problems(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return new PolicyStartupCheck().problems(environment);
  }
}
