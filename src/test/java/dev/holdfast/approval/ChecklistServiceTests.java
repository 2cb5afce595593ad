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
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.message.Message;
import dev.holdfast.request.ChecklistTransitions;
import dev.holdfast.request.ChecklistTransitions.Tick;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.followup.ChecklistSource;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
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

/** Who ticks what is done after a restore, and takes that back. */
@EachDatabase
class ChecklistServiceTests {

  private final Databases database;
  private Workbench bench;

  ChecklistServiceTests(Databases database) {
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
  void twoPeopleTickItemsAndOneTakesATickBack() {
    Request request = succeeded();
    assertThat(service().tick(request.id(), ALEX, "users")).isInstanceOf(Done.class);
    bench.clock.advance(Duration.ofMinutes(1));
    assertThat(service().tick(request.id(), MEGAN, "admin-mode")).isInstanceOf(Done.class);
    assertThat(ticks(request)).containsExactly(ALEX, MEGAN);
    bench.clock.advance(Duration.ofMinutes(1));
    assertThat(service().untick(request.id(), MEGAN, "users", NOW.toString()))
        .isInstanceOf(Done.class);
    assertThat(ticks(request)).containsExactly(MEGAN);
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql(
                    "select what || ' ' || who_id || ' ' || words from audit"
                        + " where what like 'CHECKLIST%' order by id")
                .query(String.class)
                .list())
        .containsExactly(
            "CHECKLIST_TICKED id-alex users",
            "CHECKLIST_TICKED id-megan admin-mode",
            "CHECKLIST_UNTICKED id-megan users");
  }

  @Test
  void aDoubleClickTicksOnce() {
    Request request = succeeded();
    service().tick(request.id(), ALEX, "users");
    long version = now(request).version();
    bench.clock.advance(Duration.ofMinutes(1));
    assertThat(service().tick(request.id(), ALEX, "users")).isInstanceOf(Done.class);
    assertThat(now(request).version()).isEqualTo(version);
    assertThat(list(request).find("users").orElseThrow().tick()).contains(new Tick(ALEX, NOW));
  }

  @Test
  void whoIsSecondIsToldThatItIsDone() {
    Request request = succeeded();
    service().tick(request.id(), ALEX, "users");
    Refused second =
        assertRefused(service().tick(request.id(), MEGAN, "users"), DenialReason.TICKED_BEFORE);
    assertThat(second.request().completed().checklist().find("users").orElseThrow().tick())
        .contains(new Tick(ALEX, NOW));
  }

