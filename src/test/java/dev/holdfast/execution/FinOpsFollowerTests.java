package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static dev.holdfast.testing.ScriptedFinOps.error;
import static dev.holdfast.testing.ScriptedFinOps.none;
import static dev.holdfast.testing.ScriptedFinOps.state;
import static dev.holdfast.testing.ScriptedFinOps.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsHistoryEntry;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.IllegalTransitionException;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.TargetObservation.FinanceAndOperations;
import dev.holdfast.request.store.ConcurrentUpdateException;
import dev.holdfast.request.verification.FinOpsActivity;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.ScriptedFinOps;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A restore is done when finance and operations runs again, not when Dataverse does. */
@EachDatabase
class FinOpsFollowerTests {

  private static final Duration OFTEN = Duration.ofSeconds(15);
  private static final Duration SELDOM = Duration.ofMinutes(10);
  private static final Duration LATE = Duration.ofHours(1).plusSeconds(1);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final ScriptedFinOps finOps = new ScriptedFinOps();
  private final List<RequestEventType> events = new CopyOnWriteArrayList<>();
  private final Databases database;
  private boolean dies;
  private Workbench bench;

  FinOpsFollowerTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench =
        DriveBench.open(DriveBench.with(api, finOps, database, Map.of()).onEvents(this::overhear));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void overhear(RequestEvent event) {
    if (dies) {
      throw new IllegalStateException("the process ends here");
    }
    events.add(event.type());
  }

  @Test
  void whatAllSourcesAgreeOnSucceedsWithTheStateAsItWasRead() {
    RequestId id = verifying();
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(words(id)).contains("Finance and operations is ready (Enabled).");
    assertThat(request(id).completed().targetObservation().orElseThrow().financeAndOperations())
        .contains(new FinanceAndOperations(Optional.of("Enabled")));
    assertThat(finOps.askedSince).isEqualTo(NOW.minus(Duration.ofMinutes(2)));
  }

