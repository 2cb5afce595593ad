package dev.holdfast.approval.policy;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may have what done with fewer approvals. */
class EmergencyPolicyTest {

  private static final EmergencyRule RULE =
      Policies.emergency(List.of(ALEX.id()), 0, List.of(ALEX.id(), ADELE.id()));

  private final PolicyEvaluator policy = under(RULE);

  private static PolicyEvaluator under(EmergencyRule rule) {
    return Policies.evaluator(Policies.withEmergencies(List.of(MEGAN.id()), rule));
  }

  @Test
  void onlyWhomItNames() {
    assertThat(policy.denialOfEmergency(ALEX, restore())).isEmpty();
    assertThat(denial(policy, ADELE, restore()))
        .contains("The policy doesn't let you submit this as an emergency. Submit it without.");
    assertThat(denial(under(Policies.emergency(List.of("*"), 0, List.of())), ADELE, restore()))
        .contains(
            "The policy names nobody besides you who could review this emergency. Submit it"
                + " without.");
  }

  @Test
  void whatDependsOnAnUnreadableGroupIsNotDeniedAsIfItWereKnown() {
    People adele = People.of(List.of(ADELE.id()));
    assertThat(denial(under(Policies.emergency(Policies.UNREADABLE, 0, adele)), ALEX, restore()))
        .hasValueSatisfying(said -> assertThat(said).contains("The members of elsewhere"));
    People alex = People.of(List.of(ALEX.id()));
    assertThat(denial(under(Policies.emergency(alex, 0, Policies.UNREADABLE)), ALEX, restore()))
        .hasValueSatisfying(said -> assertThat(said).contains("The members of elsewhere"));
    assertThat(denial(under(Policies.emergency(alex, 0, adele)), ALEX, restore())).isEmpty();
  }

  @Test
  void notWhereTheRuleSaysNothingOfIt() {
    assertThat(
            Policies.evaluator(Policies.withEmergencies(List.of(MEGAN.id()), 1, Optional.empty()))
                .denialOfEmergency(ALEX, restore()))
        .isPresent();
    assertThat(policy.denialOfEmergency(ALEX, backup())).isPresent();
  }

  @Test
  void notWhereNothingNeedsApprovalAnyway() {
    assertThat(
            Policies.evaluator(Policies.withEmergencies(List.of(MEGAN.id()), 0, Optional.of(RULE)))
                .denialOfEmergency(ALEX, restore()))
        .isPresent();
  }

  @Test
  void notWhereOnlyOneSideAllowsIt() {
    PolicyEvaluator oneSide =
        Policies.evaluator(
            withoutEmergency(
                Policies.withEmergencies(List.of(MEGAN.id()), RULE), EnvironmentRole.DATA_LEAVES));
    assertThat(oneSide.denialOfEmergency(ALEX, restore())).isPresent();
    assertThat(approvals(oneSide, ALEX)).containsExactly(1, 1);
  }

  @Test
  void notOnesOwnReviewAlone() {
    assertThat(
            denial(
                under(Policies.emergency(List.of(ALEX.id()), 0, List.of(ALEX.id()))),
                ALEX,
                restore()))
        .hasValueSatisfying(said -> assertThat(said).contains("names nobody besides you"));
  }

  @Test
  void itNeedsFewerApprovalsByThosePeople() {
    assertThat(approvals(policy, ALEX)).containsExactly(0, 0);
    assertThat(approvals(policy, ADELE)).containsExactly(1, 1);
    PolicyEvaluator two =
        Policies.evaluator(
            Policies.withEmergencies(
                List.of(MEGAN.id(), ADELE.id()),
                2,
                Optional.of(Policies.emergency(List.of(ALEX.id()), 1, List.of(MEGAN.id())))));
    assertThat(approvals(two, ALEX)).containsExactly(1, 1);
    assertThat(two.requirement(ALEX, restore(), false).consents())
        .extracting(RequiredConsent::approvals)
        .containsExactly(2, 2);
  }

  @Test
  void notWhereTooFewCouldApproveIt() {
    PolicyEvaluator own =
        Policies.evaluator(
            Policies.withEmergencies(
                List.of(ALEX.id()),
                2,
                Optional.of(Policies.emergency(List.of(ALEX.id()), 1, List.of(ADELE.id())))));
    assertThat(denial(own, ALEX, restore()))
        .hasValueSatisfying(said -> assertThat(said).contains("besides you"));
  }

  @Test
  void notWhereOneSideGrantsNothing() {
    Policy both = Policies.withEmergencies(List.of(MEGAN.id()), RULE);
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(both.rules().get(0).roles());
    roles.remove(EnvironmentRole.DATA_LEAVES);
    assertThat(
            Policies.evaluator(new Policy(List.of(new PolicyRule("one", List.of(), roles)), "d"))
                .emergencies()
                .mayDeclare(ALEX, restore().environments()))
        .isFalse();
    assertThat(policy.emergencies().mayDeclare(ALEX, restore().environments())).isTrue();
  }

