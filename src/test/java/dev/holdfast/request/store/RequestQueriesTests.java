package dev.holdfast.request.store;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** What is asked about requests that are stored, and who has the right to change one. */
@EachDatabase
class RequestQueriesTests {

  /** What PostgreSQL and H2 call a lock that wasn't there in time. */
  private static final List<String> LOCK_TIMEOUTS = List.of("55P03", "HYT00");

  private final Databases database;
  private Workbench bench;
  private RequestRepository requests;

  RequestQueriesTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new Workbench(database.fresh()).open("request", "audit");
    requests = bench.requests();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void openRequestsAreCounted() {
    add(restore(), 1);
    add(backup(), 0);
    cancelled();
    RequestCounts counts = bench.get(RequestCounts.class);
    assertThat(counts.openOf(ALEX.id())).isEqualTo(2);
    assertThat(counts.openOf(MEGAN.id())).isZero();
    assertThat(counts.openOn(UAT.id())).isEqualTo(2);
    assertThat(counts.openOn(DEV.id())).isEqualTo(1);
  }

  @Test
  void thoseWhoseRequestsHaveNotStartedAreWaiting() {
    WaitingRequesters waiting = bench.get(WaitingRequesters.class);
    cancelled();
    Request request = add(restoreWithSafetyBackup(), 0);
    add(backup(), 1);
    assertThat(waiting.on(Optional.empty())).containsExactly(ALEX.id());
    assertThat(waiting.on(Optional.of(DEV.id()))).containsExactly(ALEX.id());
    bench.change(request, r -> r.safetyBackupStep().commitStart(NOW));
    assertThat(waiting.on(Optional.of(DEV.id()))).containsExactly(ALEX.id());
    assertThat(waiting.on(Optional.of("env-none"))).isEmpty();
  }

  @Test
  void nobodyWaitsForWhatHasStartedOrIsOver() {
    WaitingRequesters waiting = bench.get(WaitingRequesters.class);
    cancelled();
    Request started = add(restore(), 0);
    bench.change(started, r -> r.mainStep().commitStart(NOW));
    assertThat(waiting.on(Optional.empty())).isEmpty();
    assertThat(waiting.on(Optional.of(DEV.id()))).isEmpty();
  }

  @Test
  void thoseThatAwaitApprovalAreFoundNewestFirst() {
    Request first = add(restore(), 1);
    add(restore(), 0);
    Request second = add(backup(), 1);
    assertThat(requests.awaitingApproval())
        .extracting(Request::id)
        .containsExactly(second.id(), first.id());
  }

  @Test
  void itIsStoredInOneStateWithOneVersion() {
    RequestVersions versions = bench.get(RequestVersions.class);
    Request request = add(restore(), 1);
    assertThat(versions.isStoredAs(request.id(), RequestState.AWAITING_APPROVAL, 1)).isTrue();
    assertThat(versions.isStoredAs(request.id(), RequestState.AWAITING_APPROVAL, 2)).isFalse();
    assertThat(versions.isStoredAs(request.id(), RequestState.APPROVED, 1)).isFalse();
    assertThat(versions.isStoredAs(new RequestId(1), RequestState.AWAITING_APPROVAL, 1)).isFalse();
  }

  @Test
  void whatNoReaderWouldNoticeIsStoredWithoutAnEvent() {
    Request request = add(restore(), 0);
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    request.mainStep().recordAnswerLost(LATER);
    bench.in(() -> requests.saveQuietly(request, LATER));
    Request read = requests.find(request.id()).orElseThrow();
    assertThat(read.mainStep().attempts().answerLostAt()).contains(LATER);
    assertThat(read.version()).isEqualTo(request.version());
    assertThat(audited(request.id())).containsExactly("SUBMITTED", "STARTING");
  }

  @Test
  void whatChangesNoRequestIsRecorded() {
    Request request = add(restore(), 1);
    AuditEvent refused =
        new AuditEvent(
            request.id(), AuditEventType.DECISION_REFUSED, request.state(), ALEX, NOW, "no");
    bench.in(() -> requests.publish(refused));
    assertThat(audited(request.id())).contains("DECISION_REFUSED");
  }

