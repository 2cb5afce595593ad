package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.DecisionResult.Refused;
import dev.holdfast.approval.delegation.DelegationService;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.window.ApprovalWindow;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a delegate's word counts, and for whom. */
class DelegatedDecisionsTests {

  private static final Person LEE = new Person("id-lee", "Lee Gu");
  private static final List<String> BOTH = List.of(MEGAN.id(), ADELE.id(), ALEX.id());

  @AutoClose
  private final Workbench bench =
      new Workbench(Databases.H2.fresh())
          .with(PolicyProperties.class, new PolicyProperties(null))
          .open("request", "approval", "audit");

  private final ApprovalService approvals = bench.get(ApprovalService.class);
  private final DelegationService delegations = bench.get(DelegationService.class);

  @BeforeEach
  void begin() {
    policy(BOTH, 1, List.of(LEE.id()));
  }

  @Test
  void aDelegateDecidesForAnApprover() {
    delegate(MEGAN, LEE);
    Request request = submit("draft");
    assertThat(approve(request, LEE).state()).isEqualTo(RequestState.APPROVED);
    Decision decision = decisions(request).get(0);
    assertThat(decision.by()).isEqualTo(LEE);
    assertThat(decision.actingFor()).containsExactly(MEGAN);
    assertThat(revalidated(request)).isEmpty();
    JdbcClient jdbc = bench.get(JdbcClient.class);
    assertThat(
            jdbc.sql("select words from audit where what = 'APPROVED'").query(String.class).list())
        .containsExactly("for Megan Bowen: go");
    assertThat(
            jdbc.sql("select approvals from audit where what = 'APPROVED'")
                .query(String.class)
                .single())
        .contains("\"actingFor\":[\"id-megan\"]");
    assertThat(
            jdbc.sql("select words from audit where what = 'DELEGATION_STARTED'")
                .query(String.class)
                .single())
        .contains("to Lee Gu (id-lee) until");
  }

  @Test
  void withoutADelegationTheRuleAloneGrantsNothing() {
    assertRefused(submit("draft"), LEE, DenialReason.NOT_AN_APPROVER);
  }

  @Test
  void itCountsForWhomTheRuleAcceptsOnly() {
    delegate(MEGAN, LEE);
    Request request = submit("draft");
    policy(BOTH, 1, List.of("id-other"));
    assertRefused(request, LEE, DenialReason.NOT_AN_APPROVER);
  }

  @Test
  void itCountsWhileTheDelegatorIsAnApproverOnly() {
    delegate(MEGAN, LEE);
    Request request = submit("draft");
    policy(List.of(ADELE.id()), 1, List.of(LEE.id()));
    assertRefused(request, LEE, DenialReason.NOT_AN_APPROVER);
  }

  @Test
  void itEndsByItselfAndByTheDelegator() {
    delegate(MEGAN, LEE);
    Request request = submit("draft");
    delegations.end(MEGAN, Optional.empty());
    assertRefused(request, LEE, DenialReason.NOT_AN_APPROVER);
    delegate(MEGAN, LEE);
    bench.clock.advance(Duration.ofHours(2)); // and no task has run
    assertRefused(request, LEE, DenialReason.NOT_AN_APPROVER);
  }

  /** Alex approves, too, but asked for this. */
  @Test
  void aRequesterDoesNotApproveThroughADelegate() {
    delegate(ALEX, LEE);
    assertRefused(submit("draft"), LEE, DenialReason.NOT_AN_APPROVER);
  }

  @Test
  void aDelegateWhoAsksDoesNotApproveForOthers() {
    policy(List.of(MEGAN.id(), ADELE.id()), 1, List.of(ALEX.id()));
    delegate(MEGAN, ALEX);
    assertRefused(submit("draft"), ALEX, DenialReason.OWN_REQUEST);
  }

