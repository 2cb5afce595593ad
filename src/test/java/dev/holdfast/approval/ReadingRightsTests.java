package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestSummary;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.Workbench;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who may see a restore from UAT onto Dev. */
class ReadingRightsTests {

  /** Requests for the source alone. */
  private static final Person LEE = new Person("id-lee", "Lee Gu");

  /** Requests for both. */
  private static final Person DIEGO = new Person("id-diego", "Diego Siciliani");

  private static final Person NESTOR = new Person("id-nestor", "Nestor Wilke");

  @AutoClose
  private final Workbench bench =
      new Workbench(Databases.H2.fresh())
          .withSettings(
              Map.of(
                  "holdfast.policy[0].environments", "Contoso UAT",
                  "holdfast.policy[0].requesters", "id-lee,id-diego",
                  "holdfast.policy[0].approvers", MEGAN.id(),
                  "holdfast.policy[1].environments", "Contoso Dev",
                  "holdfast.policy[1].requesters", "id-diego",
                  "holdfast.policy[1].approvers", ADELE.id()))
          .open("request", "approval");

  private final ReadingRights rights = bench.get(ReadingRights.class);
  private final Request request =
      bench.add(Request.submit(new RequestId(7), details(restore(), 1, "draft")));

  private boolean sees(Person person) {
    boolean sees = rights.mayRead(person, request);
    assertThat(rights.mayRead(person, RequestSummary.of(request))).isEqualTo(sees);
    assertThat(rights.find("R-7", person).isPresent()).isEqualTo(sees);
    return sees;
  }

  @Test
  void whoAskedForItSeesIt() {
    assertThat(sees(ALEX)).isTrue();
  }

  @Test
  void whoDecidesAboutEitherSideSeesIt() {
    assertThat(sees(MEGAN)).isTrue();
    assertThat(sees(ADELE)).isTrue();
  }

  @Test
  void whoMaySeeOneSideOnlyDoesNot() {
    assertThat(sees(LEE)).isFalse();
    assertThat(sees(DIEGO)).isTrue();
    assertThat(sees(NESTOR)).isFalse();
  }

  @Test
  void whatIsNoNumberOrNobodysIsNotThere() {
    assertThat(rights.find("R-8", ALEX)).isEmpty();
    assertThat(rights.find("seven", ALEX)).isEmpty();
  }

  /** While a group can't be read, the policy names nobody in it. */
  @Test
  void thoseWhoAreAskedToDecideSeeItAsLongAsTheyAre() {
    bench.get(PolicyInForce.class).replace(onlyForAlex());
    assertThat(rights.mayRead(MEGAN, request)).isFalse();
    assertThat(rights.mayBeTold(MEGAN, request)).isTrue();
    assertThat(rights.find("R-7", MEGAN)).isPresent();
    bench.change(request, one -> one.approval().cancel(ALEX, NOW));
    assertThat(rights.find("R-7", MEGAN)).isEmpty();
    assertThat(rights.mayBeTold(MEGAN, request)).isTrue();
    assertThat(rights.mayBeTold(NESTOR, request)).isFalse();
  }

  /**
   * The requester of a restore reads how administration mode was turned off after it, also by
   * others.
   */
  @Test
  void whoMaySeeARequestIsToldOfWhatFollowsIt() {
    RequestDetails asked = details(restore(), 0, "draft-8");
    OperationSpec leave = new LeaveAdminModeSpec(restore().affected(), "R-7");
    Request following =
        Request.submit(
            new RequestId(8),
            new RequestDetails(
                leave,
                NESTOR,
                "",
                List.of(),
                asked.submission(),
                Samples.terms(leave, 0, List.of(), NOW)));
    assertThat(rights.mayRead(MEGAN, following)).isFalse();
    assertThat(rights.mayBeTold(MEGAN, following)).isTrue();
    assertThat(rights.mayBeTold(ALEX, following)).isTrue();
    assertThat(rights.mayBeTold(LEE, following)).isFalse();
  }

  private static Policy onlyForAlex() {
    List<String> alex = List.of(ALEX.id());
    return Policies.of(
        new PolicyProperties(
            List.of(
                PolicyEvaluatorTests.rule("*", alex, alex, 1, PolicyProperties.Target.ALLOWED))));
  }
}
