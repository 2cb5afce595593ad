package dev.holdfast.approval.join;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.SubmitRequest;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.EnvironmentLockRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.ArrayList;
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
class SubmissionServiceTests {

  private static final BackupSpec BACKUP = backup(UAT, "before go-live", "");

  private final Databases database;
  private Workbench bench;
  private SubmissionService submissions;

  SubmissionServiceTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench =
        new Workbench(database.fresh())
            .with(PolicyProperties.class, policy("*"))
            .open("request", "approval", "audit");
    submissions = bench.get(SubmissionService.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theSameBackupJoinsTheOneThatWaits() {
    Request first = submit("draft-1", ALEX, BACKUP).request();
    SubmissionResult second = submit("draft-2", ADELE, backup(UAT, " Before  GO-live", ""));
    assertThat(second.joined()).isTrue();
    assertThat(second.request().id()).isEqualTo(first.id());
    assertThat(bench.requests().recent(10)).hasSize(1);
    assertThat(joined(first)).extracting(Person::id).containsExactly(ADELE.id());
  }

  @Test
  void whoJoinedAndWithWhichWordsStandsInTheAuditLog() {
    submit("draft-1", ALEX, BACKUP);
    submissions.submit(submission("draft-2", ADELE, BACKUP, "my own reason"));
    assertThat(audited())
        .containsExactly("R-1001 Adele Vance label: before go-live; reason: my own reason");
  }

  @Test
  void theSameFormSentAgainJoinsOnce() {
    Request first = submit("draft-1", ALEX, BACKUP).request();
    submit("draft-2", ADELE, BACKUP);
    assertThat(submit("draft-2", ADELE, BACKUP).joined()).isTrue();
    begin(first);
    SubmissionResult late = submit("draft-2", ADELE, BACKUP);
    assertThat(late.joined()).isTrue();
    assertThat(late.request().id()).isEqualTo(first.id());
    assertThat(submissions.submitted("draft-2", MEGAN)).isEmpty();
    assertThat(bench.requests().recent(10)).hasSize(1);
    assertThat(audited()).hasSize(1);
  }

  @Test
  void whoAskedFirstJoinsTheirOwn() {
    Request first = submit("draft-1", ALEX, BACKUP).request();
    assertThat(submit("draft-1", ALEX, BACKUP).joined()).isFalse();
    SubmissionResult again = submit("draft-2", ALEX, BACKUP);
    assertThat(again.joined()).isTrue();
    assertThat(again.request().id()).isEqualTo(first.id());
  }

  @Test
  void anotherEnvironmentLabelOrNoteIsAnotherBackup() {
    submit("draft-1", ALEX, BACKUP);
    assertThat(submit("draft-2", ADELE, backup(DEV, "before go-live", "")).joined()).isFalse();
    assertThat(submit("draft-3", ADELE, backup(UAT, "after go-live", "")).joined()).isFalse();
    assertThat(submit("draft-4", ADELE, backup(UAT, "before go-live", "mine")).joined()).isFalse();
    assertThat(submit("draft-5", MEGAN, backup(UAT, "before go-live", " mine ")).joined()).isTrue();
    assertThat(audited())
        .singleElement()
        .asString()
        .contains("label: before go-live; notes:  mine");
  }

  @Test
  void onlyABackupThatStartsAtTheSameTimeIsJoined() {
    PlannedStart tonight =
        new PlannedStart(bench.clock.instant().plus(Duration.ofHours(9)), Duration.ofHours(1));
    planned("draft-1", ALEX, Optional.of(tonight));
    assertThat(planned("draft-2", ADELE, Optional.of(tonight)).joined()).isTrue();
    assertThat(submit("draft-3", ADELE, BACKUP).joined()).isFalse();
    PlannedStart longer = new PlannedStart(tonight.notBefore(), Duration.ofHours(2));
    assertThat(planned("draft-4", MEGAN, Optional.of(longer)).joined()).isFalse();
    assertThat(audited()).singleElement().asString().contains("start: " + tonight.notBefore());
  }

  private SubmissionResult planned(String draft, Person by, Optional<PlannedStart> start) {
    SubmitRequest now = submission(draft, by, BACKUP, "");
    return submissions.submit(
        new SubmitRequest(
            now.draft(),
            now.requester(),
            now.zone(),
            now.spec(),
            now.reason(),
            now.origin(),
            now.warnings(),
            SubmitRequest.Asked.of(Optional.empty(), start)));
  }

  @Test
  void noRestoreJoinsAnother() {
    submit("draft-1", ALEX, restore());
    approve(bench.requests().recent(1).get(0));
    assertThat(submit("draft-2", ADELE, restore()).joined()).isFalse();
  }

  @Test
  void whatHasBegunOrEndedOrAwaitsApprovalIsNotJoined() {
    Request begun = submit("draft-1", ALEX, BACKUP).request();
    begin(begun);
    Request cancelled = submit("draft-2", ALEX, BACKUP).request();
    assertThat(cancelled.id()).isNotEqualTo(begun.id());
    bench.get(ApprovalService.class).cancel(cancelled.id(), ALEX);
    assertThat(submit("draft-3", ADELE, BACKUP).joined()).isFalse();
    Request awaiting =
        bench.add(
            Request.submit(
                bench.requests().nextId(),
                details(backup(DEV, "before go-live", ""), 1, "draft-4")));
    assertThat(awaiting.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(submit("draft-5", ADELE, backup(DEV, "before go-live", "")).joined()).isFalse();
  }

  /** What the second person wants to have saved is what the restore leaves. */
  @Test
  void whatComesBeforeAnOpenRestoreIsNotJoinedAfterIt() {
    Request first = submit("draft-1", ALEX, backup(DEV, "before go-live", "")).request();
    Request restore = submit("draft-2", ALEX, restore()).request();
    SubmissionResult second = submit("draft-3", ADELE, backup(DEV, "before go-live", ""));
    assertThat(second.joined()).isFalse();
    SubmissionResult third = submit("draft-4", MEGAN, backup(DEV, "before go-live", ""));
    assertThat(third.request().id()).isEqualTo(second.request().id()).isNotEqualTo(first.id());
    bench.get(ApprovalService.class).cancel(restore.id(), ALEX);
    assertThat(submit("draft-5", MEGAN, backup(DEV, "before go-live", "")).request().id())
        .isEqualTo(first.id());
  }

  @Test
  void aRestoreFromTheEnvironmentChangesNothingOfIt() {
    submit("draft-1", ALEX, BACKUP);
    submit("draft-2", ALEX, restore());
    assertThat(submit("draft-3", ADELE, BACKUP).joined()).isTrue();
  }

  @Test
  void whomThePolicyDoesNotLetRequestItJoinsNothing() {
    submit("draft-1", ALEX, BACKUP);
    bench.get(PolicyInForce.class).replace(Policies.of(policy(ALEX.id())));
    Person lee = new Person("id-lee", "Lee Gu");
    assertThatThrownBy(() -> submit("draft-2", lee, BACKUP))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(audited()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotJoined() {
    Request first = submit("draft-1", ALEX, BACKUP).request();
    bench
        .get(JdbcClient.class)
        .sql(
            "update requests set body = replace(body, '\"kind\":\"backup\"', '\"kind\":\"new\"')"
                + " where id = ?")
        .param(first.id().number())
        .update();
    assertThat(submit("draft-2", ADELE, BACKUP).joined()).isFalse();
  }

  @Test
  void manyAtOnceAreOneRequest() throws Exception {
    List<SubmissionResult> all =
        atOnce(
            IntStream.range(0, 8)
                .<Callable<SubmissionResult>>mapToObj(
                    i -> () -> submit("draft-" + i, i % 2 == 0 ? ALEX : ADELE, BACKUP))
                .toList());
    assertThat(all).filteredOn(result -> !result.joined()).hasSize(1);
    assertThat(all).extracting(result -> result.request().id()).containsOnly(new RequestId(1001));
    assertThat(bench.requests().recent(10)).hasSize(1);
    assertThat(audited()).hasSize(7);
  }

  /** Their locks differ, so the database finds the draft twice. */
  @Test
  void oneFormSentForTwoEnvironmentsAtOnceIsOneRequest() throws Exception {
    for (int round = 0; round < 10; round++) {
      String draft = "draft-" + round;
      String label = "label " + round;
      List<SubmissionResult> both =
          atOnce(
              List.of(
                  () -> submit(draft, ALEX, backup(UAT, label, "")),
                  () -> submit(draft, ALEX, backup(DEV, label, ""))));
      assertThat(both.get(0).request().id()).isEqualTo(both.get(1).request().id());
    }
  }

  /**
   * Who joins what is canceled at the same time either is in time, or has a request of their own.
   */
  @Test
  void whoJoinsWhileItIsCanceledIsKnownToTheCancellation() throws Exception {
    for (int round = 0; round < 10; round++) {
      String label = "label " + round;
      Request first = submit("first-" + round, ALEX, backup(UAT, label, "")).request();
      String draft = "second-" + round;
      List<Object> both =
          atOnce(
              List.of(
                  () -> submit(draft, ADELE, backup(UAT, label, "")),
                  () -> bench.get(ApprovalService.class).cancel(first.id(), ALEX)));
      assertThat(both.get(1)).isInstanceOf(DecisionResult.Done.class);
      SubmissionResult second = (SubmissionResult) both.get(0);
      assertThat(joined(first)).hasSize(second.joined() ? 1 : 0);
      if (second.joined()) {
        assertThat(lastAudited(first)).isEqualTo("CANCELLED");
      } else {
        assertThat(second.request().state()).isEqualTo(RequestState.APPROVED);
      }
    }
  }

  /** What begins takes the same lock: nobody joins what has begun. */
  @Test
  void whoJoinsWhileItBeginsIsInTimeOrHasARequestOfTheirOwn() throws Exception {
    for (int round = 0; round < 10; round++) {
      String label = "label " + round;
      Request first = submit("first-" + round, ALEX, backup(UAT, label, "")).request();
      String draft = "second-" + round;
      List<Object> both =
          atOnce(
              List.of(
                  () -> submit(draft, ADELE, backup(UAT, label, "")),
                  () -> {
                    bench.in(
                        () -> {
                          bench.get(EnvironmentLockRepository.class).take(Set.of(UAT.id()));
                          bench
                              .requests()
                              .save(first, first.mainStep().commitStart(bench.clock.instant()));
                        });
                    return first;
                  }));
      SubmissionResult second = (SubmissionResult) both.get(0);
      assertThat(lastAudited(first)).isEqualTo("STARTING");
      assertThat(joined(first)).hasSize(second.joined() ? 1 : 0);
    }
  }

  @Test
  void whoJoinedIsForgottenLongAfterTheEnd() {
    Request first = submit("draft-1", ALEX, BACKUP).request();
    submit("draft-2", ADELE, BACKUP);
    ExpiredJoins expired = bench.get(ExpiredJoins.class);
    bench.clock.advance(Duration.ofDays(400));
    assertThat(expired.delete(10)).isZero();
    bench.get(ApprovalService.class).cancel(first.id(), ALEX);
    assertThat(expired.delete(10)).isEqualTo(1);
    assertThat(joined(first)).isEmpty();
    assertThat(expired.name()).isEqualTo("joins");
  }

  @Test
  void whoJoinedRecentlyIsKept() {
    Request first = submit("draft-1", ALEX, BACKUP).request();
    submit("draft-2", ADELE, BACKUP);
    bench.get(ApprovalService.class).cancel(first.id(), ALEX);
    assertThat(bench.get(ExpiredJoins.class).delete(10)).isZero();
    assertThat(joined(first)).hasSize(1);
  }

  private SubmissionResult submit(String draft, Person requester, OperationSpec spec) {
    return submissions.submit(submission(draft, requester, spec, ""));
  }

  private static SubmitRequest submission(
      String draft, Person requester, OperationSpec spec, String reason) {
    return new SubmitRequest(
        draft,
        requester,
        BERLIN,
        spec,
        reason,
        new RequestOrigin("chat-" + requester.id(), "m-1", true),
        List.of());
  }

  private static BackupSpec backup(EnvironmentRef environment, String label, String notes) {
    return new BackupSpec(environment, label, notes);
  }

  private static PolicyProperties policy(String requester) {
    return new PolicyProperties(
        List.of(
            PolicyEvaluatorTests.rule(
                "*", List.of(requester), List.of(MEGAN.id(), ADELE.id()), 1, Target.ALLOWED)));
  }

  private void approve(Request request) {
    bench
        .get(ApprovalService.class)
        .approve(request.id(), request.version(), MEGAN, "", request.details().digest());
  }

  private void begin(Request request) {
    bench.change(request, it -> it.mainStep().commitStart(bench.clock.instant()));
  }

  private List<Person> joined(Request request) {
    return bench.get(JoinRepository.class).of(request.id());
  }

  private List<String> audited() {
    return bench
        .get(JdbcClient.class)
        .sql(
            "select 'R-' || request_id || ' ' || who_name || ' ' || words from audit"
                + " where what = 'REQUEST_JOINED' order by id")
        .query(String.class)
        .list();
  }

  /** The newest of its rows, apart from who joined. */
  private String lastAudited(Request request) {
    return Optional.of(
            bench
                .get(JdbcClient.class)
                .sql(
                    "select what from audit where request_id = ? and what <> 'REQUEST_JOINED'"
                        + " order by id desc limit 1")
                .param(request.id().number())
                .query(String.class)
                .single())
        .orElseThrow();
  }

  private static <T> List<T> atOnce(List<? extends Callable<? extends T>> whats) throws Exception {
    CyclicBarrier start = new CyclicBarrier(whats.size());
    ExecutorService threads = Executors.newFixedThreadPool(whats.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<? extends T> what : whats) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return what.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
