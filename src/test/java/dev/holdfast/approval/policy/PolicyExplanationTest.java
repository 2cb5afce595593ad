package dev.holdfast.approval.policy;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of why the policy lets a person do something or doesn't. */
class PolicyExplanationTest {

  private static final EnvironmentUse USE = new EnvironmentUse(DEV, EnvironmentRole.OVERWRITTEN);
  private static final People EVERYBODY = People.of(List.of("*"));
  private static final PolicyRule OTHERS =
      new PolicyRule(
          "Others", List.of(new EnvironmentCondition.Ids(List.of("env-other"))), Map.of());

  @Test
  void whereNoRuleCoversItNobodyMay() {
    PolicyExplanation said = explained(OTHERS);
    assertThat(said.allowed()).isFalse();
    assertThat(codes(said)).containsExactly("noRule");
  }

  @Test
  void whereItIsNotKnownWhichRuleCoversItNobodyMay() {
    PolicyExplanation said =
        explained(
            new PolicyRule(
                "Sandboxes",
                List.of(new EnvironmentCondition.Attribute("type", List.of("sandbox"))),
                Map.of()));
    assertThat(said.allowed()).isFalse();
    assertThat(codes(said)).containsExactly("uncertain");
    assertThat(said.reasons().get(0).arguments()).containsEntry("rule", "Sandboxes");
  }

  @Test
  void whatARuleDoesNotGrantNobodyMay() {
    PolicyExplanation said =
        explained(OTHERS, new PolicyRule("All", List.of(), Map.of(EnvironmentRole.HELD, plain(1))));
    assertThat(said.allowed()).isFalse();
    assertThat(codes(said)).containsExactly("rule", "nobody");
    assertThat(said.reasons().get(0).arguments())
        .containsEntry("number", 2L)
        .containsEntry("rule", "All");
  }

  @Test
  void whomTheRuleDoesNotNameMayNot() {
    PolicyExplanation said =
        explained(all(role(People.of(List.of(ADELE.id())), 1, SafetyBackup.NONE)));
    assertThat(said.allowed()).isFalse();
    assertThat(codes(said)).containsExactly("rule", "notRequester");
  }

  @Test
  void whoMayBeInAGroupThatIsNotKnownMayNotNow() {
    PolicyExplanation said = explained(all(role(Policies.UNREADABLE, 1, SafetyBackup.NONE)));
    assertThat(said.allowed()).isFalse();
    assertThat(said.reasons())
        .extracting(Message::code)
        .containsExactly("policy.why.rule", "policy.group.unreadable");
  }

  @Test
  void itSaysWhoElseApproves() {
    PolicyExplanation said = explained(all(plain(1)));
    assertThat(said.allowed()).isTrue();
    assertThat(codes(said)).containsExactly("rule", "requester", "approvals");
    assertThat(said.reasons().get(2).arguments())
        .containsEntry("approvals", 1L)
        .containsEntry("approvers", List.of("Named " + MEGAN.id()));
    assertThat(codes(explained(all(plain(0))))).containsExactly("rule", "requester", "noApproval");
  }

  @Test
  void whereTooFewOthersCouldApproveItIsDenied() {
    PolicyExplanation said = explained(all(plain(2)));
    assertThat(said.allowed()).isFalse();
    assertThat(codes(said)).containsExactly("rule", "requester", "tooFew");
  }

  @Test
  void itSaysThatASafetyBackupIsRequired() {
    assertThat(codes(explained(all(role(EVERYBODY, 1, SafetyBackup.REQUIRED)))))
        .containsExactly("rule", "requester", "approvals", "safetyBackup");
  }

  @Test
  void itSaysWhoReviewsAnEmergency() {
    assertThat(codes(emergency(ALEX, ALEX, ADELE)))
        .containsExactly("rule", "requester", "approvals", "emergency");
    assertThat(emergency(ALEX, ALEX, ADELE).reasons().get(3).arguments())
        .containsEntry("reviewers", List.of("Named " + ADELE.id()));
    assertThat(codes(emergency(ADELE, ADELE)))
        .as("somebody else's")
        .containsExactly("rule", "requester", "approvals");
    assertThat(codes(emergency(ALEX, ALEX)))
        .as("nobody else reviews it")
        .containsExactly("rule", "requester", "approvals", "emergency.noReviewer");
  }

  private static PolicyExplanation emergency(Person declares, Person... reviewers) {
    RoleRule role = plain(1);
    return explained(
        all(
            new RoleRule(
                role.requesters(),
                role.approvers(),
                role.approvals(),
                role.window(),
                role.safetyBackup(),
                role.substitutes(),
                Optional.of(
                    Policies.emergency(
                        List.of(declares.id()),
                        0,
                        List.of(reviewers).stream().map(Person::id).toList())))));
  }

  /** Alex and Megan approve. */
  private static RoleRule plain(int approvals) {
    return role(EVERYBODY, approvals, SafetyBackup.NONE);
  }

  private static RoleRule role(People requesters, int approvals, SafetyBackup safetyBackup) {
    return new RoleRule(
        requesters,
        People.of(List.of(ALEX.id(), MEGAN.id())),
        approvals,
        ApprovalWindow.of(Duration.ofDays(1)),
        safetyBackup,
        RoleRule.Substitutes.NOBODY);
  }

  private static PolicyRule all(RoleRule role) {
    return new PolicyRule("All", List.of(), Map.of(USE.role(), role));
  }

  private static PolicyExplanation explained(PolicyRule... rules) {
    return PolicyExplanation.of(
        new Policy(List.of(rules), "digest"), ALEX, List.of(USE), id -> "Named " + id);
  }

  private static List<String> codes(PolicyExplanation said) {
    return said.reasons().stream()
        .map(Message::code)
        .map(code -> code.replace("policy.why.", ""))
        .toList();
  }
}