  @Test
  void aRequestIsLockedWithinATransaction() {
    Request request = add(restore(), 1);
    bench.in(
        () -> {
          assertThat(requests.lock(request.id()).orElseThrow().snapshot())
              .isEqualTo(request.snapshot());
          assertThat(requests.lock(new RequestId(1))).isEmpty();
        });
    assertThatThrownBy(() -> requests.lock(request.id()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void onlyWhatHasEndedBeforeAnInstantIsLockedAsSuch() {
    Request open = add(restore(), 1);
    Request ended = cancelled();
    bench.in(
        () -> {
          assertThat(requests.lockEnded(ended.id(), NOW.plusSeconds(1))).isPresent();
          assertThat(requests.lockEnded(ended.id(), NOW)).isEmpty();
          assertThat(requests.lockEnded(open.id(), NOW.plusSeconds(1))).isEmpty();
        });
  }

  @Test
  void anOutcomeThatSomebodyGaveUpIsNoLongerAsked() {
    Request request = add(backup(), 0);
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(
        request, r -> r.mainStep().outcomeUnknown(Outcome.beforeStart(NOW, Message.plain("lost"))));
    assertThat(openQuestion(request)).contains(RequestSummary.OpenQuestion.NEEDED);
    bench.change(request, r -> r.resolution().giveUp(MEGAN, "nobody knows", NOW));
    assertThat(openQuestion(request)).contains(RequestSummary.OpenQuestion.CLOSED);
  }

  private Optional<RequestSummary.OpenQuestion> openQuestion(Request request) {
    return bench.get(RequestSummaries.class).of(List.of(request.id())).get(0).standing().question();
  }

  @Test
  void ofTwoTransactionsOneAtATimeHasAnEnvironment() {
    EnvironmentLockRepository locks = bench.get(EnvironmentLockRepository.class);
    bench.in(() -> locks.take(Set.of(DEV.id(), UAT.id())));
    bench.in(
        () -> {
          locks.take(Set.of(DEV.id()));
          assertThat(inAnother(() -> locks.take(Set.of(DEV.id()))))
              .failsWithin(Duration.ofSeconds(20))
              .withThrowableOfType(ExecutionException.class)
              .satisfies(
                  failure ->
                      assertThat(failure)
                          .cause()
                          .cause()
                          .isInstanceOfSatisfying(
                              SQLException.class,
                              why -> assertThat(why.getSQLState()).isIn(LOCK_TIMEOUTS)));
          assertThat(inAnother(() -> locks.take(Set.of(UAT.id()))))
              .succeedsWithin(Duration.ofSeconds(20));
        });
    assertThat(inAnother(() -> locks.take(Set.of(DEV.id()))))
        .succeedsWithin(Duration.ofSeconds(20));
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql("select environment_id from environment_locks order by environment_id")
                .query(String.class)
                .list())
        .containsExactly(DEV.id(), UAT.id());
    assertThatThrownBy(() -> locks.take(Set.of(DEV.id())))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  /** In a transaction of its own that waits for nobody. */
  private CompletableFuture<Void> inAnother(Runnable work) {
    String atOnce =
        database == Databases.POSTGRESQL ? "set local lock_timeout = 1" : "set lock_timeout 1";
    return CompletableFuture.runAsync(
        () ->
            bench.in(
                () -> {
                  bench.get(JdbcClient.class).sql(atOnce).update();
                  work.run();
                }));
  }

  private Request add(OperationSpec spec, int approvals) {
    RequestId id = requests.nextId();
    return bench.add(Request.submit(id, details(spec, approvals, "draft " + id)));
  }

  private Request cancelled() {
    return bench.change(add(restore(), 1), request -> request.approval().cancel(ALEX, NOW));
  }

  private List<String> audited(RequestId id) {
    return bench
        .get(JdbcClient.class)
        .sql("select what from audit where request_id = ? order by id")
        .param(id.number())
        .query(String.class)
        .list();
  }
}