  @Test
  void clicksAtOnceMakeOneTick() throws Exception {
    Request request = succeeded();
    List<Callable<DecisionResult>> clicks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      clicks.add(() -> service().tick(request.id(), ALEX, "users"));
      clicks.add(() -> service().tick(request.id(), MEGAN, "users"));
    }
    ExecutorService replicas = Executors.newFixedThreadPool(clicks.size());
    try {
      for (Future<DecisionResult> click : replicas.invokeAll(clicks)) {
        assertThat(click.get().request().completed().checklist().find("users").orElseThrow().tick())
            .isPresent();
      }
    } finally {
      replicas.shutdownNow();
    }
    assertThat(audited("CHECKLIST_TICKED")).isOne();
  }

  @Test
  void otherItemsCanBeTickedAtOnce() throws Exception {
    Request request = succeeded();
    ExecutorService replicas = Executors.newFixedThreadPool(2);
    try {
      List<Callable<DecisionResult>> clicks =
          List.of(
              () -> service().tick(request.id(), ALEX, "users"),
              () -> service().tick(request.id(), MEGAN, "admin-mode"));
      for (Future<DecisionResult> click : replicas.invokeAll(clicks)) {
        assertThat(click.get()).isInstanceOf(Done.class);
      }
    } finally {
      replicas.shutdownNow();
    }
    assertThat(ticks(request)).containsExactlyInAnyOrder(ALEX, MEGAN);
  }

  @Test
  void aTickIsTakenBackOnlyAsItWasSeen() {
    Request request = succeeded();
    service().tick(request.id(), ALEX, "users");
    service().untick(request.id(), ALEX, "users", NOW.toString());
    assertRefused(
        service().untick(request.id(), ALEX, "users", NOW.toString()), DenialReason.NO_SUCH_TICK);
    bench.clock.advance(Duration.ofMinutes(1));
    service().tick(request.id(), MEGAN, "users");
    assertRefused(
        service().untick(request.id(), ALEX, "users", NOW.toString()), DenialReason.NO_SUCH_TICK);
    assertThat(ticks(request)).containsExactly(MEGAN);
  }

  @Test
  void whatIsNoMattersOfTheirsNobodyTicks() {
    Request request = succeeded();
    Person stranger = new Person("id-lee", "Lee Gu");
    assertRefused(service().tick(request.id(), stranger, "users"), DenialReason.MAY_NOT_TICK);
    assertRefused(service().untick(request.id(), stranger, "users", ""), DenialReason.MAY_NOT_TICK);
    assertThat(audited("DECISION_REFUSED")).isEqualTo(2);
    assertThat(audited("CHECKLIST_TICKED")).isZero();
  }

  /** The policy lets Alex request nothing any more. */
  @Test
  void aRequesterWhoMayNoLongerRequestTicksNothing() {
    Request request = bench.add(Request.submit(bench.requests().nextId(), details(restore(), 0)));
    assertThat(request.details().requester()).isEqualTo(ALEX);
    PermissionEvaluator permissions = bench.get(PermissionEvaluator.class);
    assertThat(permissions.whyNot(ADELE, Permission.TICK_ITEM, request))
        .contains(DenialReason.MAY_NOT_TICK);
    assertThat(permissions.whyNot(ALEX, Permission.TICK_ITEM, request))
        .contains(DenialReason.NO_SUCH_ITEM);
  }

  @Test
  void thereIsNoOtherItem() {
    Request request = succeeded();
    assertRefused(service().tick(request.id(), ALEX, "own-7"), DenialReason.NO_SUCH_ITEM);
  }

  @Test
  void beforeItHasSucceededThereIsNone() {
    assertRefused(service().tick(verifying().id(), ALEX, "users"), DenialReason.NO_SUCH_ITEM);
  }

  @Test
  void whatAPersonSaysHasSucceededHasAListToo() {
    Request request = verifying();
    bench.change(
        request,
        r ->
            r.mainStep()
                .outcomeUnknown(
                    new Outcome(
                        NOW, Message.plain("?"), Optional.empty(), Optional.empty(), true)));
    assertThat(list(request).exists()).isFalse();
    DecisionResult resolved =
        bench
            .get(OutcomeResolutionService.class)
            .resolve(
                request.id(),
                request.version(),
                MEGAN,
                new ResolutionInput(
                    Optional.of(ResolutionKind.CONFIRMED), "", "Looks good.", false));
    assertThat(resolved).isInstanceOf(Done.class);
    assertThat(now(request).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(list(request).open())
        .extracting(ChecklistItem::key)
        .containsExactly("users", "background-operations", "admin-mode");
  }

  private Request succeeded() {
    Request request = verifying();
    return bench.change(
        request,
        r -> {
          RequestEvent event =
              r.completed().succeedInAdministrationMode(Message.plain("done"), true, NOW);
          bench.get(ChecklistSource.class).fix(r);
          return event;
        });
  }

  private Request verifying() {
    Request request = bench.add(Request.submit(bench.requests().nextId(), details(restore(), 0)));
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    return bench.change(request, r -> r.mainStep().beginVerification(NOW));
  }

  /** Who has ticked something, in the list's order. */
  private List<Person> ticks(Request request) {
    return list(request).entries().stream()
        .flatMap(entry -> entry.tick().stream())
        .map(Tick::by)
        .toList();
  }

  private ChecklistTransitions list(Request request) {
    return now(request).completed().checklist();
  }

  private Request now(Request request) {
    return bench.requests().find(request.id()).orElseThrow();
  }

  private int audited(String what) {
    return bench
        .get(JdbcClient.class)
        .sql("select count(*) from audit where what = ?")
        .param(what)
        .query(Integer.class)
        .single();
  }

  private ChecklistService service() {
    return bench.get(ChecklistService.class);
  }

  private static PolicyProperties policy() {
    return new PolicyProperties(
        List.of(
            PolicyEvaluatorTests.rule(
                "*", List.of(ALEX.id()), List.of(MEGAN.id()), 1, Target.ALLOWED)));
  }

  private static Refused assertRefused(DecisionResult decided, DenialReason why) {
    assertThat(decided)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.why()).isEqualTo(why));
    return (Refused) decided;
  }
}
