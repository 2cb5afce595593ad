package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may freeze everything, an environment of a rule, and one that no rule covers. */
class FreezersTest {

  private static final String APPROVER = "00000000-0000-0000-0000-00000000000a";
  private static final String OF_ALL = "00000000-0000-0000-0000-00000000000b";
  private static final String OF_RULE = "00000000-0000-0000-0000-00000000000c";

  private static final String POLICY =
      """
      version: 1
      #all may-freeze: %s
      rules:
        - name: Test
          environments: {types: [sandbox]}
          #rule may-freeze: %s
          held: {request: "*", approve: %s, approvals: 1}
      """
          .formatted(OF_ALL, OF_RULE, APPROVER);

  private static final EnvironmentRef COVERED =
      new EnvironmentRef("env-1", "Test", "", Map.of("type", "sandbox"));
  private static final EnvironmentRef UNCOVERED =
      new EnvironmentRef("env-2", "Other", "", Map.of("type", "trial"));

  @ParameterizedTest
  @CsvSource({
    "no key, approver, everything covered",
    "no key, all, ''",
    "all, approver, ''",
    "all, all, everything covered uncovered",
    "rule, approver, everything",
    "rule, rule, covered",
    "all rule, approver, ''",
    "all rule, all, everything covered uncovered",
    "all rule, rule, covered",
  })
  void isWhomThePolicyNamesAndByDefaultTheApprovers(String keys, String who, String what) {
    String text = POLICY;
    for (String key : keys.split(" ")) {
      text = text.replace("#" + key + " ", "");
    }
    PolicyEvaluator policy =
        Policies.evaluator(PolicyFileParser.parse(text).policy().orElseThrow());
    String id = Map.of("approver", APPROVER, "all", OF_ALL, "rule", OF_RULE).get(who);
    Person person = new Person(id, who);
    assertThat(policy.mayFreeze(person, Optional.empty())).isEqualTo(what.contains("everything"));
    assertThat(policy.mayFreeze(person, Optional.of(COVERED)))
        .isEqualTo((" " + what).contains(" covered"));
    assertThat(policy.mayFreeze(person, Optional.of(UNCOVERED)))
        .isEqualTo(what.contains("uncovered"));
  }
}
