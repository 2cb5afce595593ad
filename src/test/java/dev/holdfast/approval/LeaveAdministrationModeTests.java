package dev.holdfast.approval;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.approval.DecisionResult.Done;
import dev.holdfast.approval.DecisionResult.Refused;
import dev.holdfast.approval.delegation.DelegationRepository;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.FollowUps;
import dev.holdfast.request.step.OperationSpecs;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has administration mode left, and when. */
@EachDatabase
class LeaveAdministrationModeTests {

  private static final Person STRANGER = new Person("id-lee", "Lee Gu");

  private final Databases database;
  private Workbench bench;

  LeaveAdministrationModeTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench =
        new Workbench(database.fresh())
            .with(PolicyProperties.class, policy("*", MEGAN))
            .with(AdminApi.class, new ScriptedAdminApi())
            .open("request", "approval", "audit", "operation.adminmode");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theRequesterAsks() {
    Request request = succeeded(true);
    assertThat(ask(request, ALEX)).isInstanceOf(Done.class);
    assertThat(now(request).leaving().wish().by()).isEqualTo(ALEX);
  }

  @Test
  void anApproverAsksAndTheAuditKnowsWhoAndWhen() {
    Request request = succeeded(true);
    assertThat(ask(request, MEGAN)).isInstanceOf(Done.class);
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql(
                    "select who_id from audit where what = 'LEAVING_ASKED' and state = 'SUCCEEDED'")
                .query(String.class)
                .list())
        .containsExactly(MEGAN.id());
  }

  @Test
  void itIsARequestOfWhoAsksThatNobodyHasToApprove() {
    Request request = succeeded(true);
    ask(request, MEGAN);
    Request other = other(request);
    assertThat(other.state()).isEqualTo(RequestState.APPROVED);
    assertThat(other.details().requester()).isEqualTo(MEGAN);
    assertThat(other.details().approvalTerms().approvals()).isZero();
    assertThat(other.details().followUpOf()).contains(request.id());
    assertThat(other.details().spec().affected()).isEqualTo(request.details().spec().affected());
    assertThat(bench.get(ApprovalRevalidator.class).revalidate(other).holds()).isTrue();
  }

  @Test
  void clicksAtOnceMakeOneRequest() throws Exception {
    Request request = succeeded(true);
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      List<Callable<DecisionResult>> clicks = Collections.nCopies(4, () -> ask(request, MEGAN));
      int done = 0;
      for (Future<DecisionResult> click : replicas.invokeAll(clicks)) {
        done += click.get() instanceof Done ? 1 : 0;
      }
      assertThat(done).isOne();
    } finally {
      replicas.shutdownNow();
    }
    assertThat(bench.requests().recent(10)).hasSize(2);
  }

  @Test
  void aStrangerDoesNot() {
    assertRefused(ask(succeeded(true), STRANGER), DenialReason.NOT_INVOLVED);
  }

  @Test
  void thePolicyIsAskedAsItIsNow() {
    Request request = succeeded(true);
    LeaveAdministrationMode stricter =
        new LeaveAdministrationMode(
            bench.get(DecisionTransaction.class),
            bench.get(ApprovalService.class),
            new PermissionEvaluator(
                Policies.evaluator(policy("id-somebody", ADELE)),
                bench.get(FollowUps.class),
                bench.get(DelegationRepository.class),
                bench.clock),
            bench.get(OperationSpecs.class));
    for (Person lost : List.of(ALEX, MEGAN)) {
      assertRefused(
          stricter.ask(request.id(), input(request.version(), lost, false)),
          DenialReason.NOT_INVOLVED);
    }
    assertThat(stricter.ask(request.id(), input(request.version(), ADELE, false)))
        .isInstanceOf(Done.class);
  }

  @Test
  void aSecondClickIsAnsweredWithTheFirst() {
    Request request = succeeded(true);
    ask(request, MEGAN);
    Refused second = assertRefused(ask(request, ALEX), DenialReason.NOTHING_TO_LEAVE);
    assertThat(second.request().leaving().wish().by()).isEqualTo(MEGAN);
    assertThat(second.request().administrationMode().orElseThrow().phase()).isEqualTo(Phase.ASKED);
    assertThat(bench.requests().recent(10)).hasSize(2);
  }

  @Test
  void aCardFromBeforeTheLastTryIsOutOfDate() {
    Request request = succeeded(true);
    long before = request.version();
    ask(request, MEGAN);
    Outcome trouble =
        new Outcome(NOW, Message.plain("no"), Optional.empty(), Optional.empty(), false);
    bench.change(other(request), r -> r.mainStep().fail(trouble));
    assertRefused(service().ask(request.id(), input(before, MEGAN, false)), DenialReason.STALE);
    assertThat(ask(now(request), MEGAN)).isInstanceOf(Done.class);
  }

  @Test
  void aTargetThatWasNotSeenInItHasNothingToLeave() {
    Request request = verifying();
    bench.change(request, r -> r.mainStep().succeed(Message.plain("done"), NOW));
    assertRefused(ask(request, ALEX), DenialReason.NOTHING_TO_LEAVE);
  }

  @Test
  void whatTheAdminApiCannotDoIsRefused() {
    assertRefused(ask(succeeded(false), ALEX), DenialReason.NOT_LEAVABLE);
  }

  @Test
  void afterAFailureSomebodyHasToHaveLooked() {
    Request request = verifying();
    Outcome end = new Outcome(NOW, Message.plain("?"), Optional.empty(), Optional.empty(), true);
    bench.change(request, r -> r.mainStep().outcomeUnknown(end));
    bench.change(request, r -> r.completed().seenInAdministrationMode(true, NOW));
    assertRefused(ask(request, ALEX), DenialReason.NOT_LOOKED);
    assertThat(service().ask(request.id(), input(request.version(), ALEX, true)))
        .isInstanceOf(Done.class);
  }

  private Request succeeded(boolean leavable) {
    Request request = verifying();
    return bench.change(
        request,
        r -> r.completed().succeedInAdministrationMode(Message.plain("done"), leavable, NOW));
  }

  private Request verifying() {
    Request request = bench.add(Request.submit(bench.requests().nextId(), details(restore(), 0)));
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    return bench.change(request, r -> r.mainStep().beginVerification(NOW));
  }

  private DecisionResult ask(Request request, Person by) {
    return service().ask(request.id(), input(request.version(), by, false));
  }

  private static LeaveAdminModeInput input(long version, Person by, boolean looked) {
    return new LeaveAdminModeInput(
        by, version, looked, new RequestOrigin("chat", "", true), Samples.BERLIN);
  }

  /** The request that does it. */
  private Request other(Request request) {
    return bench
        .requests()
        .find(now(request).leaving().wish().request().orElseThrow())
        .orElseThrow();
  }

  private LeaveAdministrationMode service() {
    return bench.get(LeaveAdministrationMode.class);
  }

  private Request now(Request request) {
    return bench.requests().find(request.id()).orElseThrow();
  }

  private static PolicyProperties policy(String requester, Person approver) {
    return new PolicyProperties(
        List.of(
            PolicyEvaluatorTests.rule(
                "*", List.of(requester), List.of(approver.id()), 1, Target.ALLOWED)));
  }

  private static Refused assertRefused(DecisionResult decided, DenialReason why) {
    assertThat(decided)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.why()).isEqualTo(why));
    return (Refused) decided;
  }
}
