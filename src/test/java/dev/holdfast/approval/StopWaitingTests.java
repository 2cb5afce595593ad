package dev.holdfast.approval;

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
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.message.Message;
import dev.holdfast.request.IllegalTransitionException;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.ConcurrentUpdateException;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.util.ArrayList;
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

/** Who ends the waiting for late finance and operations apps, and what becomes of it. */
@EachDatabase
class StopWaitingTests {

  private static final Person STRANGER = new Person("id-lee", "Lee Gu");
  private static final Message WHY = Message.plain("Its state is Updating.");

  private final Databases database;
  private Workbench bench;
  private int drafts;

  StopWaitingTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench =
        new Workbench(database.fresh())
            .with(PolicyProperties.class, policy())
            .with(AdminApi.class, new ScriptedAdminApi())
            .open("request", "approval", "audit", "operation.adminmode");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anApproverEndsItAndTheAuditKnowsWhoAndWhy() {
    Request request = late(1);
    assertThat(stop(request, MEGAN)).isInstanceOf(Done.class);
    assertThat(now(request).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(now(request).resolution().isNeeded()).isTrue();
    assertThat(audited("UNKNOWN", MEGAN)).hasSize(1).first().asString().contains("“needed”");
  }

  @Test
  void whoMayNotResolveItMayNotEndItEither() {
    Request request = late(1);
    assertRefused(stop(request, ALEX), DenialReason.OWN_REQUEST);
    assertRefused(stop(request, STRANGER), DenialReason.NOT_AN_APPROVER);
    assertThat(now(request).state()).isEqualTo(RequestState.VERIFYING);
    assertThat(audited("DECISION_REFUSED", ALEX)).containsExactly("stopWaiting: OWN_REQUEST");
    assertThat(audited("DECISION_REFUSED", STRANGER)).hasSize(1);
  }

  @Test
  void whatNobodyHadToApproveItsRequesterEnds() {
    Request request = late(0);
    assertThat(stop(request, ALEX)).isInstanceOf(Done.class);
    assertThat(now(request).state()).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void itTakesAReason() {
    Request request = late(1);
    assertRefused(service().stopWaiting(request.id(), MEGAN, " "), DenialReason.REASON_MISSING);
    assertThat(now(request).state()).isEqualTo(RequestState.VERIFYING);
  }

  @Test
  void whatIsNotToldToBeLateGoesOn() {
    Request request = verifying(1);
    assertRefused(stop(request, MEGAN), DenialReason.NOT_WAITING);
    bench.change(
        request, r -> r.completed().finOpsAwaited(WHY, Optional.empty(), NOW).orElseThrow());
    assertRefused(stop(request, MEGAN), DenialReason.NOT_WAITING);
    assertThat(now(request).state()).isEqualTo(RequestState.VERIFYING);
  }

  @Test
  void whatEndedInTheMeantimeIsNotChanged() {
    Request request = late(1);
    bench.change(request, r -> r.mainStep().succeed(Message.plain("done"), NOW));
    assertRefused(stop(request, MEGAN), DenialReason.NOT_WAITING);
    assertThat(now(request).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  /** What is seen of the apps in the meantime changes nothing of what was decided. */
  @Test
  void anotherWordOfTheServiceSinceDoesNotMatter() {
    Request request = late(1);
    bench.change(request, r -> r.waitFor(Message.plain("Its state is Failed."), NOW).orElseThrow());
    assertThat(stop(request, MEGAN)).isInstanceOf(Done.class);
  }

  /** Two clicks and the end that the follower sees come at the same moment. */
  @Test
  void oneEndWins() throws Exception {
    ExecutorService replicas = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < 5; i++) {
        Request request = late(1);
        Callable<Boolean> click = () -> stop(request, MEGAN) instanceof Done;
        List<Boolean> ends = new ArrayList<>();
        for (Future<Boolean> end :
            replicas.invokeAll(List.of(click, () -> succeeds(request), click))) {
          ends.add(end.get());
        }
        assertThat(ends).containsOnlyOnce(true);
        assertThat(now(request).state())
            .isEqualTo(ends.get(1) ? RequestState.SUCCEEDED : RequestState.UNKNOWN);
      }
    } finally {
      replicas.shutdownNow();
    }
    assertThat(audited("UNKNOWN", MEGAN).size() + audited("SUCCEEDED", Person.HOLDFAST).size())
        .isEqualTo(5);
  }

  private boolean succeeds(Request request) {
    try {
      bench.change(now(request), r -> r.mainStep().succeed(Message.plain("done"), NOW));
      return true;
    } catch (ConcurrentUpdateException | IllegalTransitionException lost) {
      return false;
    }
  }

  private Request late(int approvals) {
    Request request = verifying(approvals);
    bench.change(
        request, r -> r.completed().finOpsAwaited(WHY, Optional.empty(), NOW).orElseThrow());
    return bench.change(request, r -> r.completed().finOpsLate(WHY, false, List.of(), NOW));
  }

  private Request verifying(int approvals) {
    Request request =
        bench.add(
            Request.submit(
                bench.requests().nextId(), details(restore(), approvals, "draft-" + ++drafts)));
    if (approvals > 0) {
      bench.change(request, r -> r.approval().approve(MEGAN, "", request.details().digest(), NOW));
    }
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    return bench.change(request, r -> r.mainStep().beginVerification(NOW));
  }

  private DecisionResult stop(Request request, Person by) {
    return service().stopWaiting(request.id(), by, "needed");
  }

  private OutcomeResolutionService service() {
    return bench.get(OutcomeResolutionService.class);
  }

  private Request now(Request request) {
    return bench.requests().find(request.id()).orElseThrow();
  }

  private List<String> audited(String what, Person who) {
    return bench
        .get(JdbcClient.class)
        .sql("select words from audit where what = ? and who_id = ?")
        .params(what, who.id())
        .query(String.class)
        .list();
  }

  private static PolicyProperties policy() {
    return new PolicyProperties(
        List.of(
            PolicyEvaluatorTests.rule("*", List.of("*"), List.of(MEGAN.id()), 1, Target.ALLOWED)));
  }

  private static void assertRefused(DecisionResult decided, DenialReason why) {
    assertThat(decided)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.why()).isEqualTo(why));
  }
}
