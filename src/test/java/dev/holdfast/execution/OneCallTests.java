package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which operation is ours after a lost answer, and which replica may call. */
class OneCallTests {

  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Duration TAKEOVER = Duration.ofMinutes(4);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench;
  private RequestId id;

  @BeforeEach
  void open() {
    bench =
        DriveBench.open(
            DriveBench.with(
                api,
                Databases.H2,
                Map.of(
                    "operation-listing-delay", GRACE,
                    "takeover-delay", TAKEOVER,
                    "max-check-age", Duration.ofMinutes(2))));
    id = bench.requests().nextId();
    Request request = bench.add(Request.submit(id, details(restore(), 1)));
    bench.change(
        request, r -> r.approval().approve(MEGAN, "", r.details().digest(), bench.clock.instant()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anOperationThatWasListedBeforeTheCallIsNotOurs() {
    api.operations.add(ended("op-0", NOW));
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    step();
    step();
    assertThat(request().state()).isEqualTo(RequestState.STARTING);
    api.operations.add(running("op-1", ScriptedAdminApi.CALLER));
    step();
    assertThat(request().progress().orElseThrow().operationId()).contains("op-1");
  }

  @Test
  void aNewOperationOfAnotherApplicationIsForAPerson() {
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    step();
    api.operations.add(running("op-1", "another-application"));
    step();
    assertThat(request().state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(request().resolution().candidates()).hasSize(1);
  }

  @Test
  void whereTheOwnIdIsNotKnownNothingIsAdopted() {
    api.callerIds = Set.of();
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    step();
    api.operations.add(running("op-1", ScriptedAdminApi.CALLER));
    step();
    assertThat(request().state()).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void whereTheServiceDoesNotSayWhoStartedItANewOneIsOurs() {
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    step();
    api.operations.add(running("op-1", ""));
    step();
    assertThat(request().state()).isEqualTo(RequestState.RUNNING);
  }

  /** Nobody wrote down what was listed then, but the service says that it's ours. */
  @Test
  void anIntentFromBeforeTheUpgradeAdoptsWhatTheServiceSaysIsOurs() {
    bench.change(request(), r -> r.mainStep().commitStart(bench.clock.instant()));
    api.operations.add(running("op-1", ScriptedAdminApi.CALLER));
    bench.clock.advance(TAKEOVER);
    step();
    assertThat(request().state()).isEqualTo(RequestState.RUNNING);
    assertThat(api.restores).isEmpty();
  }

  @Test
  void anIntentFromBeforeTheUpgradeAdoptsNothingOfWhichNobodySaysWhoseItIs() {
    bench.change(request(), r -> r.mainStep().commitStart(bench.clock.instant()));
    api.operations.add(running("op-1", ""));
    bench.clock.advance(TAKEOVER);
    step();
    assertThat(request().state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(api.restores).isEmpty();
  }

  /** The other admin API may list under other IDs what was there before. */
  @Test
  void whatACallMayHaveBegunIsLookedForWhereItWentOnly() {
    api.takesOrders = Optional.of(AdminApiFlavor.PPAPI);
    api.starts(fails(Kind.UNAVAILABLE, "cut"));
    step();
    assertThat(request().mainStep().attempts().flavor()).contains("PPAPI");
    assertThat(api.askedThrough).isNotEmpty().containsOnly(Optional.of(AdminApiFlavor.PPAPI));

    api.takesOrders = Optional.of(AdminApiFlavor.BAP);
    api.operations.add(running("op-1", ScriptedAdminApi.CALLER));
    api.askedThrough.clear();
    step();
    assertThat(request().state()).isEqualTo(RequestState.RUNNING);
    assertThat(api.askedThrough).isNotEmpty().containsOnly(Optional.of(AdminApiFlavor.PPAPI));
  }

  @Test
  void withoutAListOfTheOperationsNothingIsCalled() {
    api.unlisted = Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "The list is down."));
    assertThat(step()).isPresent();
    assertThat(request().state()).isEqualTo(RequestState.APPROVED);
    assertThat(request().waitReason().map(StoredMessage::english).orElseThrow())
        .contains("The list is down.");
    assertThat(api.restores).isEmpty();
    api.unlisted = Optional.empty();
    api.starts(accepted());
    step();
    assertThat(api.restores).hasSize(1);
  }

  /** The one that committed the intent may still send it: until then nothing is concluded. */
  @Test
  void untilTheCallCannotBeOnItsWayAnyMoreItIsOnlyLookedFor() {
    bench.change(
        request(),
        r -> r.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    assertThat(step()).contains(Duration.ofSeconds(30));
    assertThat(request().waitReason().orElseThrow().code()).isEqualTo("start.looking");
    bench.clock.advance(TAKEOVER.minusSeconds(1));
    assertThat(step()).contains(Duration.ofSeconds(1));
    assertThat(request().mainStep().attempts().shownNothing()).isZero();
    bench.clock.advance(Duration.ofSeconds(1));
    step();
    assertThat(request().mainStep().attempts().shownNothing()).isEqualTo(1);
  }

  @Test
  void aReplicaThatPausedRightBeforeTheCallDoesNotCall() {
    beforeSending(() -> bench.clock.advance(Duration.ofMinutes(2).plusSeconds(1)));
    assertThat(step()).contains(Duration.ZERO);
    assertThat(api.restores).isEmpty();
    assertThat(request().state()).isEqualTo(RequestState.STARTING);
  }

  /** The checks, not the intent, must be fresh: the pause may come between the two. */
  @Test
  void norOneThatPausedBetweenItsChecksAndTheIntent() {
    bench.clock.advance(Duration.ofMinutes(1));
    beforeSending(() -> bench.clock.advance(Duration.ofMinutes(2)));
    api.starts(accepted());
    step();
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void theReplicaThatTookOverCallsAndTheOneThatPausedDoesNot() {
    beforeSending(
        () -> {
          bench.clock.advance(TAKEOVER.plus(GRACE));
          api.starts(accepted());
          step();
          step();
          assertThat(request().state()).isEqualTo(RequestState.RUNNING);
        });
    step();
    assertThat(api.restores).hasSize(1);
    assertThat(request().state()).isEqualTo(RequestState.RUNNING);
  }

  /** Its checks are fresh; what tells it is the version. */
  @Test
  void aRequestThatMovedMeanwhileKeepsTheCallFromGoingOut() {
    beforeSending(
        () ->
            bench.change(
                request(),
                r -> r.mainStep().notStarted(Message.plain("taken"), bench.clock.instant())));
    step();
    assertThat(api.restores).isEmpty();
    assertThat(request().state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void whoTakesOverConcludesNothingWhileTheCallMayBeOnItsWay() {
    bench.change(
        request(),
        r -> r.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    api.operations.add(running("op-1", "another-application"));
    assertThat(step()).isPresent();
    assertThat(request().state()).isEqualTo(RequestState.STARTING);
    bench.clock.advance(TAKEOVER);
    step();
    assertThat(request().state()).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void whoTakesOverCallsOnlyAfterTheCallMustHaveEndedAndCouldBeListed() {
    bench.change(
        request(),
        r -> r.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    bench.clock.advance(TAKEOVER);
    step();
    bench.clock.advance(GRACE.minusSeconds(1));
    step();
    assertThat(api.restores).isEmpty();
    api.starts(accepted());
    bench.clock.advance(Duration.ofSeconds(1));
    step();
    assertThat(api.restores).hasSize(1);
  }

  /** The other replica's call may have arrived while this one paused. */
  @Test
  void aLookThatIsOlderThanTheGraceProvesNothing() {
    bench.change(
        request(),
        r -> r.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    bench.clock.advance(TAKEOVER);
    step();
    api.afterListing = () -> bench.clock.advance(GRACE);
    step();
    assertThat(api.restores).isEmpty();
    assertThat(request().state()).isEqualTo(RequestState.STARTING);
  }

  /** A replica that saw the call end waits for the list alone. */
  @Test
  void whoLostTheAnswerWaitsForTheListAlone() {
    api.starts(fails(Kind.UNAVAILABLE, "cut")).starts(accepted());
    step();
    bench.clock.advance(GRACE);
    step();
    step();
    assertThat(api.restores).hasSize(2);
  }

  private void beforeSending(Runnable pause) {
    api.beforeSending =
        () -> {
          api.beforeSending = () -> {};
          pause.run();
        };
  }

  private static AdminOperation ended(String id, Instant at) {
    return ScriptedAdminApi.listed(
        id,
        "Restore",
        at,
        "ServicePrincipal",
        AdminOperation.State.SUCCEEDED,
        "Succeeded",
        Optional.empty());
  }

  private AdminOperation running(String id, String by) {
    AdminOperation listed =
        ScriptedAdminApi.listed(
            id,
            "Restore",
            bench.clock.instant(),
            "ServicePrincipal",
            AdminOperation.State.RUNNING,
            "Running",
            Optional.empty());
    return new AdminOperation(
        listed.ref(),
        id,
        listed.type(),
        listed.progress(),
        listed.createdAt(),
        listed.lastActionAt(),
        Optional.of(new Principal(by, "Somebody", "ServicePrincipal")));
  }

  private Optional<Duration> step() {
    return bench.get(RequestWorker.class).run(id);
  }

  private Request request() {
    return bench.requests().find(id).orElseThrow();
  }
}
