package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.EmergencyRule;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.request.step.EnvironmentRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy file says about emergencies. */
class EmergencyParserTest {

  private static final String OWNER = "00000000-0000-0000-0000-000000000021";
  private static final String ON_CALL = "00000000-0000-0000-0000-000000000031";

  private static final String FILE =
      """
      version: 1
      groups:
        owners: {people: [00000000-0000-0000-0000-000000000021, 00000000-0000-0000-0000-000000000022]}
        on-call: {people: 00000000-0000-0000-0000-000000000031}
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: on-call, approve: owners, emergency: {request: on-call}}
          overwritten:
            request: on-call
            approve: owners
            approvals: 2
            emergency: {request: on-call, approvals: 1, review-within: 2h, remind-at: [80%, 20%], reviewers: on-call}
          held: {request: on-call}
      """;

  @Test
  void readsAllOfIt() {
    EmergencyRule said = rule(EnvironmentRole.OVERWRITTEN);
    assertThat(said.requesters().all()).containsExactly(ON_CALL);
    assertThat(said.approvals()).isEqualTo(1);
    assertThat(said.reviewWithin()).isEqualTo(Duration.ofHours(2));
    assertThat(said.remindAt()).containsExactly(20, 80);
    assertThat(said.reviewers().all()).containsExactly(ON_CALL);
  }

  @Test
  void whatIsNotSaidIsStrictOrUsual() {
    EmergencyRule unsaid = rule(EnvironmentRole.DATA_LEAVES);
    assertThat(unsaid.approvals()).isZero();
    assertThat(unsaid.reviewWithin()).isEqualTo(Duration.ofDays(1));
    assertThat(unsaid.remindAt()).containsExactly(50);
    assertThat(unsaid.reviewers().all()).contains(OWNER).hasSize(2);
    assertThat(policy().rules().get(0).role(EnvironmentRole.HELD).orElseThrow().emergency())
        .isEmpty();
  }

  @Test
  void theAuditLogSaysIt() {
    assertThat(PolicyDescription.of(policy()))
        .anyMatch(
            line ->
                line.startsWith("1. Everything (every environment), overwritten:")
                    && line.endsWith(
                        "; in an emergency by %1$s with 1 approval(s), reviewed within PT2H by"
                                .formatted(ON_CALL)
                            + " %1$s, reminders at 20%% 80%%".formatted(ON_CALL)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "approvals: 1, review | approvals: 2, review | has to need fewer approvals than the 2",
        "approvals: 1, review | approvals: none, review | approvals has to be a number, fewer",
        "emergency: {request: on-call} | emergency: {request: '*'} | name who may declare an",
        "emergency: {request: on-call} | emergency: {reviewers: owners} | request is missing",
        "emergency: {request: on-call} | emergency: yes | emergency",
        "reviewers: on-call | reviewers: '*' | name who reviews it",
        "reviewers: on-call | reviewers: nobody | nobody",
        "reviewers: on-call | viewers: on-call | viewers isn't known here",
        "review-within: 2h | review-within: 31d | review-within has to be a duration up to 30",
        "review-within: 2h | review-within: 0s | review-within has to be a duration up to 30",
        "review-within: 2h | review-within: soon | review-within has to be a duration up to 30",
        "[80%, 20%] | [100%] | remind-at has to be none or shares",
        "held: {request: on-call} | held: {request: on-call, emergency: {request: on-call}} |"
            + " emergency isn't known here",
        "approve: owners, emergency | approvals: 0, emergency | has to need fewer approvals",
      })
  void saysWhereAndWhatIsWrong(String right, String wrong, String expected) {
    assertThat(FILE).contains(right);
    PolicyParseResult read = PolicyFileParser.parse(FILE.replace(right, wrong));
    assertThat(read.policy()).isEmpty();
    assertThat(read.problems())
        .extracting(PolicyProblem::toString)
        .anyMatch(it -> it.contains(expected));
  }

  /** Its members aren't known before it's read. */
  @Test
  void aGroupThatIsKeptElsewhereMayReview() {
    PolicyParseResult read =
        PolicyFileParser.parse(
            FILE.replaceFirst(
                "owners: \\{.*}", "owners: {entra-groups: 00000000-0000-0000-0000-0000000000a1}"));
    assertThat(read.problems()).isEmpty();
    assertThat(read.policy()).isPresent();
  }

  private static EmergencyRule rule(EnvironmentRole role) {
    return policy().rules().get(0).role(role).orElseThrow().emergency().orElseThrow();
  }

  private static Policy policy() {
    return PolicyFileParser.parse(FILE)
        .policy()
        .orElseThrow(() -> new AssertionError(PolicyFileParser.parse(FILE).problems()));
  }
}