  @Test
  void aDelegateOfTwoCountsOnce() {
    policy(BOTH, 2, List.of(LEE.id()));
    delegate(MEGAN, LEE);
    delegate(ADELE, LEE);
    Request request = submit("draft");
    assertThat(approve(request, LEE).state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertRefused(request, LEE, DenialReason.DECIDED_BEFORE);
    assertRefused(request, MEGAN, DenialReason.DECIDED_BEFORE);
    assertThat(approve(request, ADELE).state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void forWhoHasDecidedNobodyElseDoes() {
    policy(BOTH, 2, List.of(LEE.id()));
    delegate(MEGAN, LEE);
    Request request = submit("draft");
    approve(request, MEGAN);
    assertRefused(request, LEE, DenialReason.DECIDED_BEFORE);
  }

  @Test
  void whatWasDelegatedIsNotDelegatedFurther() {
    policy(BOTH, 1, List.of(LEE.id(), "id-third"));
    delegate(MEGAN, LEE);
    Person third = new Person("id-third", "Third");
    delegate(LEE, third);
    assertRefused(submit("draft"), third, DenialReason.NOT_AN_APPROVER);
  }

  @Test
  void theDelegatorWithdrawsWhatWasApprovedForThem() {
    delegate(MEGAN, LEE);
    Request request = approve(submit("draft"), LEE);
    approvals.withdraw(request.id(), request.version(), MEGAN, "");
    assertThat(now(request).state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(approve(request, MEGAN).state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void aDelegateRejects() {
    delegate(MEGAN, LEE);
    Request request = submit("draft");
    approvals.reject(request.id(), request.version(), LEE, "not now");
    assertThat(now(request).state()).isEqualTo(RequestState.REJECTED);
    assertThat(decisions(request).get(0).actingFor()).containsExactly(MEGAN);
  }

  /** What was decided while it held stands, as long as the delegator is an approver. */
  @Test
  void anApprovalOutlivesTheDelegationButNotTheDelegatorsRight() {
    delegate(MEGAN, LEE);
    Request request = approve(submit("draft"), LEE);
    delegations.end(MEGAN, Optional.of(LEE));
    assertThat(revalidated(request)).isEmpty();
    policy(List.of(ADELE.id()), 1, List.of(LEE.id()));
    assertThat(revalidated(request)).isPresent();
    policy(BOTH, 1, List.of());
    assertThat(revalidated(request)).isPresent();
    policy(BOTH, 1, List.of(LEE.id()));
    assertThat(revalidated(request)).isEmpty();
  }

  @Test
  void theTimeOfADelegationIsOverOnce() {
    delegate(MEGAN, LEE);
    long id = delegations.from(MEGAN).get(0).id();
    delegations.expire(id);
    assertThat(delegations.from(MEGAN)).hasSize(1);
    bench.clock.advance(Duration.ofHours(2));
    delegations.expire(id);
    delegations.expire(id);
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql("select count(*) from audit where what = 'DELEGATION_ENDED'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private void policy(List<String> approvers, int needed, List<String> delegates) {
    bench
        .get(PolicyInForce.class)
        .replace(
            Policies.of(
                approvers, needed, ApprovalWindow.of(Duration.ofDays(1)), delegates, List.of()));
  }

  private void delegate(Person from, Person to) {
    delegations.start(from, to, bench.clock.instant().plus(Duration.ofHours(1)));
  }

  private Request submit(String draft) {
    return approvals.submit(
        new SubmitRequest(
            draft,
            ALEX,
            BERLIN,
            restore(),
            "",
            new RequestOrigin("chat-alex", "m-1", true),
            List.of()));
  }

  private Request approve(Request request, Person by) {
    Request now = now(request);
    DecisionResult result =
        approvals.approve(request.id(), now.version(), by, "go", request.details().digest());
    assertThat(result).isInstanceOf(DecisionResult.Done.class);
    return result.request();
  }

  private void assertRefused(Request request, Person by, DenialReason why) {
    Request now = now(request);
    assertThat(approvals.approve(request.id(), now.version(), by, "", request.details().digest()))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  private List<Decision> decisions(Request request) {
    return now(request).decisions();
  }

  private Request now(Request request) {
    return bench.requests().find(request.id()).orElseThrow();
  }

  private Optional<?> revalidated(Request request) {
    return bench
        .get(ApprovalRevalidator.class)
        .revalidate(
            now(request),
            request.details().spec().environments().stream().map(use -> use.environment()).toList())
        .reason();
  }
}
