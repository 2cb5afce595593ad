package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.request.Person;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may say which channel is the approvers': guardians alone, or who may freeze everything. */
class ChannelManagersTest {

  private static final Map<String, String> PEOPLE =
      Map.of(
          "requester", "00000000-0000-0000-0000-00000000000a",
          "approver", "00000000-0000-0000-0000-00000000000b",
          "freezer", "00000000-0000-0000-0000-00000000000c",
          "of a rule", "00000000-0000-0000-0000-00000000000d",
          "guardian", "00000000-0000-0000-0000-00000000000e");

  private static final String POLICY =
      """
      version: 1
      #guardians guardians: guardian
      #freeze may-freeze: freezer
      rules:
        - name: Test
          environments: {types: [sandbox]}
          #rule may-freeze: of a rule
          held: {request: requester, approve: approver, approvals: 1}
      """;

  @ParameterizedTest
  @CsvSource({
    "no key, approver",
    "freeze, freezer",
    "rule, approver",
    "freeze rule, freezer",
    "guardians, guardian",
    "guardians freeze, guardian",
    "guardians freeze rule, guardian",
  })
  void theyAreTheGuardiansAndWithoutAnyWhoMayFreezeEverything(String keys, String only) {
    String text = POLICY;
    for (String key : keys.split(" ")) {
      text = text.replace("#" + key + " ", "");
    }
    for (Map.Entry<String, String> one : PEOPLE.entrySet()) {
      text =
          text.replace(": " + one.getKey() + "\n", ": " + one.getValue() + "\n")
              .replace(": " + one.getKey() + ",", ": " + one.getValue() + ",");
    }
    PolicyEvaluator policy =
        Policies.evaluator(PolicyFileParser.parse(text).policy().orElseThrow());

    assertThat(PEOPLE.entrySet())
        .filteredOn(one -> policy.mayConnect(new Person(one.getValue(), one.getKey())))
        .extracting(Map.Entry::getKey)
        .containsExactly(only);
  }
}
