package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Workbench;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application asks where a rule names it, and never decides, whatever the policy says. */
class ApplicationsTests {

  private static final String ID = "00000000-0000-0000-0000-0000000000ab";
  private static final Person PIPELINE = Person.application(ID, "Release pipeline");
  private static final Person OTHER =
      Person.application("00000000-0000-0000-0000-0000000000ac", "Other");

  private Workbench bench;

  @AfterEach
  void close() {
    bench.close();
  }

  private ApprovalService under(List<String> requesters, List<String> approvers) {
    bench =
        new Workbench(Databases.H2.fresh())
            .with(
                PolicyProperties.class,
                new PolicyProperties(
                    List.of(
                        PolicyEvaluatorTests.rule("*", requesters, approvers, 1, Target.ALLOWED))))
            .open("request", "approval", "audit");
    return bench.get(ApprovalService.class);
  }

  @Test
  void everybodyIsNoApplication() {
    under(List.of("*"), List.of(MEGAN.id()));
    PermissionEvaluator permissions = bench.get(PermissionEvaluator.class);
    assertThat(permissions.denial(PIPELINE, restore())).isPresent();
    assertThat(permissions.denial(ALEX, restore())).isEmpty();
    assertThat(bench.get(ReadingRights.class).mayRead(PIPELINE, UAT)).isFalse();
  }

  @Test
  void aPersonWithItsObjectIdIsSomebodyElse() {
    under(List.of("app:" + ID), List.of(MEGAN.id()));
    PermissionEvaluator permissions = bench.get(PermissionEvaluator.class);
    assertThat(permissions.denial(PIPELINE, restore())).isEmpty();
    assertThat(permissions.denial(new Person(ID, "Somebody"), restore())).isPresent();
    assertThat(permissions.denial(OTHER, restore())).isPresent();
  }

  @Test
  void itApprovesNothingAlsoWhereThePolicyNamesItAsAnApprover() {
    ApprovalService approvals =
        under(List.of("*", PIPELINE.id()), List.of(MEGAN.id(), OTHER.id(), PIPELINE.id()));
    Request request = submit(approvals, ALEX);
    assertThat(
            approvals.approve(
                request.id(), request.version(), OTHER, "", request.details().digest()))
        .isInstanceOfSatisfying(
            DecisionResult.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(DenialReason.APPLICATION));
    assertThat(approvals.reject(request.id(), request.version(), OTHER, "no"))
        .isInstanceOf(DecisionResult.Refused.class);
    PermissionEvaluator permissions = bench.get(PermissionEvaluator.class);
    for (Permission what : Permission.values()) {
      if (what != Permission.RUN_DOCTOR && what != Permission.FREEZE) {
        assertThat(permissions.may(OTHER, what, request)).as(what.name()).isFalse();
      }
    }
    assertThat(permissions.of(OTHER).may(Permission.RUN_DOCTOR)).isFalse();
    assertThat(permissions.of(OTHER).may(Permission.FREEZE)).isFalse();
    assertThat(permissions.mayFreeze(OTHER, Optional.of(UAT))).isFalse();
    assertThat(permissions.decidesAbout(OTHER, request.details().spec().environments())).isFalse();
  }

  @Test
  void itCancelsItsOwnAndNoOther() {
    ApprovalService approvals = under(List.of("*", PIPELINE.id()), List.of(MEGAN.id()));
    Request own = submit(approvals, PIPELINE);
    Request other = submit(approvals, ALEX);
    assertThat(approvals.cancel(other.id(), PIPELINE)).isInstanceOf(DecisionResult.Refused.class);
    assertThat(approvals.cancel(own.id(), PIPELINE)).isInstanceOf(DecisionResult.Done.class);
  }

  private static Request submit(ApprovalService approvals, Person by) {
    return approvals.submit(
        new SubmitRequest(
            "draft-" + by.id(), by, BERLIN, restore(), "", RequestOrigin.NO_CHAT, List.of()));
  }
}
