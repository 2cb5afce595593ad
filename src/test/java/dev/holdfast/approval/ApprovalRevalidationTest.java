package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.awaiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.EmergencyRule;
import dev.holdfast.approval.policy.GroupMembership.Listing;
import dev.holdfast.approval.policy.PeopleGroupTest;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was approved is asked of the policy once more when its turn has come. */
class ApprovalRevalidationTest {

  private final Request request = awaiting(1);

  ApprovalRevalidationTest() {
    request.approval().approve(MEGAN, "", request.details().digest(), NOW);
  }

  @Test
  void whileThePolicyNamesTheApproverItStands() {
    assertThat(under("*", MEGAN.id(), Target.ALLOWED).revalidate(request).reason()).isEmpty();
  }

  @Test
  void anApproverWhomThePolicyNoLongerNamesDoesNotCount() {
    assertThat(
            under("*", ADELE.id(), Target.ALLOWED)
                .revalidate(request)
                .reason()
                .map(StoredMessage::english))
        .contains(
            "The policy no longer lets Megan Bowen approve requests for Contoso UAT, so it's no"
                + " longer approved.");
  }

  /** Nobody is known to have lost a right. */
  @Test
  void whileItsApproversCannotBeReadItWaits() {
    Revalidation now =
        new ApprovalRevalidation(
                PeopleGroupTest.evaluator(
                    source -> Listing.unreadable(Message.of("group.problem.throttled")), false))
            .revalidate(request);
    assertThat(now).isInstanceOf(Revalidation.Unknown.class);
    assertThat(now.reason().map(StoredMessage::english))
        .hasValueSatisfying(
            why -> assertThat(why).contains("owners", "too much is being read just now"));
  }

  @Test
  void aTargetThatIsForbiddenMeanwhileIsNotOverwritten() {
    assertThat(
            under("*", MEGAN.id(), Target.FORBIDDEN)
                .revalidate(request)
                .reason()
                .map(StoredMessage::english))
        .contains("The policy no longer allows Contoso Dev to be overwritten.");
  }

  @Test
  void whoMayNoLongerAskGetsNothing() {
    assertThat(
            under(ADELE.id(), MEGAN.id(), Target.ALLOWED)
                .revalidate(request)
                .reason()
                .map(StoredMessage::english))
        .contains("The policy no longer lets Alex Wilber submit requests for Contoso UAT.");
    assertThat(under(ALEX.id(), MEGAN.id(), Target.ALLOWED).revalidate(request).reason()).isEmpty();
  }

