package dev.holdfast.approval.policy;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.copy;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.approval.policy.PolicyProperties.Rule;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.mode.AdminModeSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class PolicyEvaluatorTests {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theFirstRuleThatFitsCounts() {
    PolicyEvaluator policy =
        policy(
            rule("Contoso D*", List.of("*"), List.of(MEGAN.id(), ADELE.id()), 2, Target.ALLOWED),
            rule("*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(terms(policy, restore()).approvals()).isEqualTo(2);
  }

  @Test
  void whereNoRuleFitsNobodyMay() {
    PolicyEvaluator policy =
        policy(rule("Fabrikam*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, restore()))
        .hasValueSatisfying(why -> assertThat(StoredMessage.english(why)).contains("No rule"));
    assertThat(policy.mayDecide(MEGAN, restore())).isFalse();
    assertThat(policy.mayOverwrite(DEV)).isFalse();
  }

  /** Data that leaves is protected too: before, only the target's rule was asked. */
  @Test
  void dataLeavesOnlyWithARightOnTheSource() {
    PolicyEvaluator policy =
        policy(
            rule("Contoso UAT", List.of(ADELE.id()), List.of(MEGAN.id()), 1, Target.ALLOWED),
            rule("Contoso Dev", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, restore()).map(StoredMessage::english))
        .contains("The policy doesn't let you request that data leaves Contoso UAT.");
    assertThat(policy.mayRequest(ALEX, restore())).isFalse();
    assertThat(policy.denial(ADELE, restore())).isEmpty();
    assertThat(policy.denial(ALEX, copy()).map(StoredMessage::english))
        .contains("The policy doesn't let you request that data leaves Contoso UAT.");
  }

  /** Overwriting an environment puts it into the mode, too (rule R20). */
  @Test
  void whoMayOverwriteByTheSettingsMayTurnOnAdministrationMode() {
    PolicyEvaluator policy =
        policy(rule("Contoso Dev", List.of(ALEX.id()), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, adminMode(AdministrationMode.ON))).isEmpty();
    assertThat(terms(policy, adminMode(AdministrationMode.ON)).approvals()).isEqualTo(1);
    assertThat(policy.denial(ALEX, adminMode(AdministrationMode.OFF))).isEmpty();
    assertThat(terms(policy, adminMode(AdministrationMode.OFF)).approvals()).isZero();
    PolicyEvaluator keeping =
        policy(rule("Contoso Dev", List.of(ALEX.id()), List.of(MEGAN.id()), 1, Target.FORBIDDEN));
    assertThat(keeping.denial(ALEX, adminMode(AdministrationMode.ON)).map(StoredMessage::english))
        .contains("The policy doesn't allow Contoso Dev to be put into administration mode.");
    assertThat(keeping.denial(ALEX, adminMode(AdministrationMode.OFF))).isEmpty();
  }

  private static OperationSpec adminMode(AdministrationMode mode) {
    return new AdminModeSpec(DEV, mode, !mode.isOn());
  }

  @Test
  void whereNoRuleCoversTheSourceNoDataLeavesIt() {
    PolicyEvaluator policy =
        policy(rule("Contoso Dev", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, restore()).map(StoredMessage::english))
        .contains("No rule of the policy covers Contoso UAT. Ask the operator of Holdfast.");
  }

  @Test
  void bothSidesApproveAndOnePersonCountsForBothOnlyWhereBothRulesNameThem() {
    PolicyEvaluator policy =
        policy(
            rule("Contoso UAT", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED),
            rule("Contoso Dev", List.of("*"), List.of(ADELE.id(), MEGAN.id()), 2, Target.ALLOWED));
    assertThat(terms(policy, restore()).consents())
        .containsExactly(
            new RequiredConsent(
                EnvironmentRole.DATA_LEAVES, "env-uat", "Contoso UAT", 1, List.of(MEGAN.id())),
            new RequiredConsent(
                EnvironmentRole.OVERWRITTEN,
                "env-dev",
                "Contoso Dev",
                2,
                List.of(ADELE.id(), MEGAN.id())));
    assertThat(policy.mayDecide(ADELE, restore())).isTrue();
  }

  @Test
  void eachProtectedEnvironmentHasItsSay() {
    PolicyEvaluator policy =
        policy(
            rule("Contoso Dev", List.of(ALEX.id()), List.of(MEGAN.id()), 1, Target.ALLOWED),
            rule("Contoso UAT", List.of(ADELE.id()), List.of(ADELE.id()), 1, Target.FORBIDDEN));
    OperationSpec both = mock(OperationSpec.class);
    when(both.environments())
        .thenReturn(
            List.of(
                new EnvironmentUse(DEV, EnvironmentRole.OVERWRITTEN),
                new EnvironmentUse(UAT, EnvironmentRole.HELD)));
    when(both.affected()).thenReturn(DEV);
    assertThat(policy.mayRequest(ALEX, both)).isFalse();
    assertThat(policy.denial(ALEX, both).map(StoredMessage::english))
        .contains("The policy doesn't let you submit requests for Contoso UAT.");
    assertThat(policy.approvers(both)).containsExactly(MEGAN.id(), ADELE.id());
  }

  @Test
  void patternsFitNamesAndIdsWhateverTheCase() {
    PolicyEvaluator policy =
        policy(
            rule("CONTOSO d*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED),
            rule("contoso U*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, restore())).isEmpty();
    PolicyEvaluator byId =
        policy(
            rule("env-dev", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED),
            rule("ENV-UAT", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(byId.denial(ALEX, restore())).isEmpty();
  }

  @Test
  void aDotInAPatternIsADot() {
    PolicyEvaluator policy =
        policy(rule("Contoso.Dev", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, restore())).isPresent();
  }

  @Test
  void namesThoseWhoDecideAndThoseWhoMayAskByTheirIdsButNotEverybody() {
    PolicyEvaluator policy =
        policy(
            rule("Contoso*", List.of(ADELE.id()), List.of(MEGAN.id()), 1, Target.ALLOWED),
            rule("*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.isNamed(MEGAN)).isTrue();
    assertThat(policy.isNamed(ADELE)).isTrue();
    assertThat(policy.isNamed(ALEX)).isFalse();
  }

  @Test
  void aNameThatPutsTheTargetUnderAnotherRuleIsRefused() {
    PolicyEvaluator policy =
        policy(
            rule("Contoso D*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED),
            rule("Contoso*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, renamed("Contoso Demo"))).isEmpty();
    assertThat(policy.denial(ALEX, renamed(""))).isEmpty();
    assertThat(policy.denial(ALEX, renamed(DEV.displayName()))).isEmpty();
    for (String name : List.of("Contoso Sandbox", "Fabrikam")) {
      assertThat(policy.denial(ALEX, renamed(name)))
          .hasValueSatisfying(
              why -> assertThat(StoredMessage.english(why)).contains(name, "another rule"));
    }
  }

  private static ApprovalTerms terms(PolicyEvaluator policy, OperationSpec spec) {
    return policy.requirement(ALEX, spec).terms(NOW);
  }

  private static RestoreSpec renamed(String name) {
    RestoreSpec it = restore();
    return new RestoreSpec(
        it.source(),
        it.target(),
        it.point(),
        it.backupLabel(),
        name,
        it.skipAuditData(),
        it.securityGroupId(),
        it.safetyBackup());
  }

  @Test
  void onlyThoseNamedMayAsk() {
    PolicyEvaluator policy =
        policy(rule("*", List.of(MEGAN.id()), List.of(ADELE.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, restore())).isPresent();
    assertThat(policy.denial(MEGAN, restore())).isEmpty();
  }

  @Test
  void whatIsDeniedWhateverIsReadLaterLasts() {
    PolicyEvaluator policy =
        policy(rule("Contoso*", List.of(MEGAN.id()), List.of(ADELE.id()), 1, Target.ALLOWED));
    assertThat(policy.mayRequest(MEGAN, restore())).isTrue();
    assertThat(policy.lastingDenial(MEGAN, restore())).isEmpty();
    assertThat(policy.lastingDenial(ALEX, restore())).isPresent();
    assertThat(policy.lastingDenial(MEGAN, renamed("Fabrikam"))).isPresent();
  }

  /** What is read later may say another thing. */
  @Test
  void whatIsNotKnownOfAnEnvironmentDeniesNothingForGood() {
    PolicyRule sandboxes =
        new PolicyRule(
            "Sandboxes",
            List.of(new EnvironmentCondition.Attribute("type", List.of("sandbox"))),
            Map.of());
    PolicyEvaluator policy = Policies.evaluator(new Policy(List.of(sandboxes), "digest"));
    assertThat(policy.denial(ALEX, restore())).isPresent();
    assertThat(policy.lastingDenial(ALEX, restore())).isEmpty();
    assertThat(policy.lostRight(ALEX, restore().environments())).isEmpty();
    assertThat(policy.uncertainty(ALEX, restore().environments())).isPresent();
  }

  @Test
  void theTimeThatEndsFirstCounts() {
    ApprovalRequirement requirement =
        policy(
                rule("Contoso UAT", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED),
                new Rule(
                    List.of("Contoso Dev"),
                    List.of("*"),
                    List.of(MEGAN.id(), ADELE.id()),
                    1,
                    Duration.ofHours(2),
                    Target.ALLOWED,
                    SafetyBackup.NONE,
                    false))
            .requirement(ALEX, restore());
    assertThat(requirement.windows()).hasSize(2);
    assertThat(requirement.terms(NOW).expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(requirement.approverCount()).isEqualTo(2);
  }

  @Test
  void aForbiddenTargetMayStillBeBackedUp() {
    PolicyEvaluator policy =
        policy(rule("*", List.of("*"), List.of(MEGAN.id()), 1, Target.FORBIDDEN));
    assertThat(policy.denial(ALEX, restore()))
        .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("policy.overwriteForbidden"));
    assertThat(policy.denial(ALEX, backup())).isEmpty();
    assertThat(policy.mayOverwrite(DEV)).isFalse();
  }

  @Test
  void theRequesterIsNoApproverOfTheOwnRequest() {
    PolicyEvaluator policy =
        policy(rule("*", List.of("*"), List.of(ALEX.id(), MEGAN.id()), 1, Target.ALLOWED));
    assertThat(terms(policy, restore()).approvers()).containsExactly(MEGAN.id());
  }

  @Test
  void aRequestThatNobodyCouldApproveIsRefusedAtOnce() {
    PolicyEvaluator policy = policy(rule("*", List.of("*"), List.of(ALEX.id()), 1, Target.ALLOWED));
    assertThat(policy.denial(ALEX, restore()))
        .hasValueSatisfying(why -> assertThat(StoredMessage.english(why)).contains("besides you"));
  }

  @Test
  void aBackupNeedsApprovalOnlyWhereTheRuleSaysSo() {
    PolicyEvaluator mild = policy(rule("*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(terms(mild, backup()).approvals()).isZero();
    Rule strict =
        new Rule(
            List.of("*"),
            List.of("*"),
            List.of(MEGAN.id()),
            1,
            DAY,
            Target.ALLOWED,
            SafetyBackup.NONE,
            true);
    assertThat(terms(policy(strict), backup()).approvals()).isEqualTo(1);
  }

  @Test
  void aSafetyBackupIsTakenAsTheRuleSays() {
    assertThat(withSafetyBackup(SafetyBackup.REQUIRED).safetyBackup(DEV, false)).isTrue();
    assertThat(withSafetyBackup(SafetyBackup.OPTIONAL).safetyBackup(DEV, true)).isTrue();
    assertThat(withSafetyBackup(SafetyBackup.OPTIONAL).safetyBackup(DEV, false)).isFalse();
    assertThat(withSafetyBackup(SafetyBackup.NONE).safetyBackup(DEV, true)).isFalse();
  }

  @Test
  void whoDoesWithoutARequiredSafetyBackupIsRefused() {
    PolicyEvaluator policy = withSafetyBackup(SafetyBackup.REQUIRED);
    assertThat(policy.denial(ALEX, restore()))
        .hasValueSatisfying(
            why ->
                assertThat(StoredMessage.english(why))
                    .contains("requires a safety backup of Contoso Dev"));
    assertThat(policy.denial(ALEX, restoreWithSafetyBackup())).isEmpty();
    List<EnvironmentUse> uses = restore().environments();
    assertThat(policy.missingSafetyBackup(restore(), uses)).isPresent();
    assertThat(policy.missingSafetyBackup(restoreWithSafetyBackup(), uses)).isEmpty();
    assertThat(policy.missingSafetyBackup(backup(), backup().environments())).isEmpty();
  }

  private static PolicyEvaluator withSafetyBackup(SafetyBackup asked) {
    return policy(
        new Rule(
            List.of("*"), List.of("*"), List.of(MEGAN.id()), 1, DAY, Target.ALLOWED, asked, false));
  }

  /** It's what guardians approve, and what a request keeps. */
  @Test
  void theDigestTellsListedPoliciesApart() {
    assertThat(digest(ALEX.id())).isEqualTo(digest(ALEX.id())).isNotEqualTo(digest(MEGAN.id()));
  }

  private static String digest(String approver) {
    return Policies.of(
            new PolicyProperties(
                List.of(rule("*", List.of("*"), List.of(approver), 1, Target.ALLOWED))))
        .digest();
  }

  @Test
  void namesakesAreTwoEnvironments() {
    PolicyEvaluator policy =
        policy(
            rule("env-dev", List.of("*"), List.of(MEGAN.id()), 1, Target.FORBIDDEN),
            rule("*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED));
    assertThat(policy.mayOverwrite(DEV)).isFalse();
    assertThat(
            policy.mayOverwrite(new EnvironmentRef("env-other", DEV.displayName(), "", Map.of())))
        .isTrue();
  }

  static PolicyEvaluator policy(Rule... rules) {
    return Policies.evaluator(new PolicyProperties(List.of(rules)));
  }

  public static Rule rule(
      String environments,
      List<String> requesters,
      List<String> approvers,
      int approvals,
      Target target) {
    return new Rule(
        List.of(environments),
        requesters,
        approvers,
        approvals,
        DAY,
        target,
        SafetyBackup.NONE,
        false);
  }
}