  @Test
  void eachSideSaysHowManyApprovalsItNeedsThen() {
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(EnvironmentRole.class);
    for (int approvals : List.of(0, 1)) {
      EmergencyRule rule = Policies.emergency(List.of(ALEX.id()), approvals, List.of(ADELE.id()));
      EnvironmentRole role =
          approvals == 0 ? EnvironmentRole.DATA_LEAVES : EnvironmentRole.OVERWRITTEN;
      roles.put(
          role,
          Policies.withEmergencies(List.of(MEGAN.id(), ADELE.id()), 2, Optional.of(rule))
              .rules()
              .get(0)
              .role(role)
              .orElseThrow());
    }
    Policy both = new Policy(List.of(new PolicyRule("one", List.of(), roles)), "digest");
    assertThat(approvals(Policies.evaluator(both), ALEX)).containsExactly(0, 1);
  }

  @Test
  void itIsKeptWhoReviewsAndWhen() {
    Emergency terms = policy.emergencies().terms(ALEX, restore());
    assertThat(terms)
        .isEqualTo(new Emergency(List.of(ADELE.id()), Duration.ofHours(10), List.of(50)));
  }

  @Test
  void whereEmergenciesAreNoLongerAllowedTheApproversReview() {
    PolicyEvaluator none =
        Policies.evaluator(Policies.withEmergencies(List.of(MEGAN.id()), 1, Optional.empty()));
    assertThat(none.emergencies().mayReview(MEGAN, restore().environments())).isTrue();
    assertThat(none.emergencies().mayReview(ADELE, restore().environments())).isFalse();
    assertThat(policy.emergencies().mayReview(ADELE, restore().environments())).isTrue();
    assertThat(policy.emergencies().mayReview(MEGAN, restore().environments())).isFalse();
  }

  @Test
  void whoseApprovalIsNotNeededDoesNotReviewWhileOthersDo() {
    Policy both = Policies.withEmergencies(List.of(MEGAN.id()), RULE);
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(both.rules().get(0).roles());
    RoleRule free =
        new RoleRule(
            People.of(List.of("*")),
            People.of(List.of("id-lee")),
            0,
            ApprovalWindow.of(Duration.ofHours(1)),
            PolicyProperties.SafetyBackup.NONE,
            RoleRule.Substitutes.NOBODY);
    roles.put(EnvironmentRole.DATA_LEAVES, free);
    assertThat(reviewers(roles)).containsExactly(ALEX.id(), ADELE.id());
    roles.put(EnvironmentRole.OVERWRITTEN, free);
    assertThat(reviewers(roles)).containsExactly("id-lee");
  }

  private static List<String> reviewers(Map<EnvironmentRole, RoleRule> roles) {
    return Policies.evaluator(
            new Policy(List.of(new PolicyRule("one", List.of(), roles)), "digest"))
        .emergencies()
        .reviewers(restore());
  }

  /** Who may review has to see what was done, and belongs to those who may use the doctor. */
  @Test
  void whomItNamesMaySeeTheEnvironments() {
    RoleRule role =
        new RoleRule(
            People.NOBODY,
            People.of(List.of(MEGAN.id())),
            1,
            ApprovalWindow.of(Duration.ofHours(1)),
            PolicyProperties.SafetyBackup.NONE,
            RoleRule.Substitutes.NOBODY,
            Optional.of(Policies.emergency(List.of(ALEX.id()), 0, List.of(ADELE.id()))));
    assertThat(List.of(ALEX, ADELE, MEGAN)).allMatch(person -> role.names(person.id()));
    assertThat(role.names("id-nobody")).isFalse();
    assertThat(policy.isNamed(ADELE)).isTrue();
  }

  private static Policy withoutEmergency(Policy policy, EnvironmentRole one) {
    PolicyRule rule = policy.rules().get(0);
    Map<EnvironmentRole, RoleRule> roles = new EnumMap<>(rule.roles());
    RoleRule its = roles.get(one);
    roles.put(
        one,
        new RoleRule(
            its.requesters(),
            its.approvers(),
            its.approvals(),
            its.window(),
            its.safetyBackup(),
            its.substitutes()));
    return new Policy(List.of(new PolicyRule(rule.name(), rule.conditions(), roles)), "digest");
  }

  private static List<Integer> approvals(PolicyEvaluator policy, Person requester) {
    return policy.requirement(requester, restore(), true).consents().stream()
        .map(RequiredConsent::approvals)
        .toList();
  }

  private static Optional<String> denial(PolicyEvaluator policy, Person by, OperationSpec spec) {
    return policy.denialOfEmergency(by, spec).map(StoredMessage::english);
  }
}
