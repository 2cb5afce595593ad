package dev.holdfast.request.step;

import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalTermsTest {

  private static final RequiredConsent READ =
      consent(EnvironmentRole.DATA_LEAVES, "env-uat", 1, "megan");
  private static final RequiredConsent WRITTEN =
      consent(EnvironmentRole.OVERWRITTEN, "env-dev", 2, "megan", "adele");

  @Test
  void asManyPeopleAreNeededAsTheStrictestConsentAsksFor() {
    assertThat(terms(READ, WRITTEN).approvals()).isEqualTo(2);
    assertThat(terms(WRITTEN, READ).approvals()).isEqualTo(2);
    assertThat(terms().approvals()).isZero();
  }

  @Test
  void everybodyWhoMayDecideIsNamedOnce() {
    assertThat(terms(READ, WRITTEN).approvers()).containsExactly("megan", "adele");
  }

  @Test
  void consentsThatOneDecisionAnswersCountOnce() {
    RequiredConsent alike = consent(EnvironmentRole.OVERWRITTEN, "env-dev", 1, "megan");
    RequiredConsent more = consent(EnvironmentRole.HELD, "env-dev", 2, "megan");
    RequiredConsent others = consent(EnvironmentRole.HELD, "env-dev", 1, "adele");
    RequiredConsent nobody = consent(EnvironmentRole.OPENED, "env-dev", 0, "megan");
    assertThat(terms(READ, alike, more, others, nobody).separate())
        .containsExactly(READ, more, others);
  }

  @Test
  void onlyTheAffectedEnvironmentsConsentIsAskedForInWhatIsFromBefore() {
    ApprovalTerms terms = ApprovalTerms.ofAffected(restore(), 2, List.of("megan"), NOW);
    assertThat(terms.consents())
        .containsExactly(
            new RequiredConsent(
                EnvironmentRole.OVERWRITTEN, "env-dev", "Contoso Dev", 2, List.of("megan")));
  }

  @Test
  void theyBecomeStricterAndNeverMilder() {
    RequiredConsent milder = consent(EnvironmentRole.OVERWRITTEN, "env-dev", 1, "alex");
    RequiredConsent stricter = consent(EnvironmentRole.DATA_LEAVES, "env-uat", 3, "alex");
    RequiredConsent added = consent(EnvironmentRole.HELD, "env-dev", 1, "alex");

    assertThat(terms(READ, WRITTEN).stricterOf(List.of(milder, stricter, added)).consents())
        .containsExactly(
            stricter, consent(EnvironmentRole.OVERWRITTEN, "env-dev", 2, "alex"), added);
  }

  @Test
  void whatThePolicyNoLongerAsksForStays() {
    assertThat(terms(READ, WRITTEN).stricterOf(List.of()).consents())
        .containsExactly(READ, WRITTEN);
  }

  @Test
  void aConsentIsKnownByItsRoleAndItsEnvironment() {
    assertThat(WRITTEN.key()).isEqualTo("OVERWRITTEN:env-dev");
    assertThat(RequiredConsent.key(restore().affectedUse())).isEqualTo(WRITTEN.key());
  }

  @Test
  void peopleAreTheSameHoweverTheirIdsAreWritten() {
    assertThat(READ.names("MEGAN")).isTrue();
    assertThat(READ.names("adele")).isFalse();
    assertThat(READ.including("MEGAN")).isSameAs(READ);
    assertThat(READ.including("adele").approvers()).containsExactly("megan", "adele");
    assertThat(WRITTEN.excluding("Megan").approvers()).containsExactly("adele");
  }

  private static ApprovalTerms terms(RequiredConsent... consents) {
    return new ApprovalTerms(List.of(consents), NOW);
  }

  private static RequiredConsent consent(
      EnvironmentRole role, String environment, int approvals, String... approvers) {
    return new RequiredConsent(role, environment, environment, approvals, List.of(approvers));
  }
}
