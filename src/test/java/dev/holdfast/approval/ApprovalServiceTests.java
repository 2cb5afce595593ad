package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.holdfast.approval.DecisionResult.Done;
import dev.holdfast.approval.DecisionResult.Refused;
import dev.holdfast.approval.delegation.DelegationRepository;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.FollowUps;
import dev.holdfast.request.followup.PartRequests;
import dev.holdfast.support.RehearsalProperties;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import dev.holdfast.ticket.RecentTicketChecks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@EachDatabase
class ApprovalServiceTests {

  private final Databases database;
  private Workbench bench;
  private ApprovalService approvals;

  ApprovalServiceTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    PolicyProperties policy =
        new PolicyProperties(
            List.of(
                PolicyEvaluatorTests.rule(
                    "*",
                    List.of("*"),
                    List.of(MEGAN.id(), ADELE.id(), ALEX.id()),
                    1,
                    Target.ALLOWED)));
    bench =
        new Workbench(database.fresh())
            .with(PolicyProperties.class, policy)
            .open("request", "approval", "audit");
    approvals = bench.get(ApprovalService.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theSameDraftTwiceIsOneRequest() {
    Request first = submit("draft");
    assertThat(submit("draft").id()).isEqualTo(first.id());
    assertThat(bench.requests().recent(10)).hasSize(1);
  }

  @Test
  void theSameDraftFromManyClicksAtOnceIsOneRequest() throws Exception {
    List<Request> all = atOnce(8, () -> submit("draft"));
    assertThat(all).extracting(Request::id).containsOnly(all.get(0).id());
    assertThat(bench.requests().recent(10)).hasSize(1);
  }

  @Test
  void whatThePolicyForbidsIsNotStored() {
    SubmitRequest own = submission("draft", new Person("id-nobody", "Nobody"));
    PolicyProperties none =
        new PolicyProperties(
            List.of(
                PolicyEvaluatorTests.rule(
                    "*", List.of("id-other"), List.of(MEGAN.id()), 1, Target.ALLOWED)));
    PermissionEvaluator permissions =
        new PermissionEvaluator(
            Policies.evaluator(none),
            bench.get(FollowUps.class),
            bench.get(DelegationRepository.class),
            bench.clock);
    ApprovalService strict =
        new ApprovalService(
            new NewRequests(
                bench.requests(),
                permissions,
                new RehearsalProperties(false),
                bench.get(PartRequests.class),
                bench.clock),
            permissions,
            bench.get(org.springframework.transaction.support.TransactionTemplate.class),
            bench.get(DecisionTransaction.class),
            bench.get(RecentTicketChecks.class));
    assertThatThrownBy(() -> strict.submit(own)).isInstanceOf(IllegalArgumentException.class);
    assertThat(bench.requests().recent(10)).isEmpty();
  }

  @Test
  void theExpiryIsScheduledWithTheSubmission() {
    submit("draft");
    verify(bench.scheduler).schedule(any(SchedulableInstance.class));
  }

  @Test
  void anApproverApproves() {
    Request request = submit("draft");
    assertThat(approve(request, MEGAN)).isInstanceOf(Done.class);
    assertThat(state(request)).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void anApprovalIsWithdrawnUntilTheCall() {
    Request request = submit("draft");
    approve(request, MEGAN);
    assertRefused(approvals.withdraw(request.id(), 2, ADELE, ""), DenialReason.NOT_APPROVED_BY_YOU);
    assertThat(approvals.withdraw(request.id(), 2, MEGAN, "")).isInstanceOf(Done.class);
    assertThat(state(request)).isEqualTo(RequestState.AWAITING_APPROVAL);
    Request waiting = bench.requests().find(request.id()).orElseThrow();
    assertThat(waiting.approval().approvalCount()).isZero();
    approvals.approve(request.id(), 3, MEGAN, "", waiting.details().digest());
    bench.change(
        bench.requests().find(request.id()).orElseThrow(),
        it -> it.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    assertRefused(
        approvals.withdraw(request.id(), 5, MEGAN, ""), DenialReason.TOO_LATE_TO_WITHDRAW);
  }

  /** The terms of a request are those of its submission unless the policy became stricter. */
  @Test
  void aPolicyThatBecameStricterAsksForMoreWithTheNextDecision() {
    Request request = submit("draft");
    bench.get(PolicyInForce.class).replace(policy("*", 2));
    assertThat(approve(request, MEGAN)).isInstanceOf(Done.class);
    Request half = bench.requests().find(request.id()).orElseThrow();
    assertThat(half.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    bench.get(PolicyInForce.class).replace(policy("*", 1));
    assertThat(approvals.approve(half.id(), 2, ADELE, "", half.details().digest()))
        .isInstanceOf(Done.class);
    assertThat(state(request)).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void whatThePolicyNoLongerAllowsIsVoidedWithTheNextDecision() {
    Request request = submit("draft");
    bench.get(PolicyInForce.class).replace(policy(ADELE.id(), 1));
    assertThat(approve(request, MEGAN)).isInstanceOf(Done.class);
    assertThat(state(request)).isEqualTo(RequestState.VOIDED);
  }

  private static Policy policy(String requester, int approvals) {
    return Policies.of(
        new PolicyProperties(
            List.of(
                PolicyEvaluatorTests.rule(
                    "*",
                    List.of(requester),
                    List.of(MEGAN.id(), ADELE.id(), ALEX.id()),
                    approvals,
                    Target.ALLOWED))));
  }

  @Test
  void fourEyes() {
    Request request = submit("draft");
    assertRefused(approve(request, ALEX), DenialReason.OWN_REQUEST);
    assertRefused(approvals.reject(request.id(), 1, ALEX, "no"), DenialReason.OWN_REQUEST);
    assertThat(state(request)).isEqualTo(RequestState.AWAITING_APPROVAL);
  }

  @Test
  void whoMayNotAndTriesToStandsInTheRecordOnce() {
    Request request = submit("draft");
    approve(request, ALEX);
    approve(request, ALEX);
    approvals.reject(request.id(), 1, new Person("id-lee", "Lee Gu"), "no");
    approvals.cancel(request.id(), MEGAN);
    approvals.reject(request.id(), 7, MEGAN, "on an old card");
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql(
                    "select who_name || ' ' || words from audit where what = 'DECISION_REFUSED'"
                        + " order by id")
                .query(String.class)
                .list())
        .containsExactly(
            "Alex Wilber approve: OWN_REQUEST",
            "Lee Gu reject: NOT_AN_APPROVER",
            "Megan Bowen cancel: NOT_THE_REQUESTER");
  }

  @Test
  void somebodyElseDoesNotDecide() {
    Request request = submit("draft");
    assertRefused(approve(request, new Person("id-lee", "Lee Gu")), DenialReason.NOT_AN_APPROVER);
  }

  @Test
  void anOldCardDoesNotDecide() {
    Request request = submit("draft");
    assertRefused(
        approvals.approve(request.id(), 0, MEGAN, "", request.details().digest()),
        DenialReason.STALE);
  }

  @Test
  void theSecondClickFindsItDecided() {
    Request request = submit("draft");
    approve(request, MEGAN);
    assertRefused(approve(request, MEGAN), DenialReason.DECIDED_BEFORE);
    assertRefused(approve(request, ADELE), DenialReason.CLOSED);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneCounts() throws Exception {
    for (int round = 0; round < 10; round++) {
      Request request = submit("draft-" + round);
      List<DecisionResult> both =
          atOnce(
              List.of(
                  () -> approve(request, MEGAN),
                  () -> approvals.reject(request.id(), 1, ADELE, "not this week")));
      assertThat(both).filteredOn(Done.class::isInstance).hasSize(1);
      assertThat(bench.requests().find(request.id()).orElseThrow().decisions()).hasSize(1);
    }
  }

  @Test
  void aRejectionNeedsAComment() {
    Request request = submit("draft");
    assertRefused(approvals.reject(request.id(), 1, MEGAN, " "), DenialReason.COMMENT_MISSING);
    assertThat(approvals.reject(request.id(), 1, MEGAN, "not this week")).isInstanceOf(Done.class);
    assertThat(state(request)).isEqualTo(RequestState.REJECTED);
  }

  @Test
  void onlyTheRequesterCancelsAndOnlyBeforeTheCall() {
    Request request = submit("draft");
    assertRefused(approvals.cancel(request.id(), MEGAN), DenialReason.NOT_THE_REQUESTER);
    approve(request, MEGAN);
    Request approved = bench.requests().find(request.id()).orElseThrow();
    bench.change(approved, r -> r.mainStep().commitStart(bench.clock.instant()));
    assertRefused(approvals.cancel(request.id(), ALEX), DenialReason.TOO_LATE);
  }

  @Test
  void afterItsTimeNobodyDecidesEvenBeforeTheTaskRan() {
    Request request = submit("draft");
    bench.clock.advance(Duration.ofDays(1));
    assertRefused(approve(request, MEGAN), DenialReason.CLOSED);
    approvals.expire(request.id());
    assertThat(state(request)).isEqualTo(RequestState.EXPIRED);
  }

  @Test
  void theExpiryLeavesADecidedRequestAlone() {
    Request request = submit("draft");
    approve(request, MEGAN);
    bench.clock.advance(Duration.ofDays(2));
    approvals.expire(request.id());
    assertThat(state(request)).isEqualTo(RequestState.APPROVED);
  }

  private Request submit(String draft) {
    return approvals.submit(submission(draft, ALEX));
  }

  private static SubmitRequest submission(String draft, Person requester) {
    return new SubmitRequest(
        draft,
        requester,
        BERLIN,
        restore(),
        "",
        new RequestOrigin("chat-alex", "m-1", true),
        List.of());
  }

  private DecisionResult approve(Request request, Person by) {
    return approvals.approve(request.id(), 1, by, "", request.details().digest());
  }

  private RequestState state(Request request) {
    return bench.requests().find(request.id()).orElseThrow().state();
  }

  private static void assertRefused(DecisionResult decided, DenialReason why) {
    assertThat(decided)
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  private static <T> List<T> atOnce(int times, Callable<T> what) throws Exception {
    return atOnce(IntStream.range(0, times).mapToObj(i -> what).toList());
  }

  private static <T> List<T> atOnce(List<Callable<T>> whats) throws Exception {
    CyclicBarrier start = new CyclicBarrier(whats.size());
    ExecutorService threads = Executors.newFixedThreadPool(whats.size());
    try {
      List<Future<T>> running =
          whats.stream()
              .map(
                  what ->
                      threads.submit(
                          () -> {
                            start.await();
                            return what.call();
                          }))
              .toList();
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