  @Test
  void aTargetThatIsUnderAnotherRuleByItsNameNowIsNotOverwritten() {
    ApprovalRevalidation stand =
        new ApprovalRevalidation(
            Policies.evaluator(
                new PolicyProperties(
                    List.of(
                        PolicyEvaluatorTests.rule(
                            "*Production*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED),
                        PolicyEvaluatorTests.rule(
                            "*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED)))));
    assertThat(
            stand
                .revalidate(request, List.of(named("Contoso Production")))
                .reason()
                .map(StoredMessage::english))
        .contains(
            "Contoso Dev is now named Contoso Production, and another rule of the policy applies to"
                + " it. Submit a new request.");
    assertThat(stand.revalidate(request, List.of(named("Contoso Dev 2"))).reason()).isEmpty();
    assertThat(stand.revalidate(request).reason()).isEmpty();
  }

  @Test
  void aPolicyThatAsksForMoreApprovalsGetsThem() {
    Revalidation now =
        new ApprovalRevalidation(
                Policies.evaluator(
                    new PolicyProperties(
                        List.of(
                            PolicyEvaluatorTests.rule(
                                "*",
                                List.of("*"),
                                List.of(MEGAN.id(), ADELE.id()),
                                2,
                                Target.ALLOWED)))))
            .revalidate(request);
    assertThat(now.reason().map(StoredMessage::english))
        .contains("The policy now requires 2 approvals for Contoso UAT.");
    Revalidation.Incomplete missing = (Revalidation.Incomplete) now;
    request
        .approval()
        .reopen(missing.why(), missing.required(), missing.noLonger(), NOW.plusSeconds(1));
    assertThat(request.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    request.approval().approve(ADELE, "", request.details().digest(), NOW.plusSeconds(2));
    assertThat(request.state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void anEmergencyStandsWhileThePolicyAllowsItToItsRequester() {
    assertThat(revalidated(Optional.of(Policies.emergency(List.of(ALEX.id()), 0, List.of()))))
        .isInstanceOf(Revalidation.Holds.class);
    for (Optional<EmergencyRule> now :
        List.of(
            Optional.<EmergencyRule>empty(),
            Optional.of(Policies.emergency(List.of(ADELE.id()), 0, List.of())))) {
      Revalidation.Incomplete missing = (Revalidation.Incomplete) revalidated(now);
      assertThat(StoredMessage.english(missing.why()))
          .isEqualTo(
              "The policy no longer lets Alex Wilber have this done as an emergency, so it needs"
                  + " the approvals that it asks for otherwise.");
      assertThat(missing.required()).allMatch(consent -> consent.approvals() == 2);
    }
  }

  @Test
  void anEmergencyNeedsMoreApprovalsWhereThePolicyAsksForMoreOfThem() {
    Revalidation now =
        revalidated(Optional.of(Policies.emergency(List.of(ALEX.id()), 1, List.of())));
    assertThat(now.reason().map(StoredMessage::english))
        .contains("The policy now requires 1 approval for Contoso UAT.");
  }

  /** Who declared it isn't known to have lost that right. */
  @Test
  void anEmergencyWaitsWhileItIsNotKnownWhoMayDeclareOne() {
    Revalidation now =
        revalidated(Optional.of(Policies.emergency(Policies.UNREADABLE, 0, Policies.UNREADABLE)));
    assertThat(now).isInstanceOf(Revalidation.Unknown.class);
    assertThat(now.reason().map(StoredMessage::english))
        .hasValueSatisfying(why -> assertThat(why).contains("The members of elsewhere"));
  }

  /** What of an emergency without approval under a policy that asks for two otherwise. */
  private static Revalidation revalidated(Optional<EmergencyRule> emergency) {
    Request request =
        Request.submit(
            new RequestId(1001),
            MovedRequests.asEmergency(
                Samples.details(Samples.restore(), 0),
                new Emergency(List.of(), Duration.ofDays(1), List.of())));
    return new ApprovalRevalidation(
            Policies.evaluator(
                Policies.withEmergencies(List.of(MEGAN.id(), ADELE.id()), 2, emergency)))
        .revalidate(request);
  }

  @Test
  void aMilderPolicyLeavesItsTermsAsTheyWere() {
    Request two = awaiting(2);
    two.approval().update(List.of());
    two.approval().approve(MEGAN, "", two.details().digest(), NOW);
    assertThat(two.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(two.terms().approvals()).isEqualTo(2);
  }

  @Test
  void theApprovalOfOnlyOneSideIsNotEnough() {
    ApprovalRevalidation sides =
        new ApprovalRevalidation(
            Policies.evaluator(
                new PolicyProperties(
                    List.of(
                        PolicyEvaluatorTests.rule(
                            "Contoso UAT", List.of("*"), List.of(ADELE.id()), 1, Target.ALLOWED),
                        PolicyEvaluatorTests.rule(
                            "*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED)))));
    assertThat(sides.revalidate(request).reason().map(StoredMessage::english))
        .contains("The policy now requires 1 approval for Contoso UAT.");
    request.approval().withdraw(MEGAN, "", NOW);
    request.approval().approve(MEGAN, "", request.details().digest(), NOW);
    assertThat(sides.revalidate(request).holds()).isFalse();
  }

  private EnvironmentRef named(String name) {
    return new EnvironmentRef(request.details().spec().affected().id(), name, "", Map.of());
  }

  private static ApprovalRevalidation under(String requester, String approver, Target target) {
    return new ApprovalRevalidation(
        Policies.evaluator(
            new PolicyProperties(
                List.of(
                    PolicyEvaluatorTests.rule(
                        "*", List.of(requester), List.of(approver), 1, target)))));
  }
}
