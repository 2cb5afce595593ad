package dev.holdfast.execution.queue;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.execution.DriveBench;
import dev.holdfast.execution.LegacyLeaves;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.LeaveRequests;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Never two at once on one environment, also when two replicas look in the same instant. */
@EachDatabase
class EnvironmentQueueTests {

  private static final int ROUNDS = 60;
  private static final Instant END = Instant.parse("2026-12-24T12:00:00Z");

  private final Databases database;
  private final ExecutorService replicas = Executors.newFixedThreadPool(2);
  private Workbench bench;
  private EnvironmentQueue turns;
  private FreezeService freezes;

  EnvironmentQueueTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    ScriptedAdminApi api = new ScriptedAdminApi();
    bench = DriveBench.open(DriveBench.with(api, database, Map.of()));
    turns = bench.get(EnvironmentQueue.class);
    freezes = bench.get(FreezeService.class);
  }

  @AfterEach
  void close() {
    replicas.shutdownNow();
    bench.close();
  }

  /**
   * The earlier is approved in the very instant in which the later sets out: each may find the way
   * free, for neither is at work yet.
   */
  @Test
  void ofTwoOnOneTargetNeverBothBegin() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      EnvironmentRef target = environment("target-" + round);
      RequestId earlier = submitted(onto(UAT, target));
      RequestId later = approved(onto(UAT, target));
      assertThat(race(earlier, later)).as("round %d", round).isEqualTo(1);
    }
  }

  @Test
  void whatIsReadIsNotOverwrittenMeanwhile() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      EnvironmentRef one = environment("one-" + round);
      EnvironmentRef other = environment("other-" + round);
      RequestId earlier = submitted(onto(one, other));
      RequestId later = approved(onto(other, one));
      assertThat(race(earlier, later)).as("round %d", round).isEqualTo(1);
    }
  }

  @Test
  void twoMayReadTheSameSource() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      RequestId one = submitted(onto(UAT, environment("this-" + round)));
      RequestId other = approved(onto(UAT, environment("that-" + round)));
      assertThat(race(one, other)).as("round %d", round).isEqualTo(2);
      Stream.of(one, other).map(this::request).forEach(this::end);
    }
  }

  @Test
  void whatABackupTakesIsNotOverwrittenMeanwhile() throws Exception {
    RequestId earlier = submitted(new BackupSpec(DEV, "label", ""));
    RequestId later = approved(restore());
    assertThat(race(earlier, later)).isEqualTo(1);
  }

  @Test
  void whatWasUnderWayBeforeThereWereLocksIsInTheWay() {
    RequestId before = approved(restore());
    bench.change(request(before), r -> r.mainStep().commitStart(bench.clock.instant()));
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql("select count(*) from environment_locks")
                .query(Long.class)
                .single())
        .isZero();
    RequestId now = approved(restore());
    assertThat(begin(now)).isFalse();
    assertThat(request(now).state()).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void theTargetThatLeavesAdministrationModeIsWaitedFor() {
    RequestId restored = approved(restore());
    Request ended = request(restored);
    bench.change(ended, r -> r.mainStep().commitStart(bench.clock.instant()));
    bench.change(ended, r -> r.mainStep().accepted(progress("Running"), "", bench.clock.instant()));
    bench.change(ended, r -> r.mainStep().beginVerification(bench.clock.instant()));
    bench.change(
        ended,
        r ->
            r.completed()
                .succeedInAdministrationMode(Message.plain("done"), true, bench.clock.instant()));
    RequestId leave = LeaveRequests.ask(bench, ended, MEGAN).id();
    RequestId next = approved(restore());
    assertThat(reason(next)).contains("Waiting for %s, which goes first.".formatted(leave));
    assertThat(begin(leave)).isTrue();
    assertThat(reason(next))
        .contains("Waiting for %s, which is running on Contoso Dev.".formatted(leave));
    assertThat(begin(next)).isFalse();
  }

  /** What is in line may wait until the request before is resolved, and that waits for this. */
  @Test
  void leavingAdministrationModeGoesBeforeWhatIsInLine() {
    Request doubtful = request(approved(restore()));
    bench.change(doubtful, r -> r.mainStep().commitStart(bench.clock.instant()));
    bench.change(
        doubtful, r -> r.mainStep().accepted(progress("Running"), "", bench.clock.instant()));
    bench.change(
        doubtful,
        r ->
            r.mainStep()
                .outcomeUnknown(
                    new Outcome(
                        bench.clock.instant(),
                        Message.plain("?"),
                        Optional.empty(),
                        Optional.empty(),
                        true)));
    bench.change(
        doubtful, r -> r.completed().seenInAdministrationMode(true, bench.clock.instant()));
    RequestId next = approved(restore());
    RequestId leave = LeaveRequests.ask(bench, doubtful, MEGAN).id();
    assertThat(turns.blockerOf(request(leave))).isEmpty();
    assertThat(reason(next).orElseThrow()).contains(doubtful.id().toString(), "outcome is unknown");
    assertThat(begin(leave)).isTrue();
  }

  /** As a replica of an earlier version stores it. */
  @Test
  void aModeThatAReplicaOfAnEarlierVersionIsLeavingIsWaitedFor() {
    RequestId restored = LegacyLeaves.store(bench, Phase.RUNNING);
    RequestId next = approved(restore());
    assertThat(reason(next))
        .contains(
            "Waiting for %s. Administration mode is being turned off on Contoso Dev."
                .formatted(restored));
  }

  /** Either the start was committed first, or it sees the freeze: never both, in this order. */
  @Test
  void whatIsFrozenBeforeItBeginsDoesNotBegin() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      EnvironmentRef target = environment("frozen-" + round);
      RequestId id = approved(onto(UAT, target));
      Optional<EnvironmentRef> scope = round % 2 == 0 ? Optional.of(target) : Optional.empty();
      CyclicBarrier start = new CyclicBarrier(2);
      Future<RequestState> frozen =
          replicas.submit(
              () -> {
                start.await();
                freezes.start(scope, MEGAN, "race", END);
                return request(id).state();
              });
      Future<Boolean> began =
          replicas.submit(
              () -> {
                start.await();
                return begin(id);
              });
      assertThat(began.get())
          .as("round %d", round)
          .isEqualTo(frozen.get() == RequestState.STARTING);
      freezes.active().forEach(freeze -> freezes.end(freeze.id(), MEGAN));
      Optional.of(request(id)).filter(one -> one.state().isExecuting()).ifPresent(this::end);
    }
  }

  /** How many of the two began. The earlier is approved first, in the same breath. */
  private int race(RequestId earlier, RequestId later) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Future<Boolean> one =
        replicas.submit(
            () -> {
              start.await();
              bench.change(
                  request(earlier),
                  r ->
                      r.approval().approve(MEGAN, "", r.details().digest(), bench.clock.instant()));
              return begin(earlier);
            });
    Future<Boolean> other =
        replicas.submit(
            () -> {
              start.await();
              return begin(later);
            });
    long began = Stream.of(one.get(), other.get()).filter(b -> b).count();
    assertThat(
            Stream.of(earlier, later)
                .filter(id -> request(id).state() == RequestState.STARTING)
                .count())
        .isEqualTo(began);
    return (int) began;
  }

  private boolean begin(RequestId id) {
    Request request = request(id);
    Optional<QueueBlocker> inTheWay =
        turns.startIfFree(request, () -> request.mainStep().commitStart(bench.clock.instant()));
    return inTheWay.isEmpty();
  }

  private void end(Request request) {
    bench.change(
        request,
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        bench.clock.instant(),
                        Message.plain(""),
                        Optional.empty(),
                        Optional.empty(),
                        false)));
  }

  private RequestId submitted(OperationSpec work) {
    RequestId id = bench.requests().nextId();
    bench.add(Request.submit(id, details(work, 1, "draft-" + id)));
    return id;
  }

  private RequestId approved(OperationSpec work) {
    RequestId id = submitted(work);
    bench.change(
        request(id),
        r -> r.approval().approve(MEGAN, "", r.details().digest(), bench.clock.instant()));
    return id;
  }

  private Optional<String> reason(RequestId id) {
    return turns.blockerOf(request(id)).map(QueueBlocker::reason).map(StoredMessage::english);
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }

  private static RestoreSpec onto(EnvironmentRef source, EnvironmentRef target) {
    RestoreSpec plain = restore();
    return new RestoreSpec(
        source,
        target,
        plain.point(),
        plain.backupLabel(),
        target.displayName(),
        true,
        Optional.empty(),
        false);
  }

  private static EnvironmentRef environment(String id) {
    return new EnvironmentRef(id, id, "", Map.of());
  }
}