  @Test
  void aBackupDoesNotAskForIt() {
    finOps.state = state("Failed");
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(backup());
    step(id);
    step(id);
    api.backups.add(
        new Backup(
            "b-1", "before go-live", Optional.empty(), NOW, Optional.empty(), Optional.empty()));
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void whatIsLateIsToldOnceAndFollowedToItsEnd() {
    finOps.state = state("Updating");
    RequestId id = verifying();
    assertThat(step(id)).contains(OFTEN);
    assertThat(waits(id))
        .startsWith("Finance and operations on ")
        .endsWith(" isn't ready yet. Its state is Updating.");
    bench.clock.advance(LATE);
    assertThat(step(id)).contains(SELDOM);
    assertThat(step(id)).contains(SELDOM);
    assertThat(told()).isEqualTo(1);
    assertThat(request(id).state()).isEqualTo(RequestState.VERIFYING);
    assertThat(request(id).administrationMode()).isEmpty();
    assertThat(request(id).completed().finOps().isLate()).isTrue();
    finOps.state = state("Ready");
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(request(id).administrationMode()).isPresent();
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void anErrorIsToldWhenItIsSeenTwice() {
    finOps.errors =
        new FinOpsAnswer.Known<>(List.of(error("DataSyncFailed", "The sync didn't end.", NOW)));
    RequestId id = verifying();
    assertThat(step(id)).contains(OFTEN);
    assertThat(told()).isZero();
    assertThat(step(id)).contains(SELDOM);
    assertThat(told()).isEqualTo(1);
    assertThat(waits(id)).contains("DataSyncFailed: The sync didn't end. (Restore, SyncDatabase)");
  }

  @Test
  void aStateThatSaysItFailedIsNoSuccessHoweverLongItTakes() {
    finOps.state = state("Failed");
    RequestId id = verifying();
    step(id);
    step(id);
    assertThat(told()).isEqualTo(1);
    bench.clock.advance(Duration.ofDays(3).plusSeconds(1));
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(words(id)).contains("Its state is Failed.");
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void afterADaysPauseItIsToldBeforeItBecomesUnknown() {
    finOps.state = state("Updating");
    RequestId id = verifying();
    step(id);
    bench.clock.advance(Duration.ofDays(4));
    assertThat(step(id)).contains(SELDOM);
    assertThat(told()).isEqualTo(1);
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void whatCannotBeReadBecomesUnknownWithWhatToDo() {
    finOps.properties.put(DEV.id(), none(Reason.NOT_ASKED));
    finOps.state = none(Reason.REFUSED);
    RequestId id = verifying();
    assertThat(step(id)).contains(OFTEN);
    bench.clock.advance(LATE);
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(words(id)).contains("as an application user");
    assertThat(told()).isZero();
  }

  /** Such as those with an ID of their own for each answer. */
  @Test
  void wordsThatDifferEachTimeKeepNothingOpenForEver() {
    RequestId id = verifying();
    for (int look = 0; look < 3; look++) {
      finOps.properties.put(
          DEV.id(), new FinOpsAnswer.Unavailable<>(Reason.NOT_THERE, "404, request " + look));
      step(id);
      bench.clock.advance(LATE);
    }
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void withoutAUserInDataverseThePropertiesSufficeAndTheCardSaysWhatWasNotChecked() {
    finOps.state = none(Reason.REFUSED);
    finOps.errors = none(Reason.NOT_THERE);
    RequestId id = verifying();
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(words(id))
        .contains("as far as Power Platform reports it. Not checked: its state and the errors of");
  }

  @Test
  void anotherVersionThanTheSourcesIsNotASuccess() {
    finOps.properties.put(UAT.id(), version("10.0.2645.136"));
    finOps.properties.put(DEV.id(), version("10.0.2428.63"));
    RequestId id = verifying();
    assertThat(request(id).completed().finOps().sourceVersion()).contains("10.0.2645.136");
    assertThat(step(id)).contains(OFTEN);
    bench.clock.advance(LATE);
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(words(id))
        .contains("has version 10.0.2428.63, and the source had version 10.0.2645.136");
  }

  @Test
  void aVersionThatComesInTimeIsFine() {
    finOps.properties.put(DEV.id(), version("10.0.2428.63"));
    RequestId id = verifying();
    step(id);
    finOps.properties.clear();
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  /** The environment's links show late (facts 1.9, row 9). */
  @Test
  void anEnvironmentThatShowsNoAppsAlthoughTheSourceHasSomeIsNotASuccess() {
    finOps.state = state("Failed");
    RequestId id = verifying();
    Environment shown = api.environments.get(DEV.id());
    api.environments.put(DEV.id(), without(shown));
    assertThat(step(id)).contains(OFTEN);
    assertThat(waits(id)).contains("doesn't show its finance and operations apps");
    api.environments.put(DEV.id(), shown);
    finOps.state = state("Enabled");
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  private static Environment without(Environment shown) {
    return new Environment(
        shown.identity(),
        shown.history(),
        shown.location(),
        shown.state(),
        shown.encryption(),
        new Environment.Links(shown.dataverse(), new FinOpsLink.None()),
        shown.storage(),
        shown.unreadable());
  }

  @Test
  void noAnswerForAnHourIsToldAsThat() {
    finOps.state = none(Reason.UNREACHABLE);
    RequestId id = verifying();
    step(id);
    bench.clock.advance(LATE);
    step(id);
    assertThat(told()).isEqualTo(1);
    assertThat(request(id).completed().finOps().silent()).isTrue();
  }

  @Test
  void whoTurnsAdministrationModeOffInTheMeantimeDoesNotUndoWhatWasSeen() {
    finOps.state = state("Updating");
    RequestId id = verifying();
    step(id);
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Sandbox");
    bench.clock.advance(Duration.ofMinutes(10));
    assertThat(step(id)).contains(OFTEN);
    finOps.state = state("Enabled");
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(words(id)).contains("The mode has been turned off since.");
  }

  @Test
  void anEnvironmentThatIsBusyAgainIsWaitedForAsLong() {
    finOps.state = state("Updating");
    RequestId id = verifying();
    step(id);
    api.put(DEV.id(), DEV.displayName(), "Running", "AdminMode", "Sandbox");
    bench.clock.advance(Duration.ofHours(3));
    assertThat(step(id)).contains(SELDOM);
    assertThat(request(id).state()).isEqualTo(RequestState.VERIFYING);
  }

  @Test
  void anEndInBetweenTellsItNeitherTwiceNorNever() {
    finOps.state = state("Updating");
    RequestId id = verifying();
    step(id);
    bench.clock.advance(LATE);
    dies = true;
    assertThatThrownBy(() -> step(id)).isInstanceOf(IllegalStateException.class);
    dies = false;
    assertThat(request(id).completed().finOps().isLate()).isFalse();
    step(id);
    step(id);
    assertThat(told()).isEqualTo(1);
    assertThat(audited()).isEqualTo(1);
  }

  @Test
  void ofManyReplicasOneTellsIt() throws Exception {
    finOps.state = state("Updating");
    RequestId id = verifying();
    step(id);
    bench.clock.advance(LATE);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(threads.submit(() -> stepAmongOthers(id)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(told()).isEqualTo(1);
    assertThat(audited()).isEqualTo(1);
  }

  private void stepAmongOthers(RequestId id) {
    try {
      step(id);
    } catch (ConcurrentUpdateException lost) {
      // Another was first; the task is taken again later.
    }
  }

  @Test
  void whoHasItLookedAtAgainGetsTheWholeTime() {
    finOps.state = state("Failed");
    RequestId id = verifying();
    step(id);
    step(id);
    bench.clock.advance(Duration.ofDays(3).plusSeconds(1));
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    bench.change(
        request(id), r -> r.resolution().lookAgain(Samples.MEGAN, "", bench.clock.instant()));
    assertThat(step(id)).contains(OFTEN);
    assertThat(request(id).completed().finOps().isLate()).isFalse();
    assertThat(request(id).completed().finOps().sourceVersion()).contains(ScriptedFinOps.VERSION);
    assertThat(audited("REQUEST_CHANGED")).isZero();
  }

  /** The card changes when that does, and not at each look. */
  @Test
  void whatTheServiceDoesInTheMeantimeIsKeptForTheCard() {
    finOps.state = state("Updating");
    finOps.history = history("DatabaseRestore", "In progress");
    RequestId id = verifying();
    step(id);
    FinOpsActivity first = new FinOpsActivity("DatabaseRestore", "In progress", Optional.of(NOW));
    assertThat(request(id).completed().finOps().activity()).contains(first);
    long version = request(id).version();
    step(id);
    assertThat(request(id).version()).isEqualTo(version);
    finOps.history = none(Reason.UNREACHABLE);
    step(id);
    assertThat(request(id).completed().finOps().activity()).contains(first);
    finOps.history = history("DatabaseSync", "In progress");
    step(id);
    assertThat(request(id).version()).isEqualTo(version + 1);
    assertThat(request(id).completed().finOps().activity())
        .map(FinOpsActivity::name)
        .contains("DatabaseSync");
    assertThat(waits(id)).endsWith("isn't ready yet. Its state is Updating.");
    finOps.state = state("Enabled");
    finOps.history = history("DatabaseSync", "Failed");
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  private static FinOpsAnswer<List<FinOpsHistoryEntry>> history(String name, String status) {
    return new FinOpsAnswer.Known<>(
        List.of(new FinOpsHistoryEntry(name, status, Optional.of(NOW), Optional.empty())));
  }

  @Test
  void whatSomebodyStopsWaitingForIsUnknownAndLookedAtAtOnce() {
    RequestId id = late();
    bench.change(
        request(id), r -> r.completed().stopWaiting(MEGAN, "needed", bench.clock.instant()));
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(words(id))
        .startsWith("Dataverse is restored, and Holdfast hasn't seen finance and operations run on")
        .contains("Megan Bowen stopped waiting: “needed”")
        .endsWith("isn't ready yet. Its state is Updating.");
    verify(bench.scheduler)
        .reschedule(
            argThat(
                task ->
                    task.getTaskName().equals("drive-request")
                        && task.getId().equals(id.toString())),
            eq(bench.clock.instant()));
    finOps.state = state("Enabled");
    assertThat(step(id)).isEmpty();
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(request(id).administrationMode()).isPresent();
    assertThat(request(id).completed().targetObservation()).isPresent();
    assertThat(request(id).resolution().options())
        .containsExactlyInAnyOrder(
            ResolutionKind.LOOK_AGAIN, ResolutionKind.CONFIRMED, ResolutionKind.GIVE_UP);
    assertThat(audited("UNKNOWN")).isEqualTo(1);
  }

  @Test
  void aLookThatIsUnderWayWhenSomebodyStopsComesTooLate() {
    RequestId id = late();
    finOps.state = state("Enabled");
    finOps.meanwhile =
        () -> {
          finOps.meanwhile = () -> {};
          bench.change(
              request(id), r -> r.completed().stopWaiting(MEGAN, "needed", bench.clock.instant()));
        };
    assertThatThrownBy(() -> step(id)).isInstanceOf(ConcurrentUpdateException.class);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(audited("SUCCEEDED")).isZero();
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
  }

  /** The task that a person's word made drives it then. */
  @Test
  void whatIsLateOnceMoreCanBeStoppedOnceMore() {
    RequestId id = late();
    bench.change(
        request(id), r -> r.completed().stopWaiting(MEGAN, "needed", bench.clock.instant()));
    bench.change(request(id), r -> r.resolution().lookAgain(MEGAN, "", bench.clock.instant()));
    long word = request(id).version();
    assertThat(request(id).completed().isFinOpsLate()).isFalse();
    step(id);
    bench.clock.advance(LATE);
    step(id);
    bench.change(
        request(id), r -> r.completed().stopWaiting(MEGAN, "again", bench.clock.instant()));
    verify(bench.scheduler)
        .reschedule(
            argThat(
                task ->
                    task.getTaskName().equals("drive-settled-request")
                        && task.getId().equals(id + "@" + word)),
            eq(bench.clock.instant()));
    assertThat(audited("REQUEST_CHANGED")).isZero();
  }

  @Test
  void whatIsNotLateOrIsOverCannotBeStopped() {
    RequestId waits = verifying();
    assertThatThrownBy(
            () -> request(waits).completed().stopWaiting(MEGAN, "needed", bench.clock.instant()))
        .isInstanceOf(IllegalTransitionException.class);
    assertThat(step(waits)).isEmpty();
    assertThat(request(waits).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThatThrownBy(
            () -> request(waits).completed().stopWaiting(MEGAN, "needed", bench.clock.instant()))
        .isInstanceOf(IllegalTransitionException.class);
  }

  private RequestId late() {
    finOps.state = state("Updating");
    RequestId id = verifying();
    step(id);
    bench.clock.advance(LATE);
    step(id);
    assertThat(request(id).completed().isFinOpsLate()).isTrue();
    return id;
  }

  @Test
  void whileTheEnvironmentCannotBeReadItIsFollowed() {
    finOps.state = state("Updating");
    RequestId id = verifying();
    step(id);
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "503")));
    assertThat(step(id)).isPresent();
    assertThat(request(id).state()).isEqualTo(RequestState.VERIFYING);
  }

  private RequestId verifying() {
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.VERIFYING);
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    return id;
  }

  private Optional<Duration> step(RequestId id) {
    return bench.get(RequestWorker.class).run(id);
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }

  private String words(RequestId id) {
    return StoredMessage.english(request(id).outcome().orElseThrow().message());
  }

  private String waits(RequestId id) {
    return StoredMessage.english(request(id).waitReason().orElseThrow());
  }

  private long told() {
    return events.stream()
        .filter(type -> type == RequestEventType.FINANCE_AND_OPERATIONS_LATE)
        .count();
  }

  private long audited() {
    return audited("FINANCE_AND_OPERATIONS_LATE");
  }

  private long audited(String what) {
    return bench
        .get(JdbcClient.class)
        .sql("select count(*) from audit where what = ?")
        .param(what)
        .query(Long.class)
        .single();
  }
}
