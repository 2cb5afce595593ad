package dev.holdfast.approval.review;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A missing review is reminded of once at each time, whatever happens meanwhile. */
@EachDatabase
class ReviewRemindersTests {

  private static final Instant DUE = NOW.plus(Duration.ofHours(10));

  private final List<RequestId> told = new CopyOnWriteArrayList<>();
  private final Databases database;
  private Workbench bench;
  private boolean fails;

  ReviewRemindersTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench =
        new Workbench(database.fresh())
            .with(ReviewReminder.class, this::tell)
            .open("request", "approval.review", "audit");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void tell(Request request) {
    if (fails) {
      throw new IllegalStateException("the process ends here");
    }
    told.add(request.id());
  }

  @Test
  void fromItsStartOnAReviewIsMissing() {
    Request request = submit();
    assertThat(missing().first(10)).isEmpty();
    start(request);
    MissingReview owed = new MissingReview(request.id(), DUE, NOW.plus(Duration.ofHours(3)));
    assertThat(missing().first(10)).containsExactly(owed);
    assertThat(missing().newest(Optional.empty(), 10)).containsExactly(request.id());
    assertThat(missing().newest(Optional.of(request.id()), 10)).isEmpty();
    verify(bench.scheduler)
        .schedule(
            argThat(
                task ->
                    task.getTaskName().equals("remind-of-review")
                        && task.getId().equals(request.id().toString())
                        && task.getNextExecutionTime(NOW).equals(owed.remindAt())));
    bench.clock.advance(Duration.ofHours(1));
    bench.change(request, r -> r.mainStep().beginVerification(bench.clock.instant()));
    assertThat(missing().first(10)).containsExactly(owed);
    verify(bench.scheduler)
        .schedule(argThat(task -> task.getTaskName().equals("remind-of-review")));
  }

  @Test
  void whatIsCanceledBeforeItStartsNeedsNone() {
    bench.change(submit(), r -> r.approval().cancel(ALEX, NOW));
    assertThat(missing().first(10)).isEmpty();
  }

  @Test
  void whatFailsWithoutAStartNeedsOne() {
    Request request = submit();
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().fail(end()));
    assertThat(missing().first(10)).hasSize(1);
  }

  private static Outcome end() {
    return new Outcome(NOW, Message.plain("no"), Optional.empty(), Optional.empty(), false);
  }

  @Test
  void eachReminderIsSentOnceHoweverOftenItsTaskRuns() {
    Request request = started();
    assertThat(remind(request)).contains(NOW.plus(Duration.ofHours(3)));
    bench.clock.advance(Duration.ofHours(3));
    assertThat(remind(request)).contains(NOW.plus(Duration.ofHours(8)));
    assertThat(remind(request)).contains(NOW.plus(Duration.ofHours(8)));
    assertThat(told).hasSize(1);
    bench.clock.advance(Duration.ofHours(5));
    assertThat(remind(request)).contains(DUE);
    bench.clock.advance(Duration.ofHours(2));
    assertThat(remind(request)).contains(DUE.plus(Duration.ofDays(1)));
    assertThat(told).hasSize(3);
    bench.clock.advance(Duration.ofDays(1));
    assertThat(remind(request)).contains(DUE.plus(Duration.ofDays(2)));
    assertThat(told).hasSize(4);
  }

  @Test
  void afterATimeWithoutHoldfastOneReminderIsEnough() {
    Request request = started();
    bench.clock.advance(Duration.ofHours(80));
    assertThat(remind(request)).contains(DUE.plus(Duration.ofDays(3)));
    assertThat(remind(request)).contains(DUE.plus(Duration.ofDays(3)));
    assertThat(told).hasSize(1);
  }

  @Test
  void afterAnEndInBetweenItIsSentOnce() {
    Request request = started();
    bench.clock.advance(Duration.ofHours(3));
    fails = true;
    assertThatThrownBy(() -> remind(request)).isInstanceOf(IllegalStateException.class);
    fails = false;
    remind(request);
    remind(request);
    assertThat(told).hasSize(1);
  }

  @Test
  void ofManyReplicasOneSendsIt() throws Exception {
    Request request = started();
    bench.clock.advance(Duration.ofHours(3));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(threads.submit(() -> remind(request)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void whatIsReviewedIsNotRemindedOf() {
    Request request = started();
    bench.change(request, r -> r.emergency().review(ADELE, "It was needed.", NOW));
    assertThat(missing().first(10)).isEmpty();
    bench.clock.advance(Duration.ofHours(3));
    assertThat(remind(request)).isEmpty();
    assertThat(told).isEmpty();
  }

  /** It's reminded of later, when there's something to review again. */
  @Test
  void whatIsCalledAgainIsNotRemindedOfMeanwhile() {
    Request request = submit();
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().outcomeUnknown(end()));
    bench.change(request, r -> r.resolution().proposeCallAgain(MEGAN, "looked", NOW));
    bench.change(request, r -> r.resolution().callAgain(ADELE, "looked", NOW));
    bench.clock.advance(Duration.ofHours(4));
    assertThat(remind(request)).contains(NOW.plus(Duration.ofHours(8)));
    assertThat(told).isEmpty();
  }

  @Test
  void itsTaskIsRepeatedUntilTheReviewIsThere() {
    Request request = started();
    bench.clock.advance(Duration.ofHours(3));
    ExecutionOperations<Void> operations = mock();
    ExecutionComplete done = mock();
    run(request).complete(done, operations);
    verify(operations).reschedule(done, NOW.plus(Duration.ofHours(8)));
    assertThat(told).containsExactly(request.id());
    bench.change(request, r -> r.emergency().review(ADELE, "It was needed.", NOW));
    run(request).complete(done, operations);
    verify(operations).remove();
  }

  @SuppressWarnings("unchecked")
  private CompletionHandler<Void> run(Request request) {
    Task<Void> task =
        bench.all(Task.class).stream()
            .filter(each -> each.getName().equals("remind-of-review"))
            .findFirst()
            .orElseThrow();
    return task.execute(new TaskInstance<>(task.getName(), request.id().toString()), null);
  }

  @Test
  void aRequestThatIsGoneIsNotRemindedOf() {
    owe(77);
    assertThat(bench.get(ReviewReminders.class).remind(new RequestId(77))).isEmpty();
    assertThat(missing().first(10)).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void theDoctorTellsOfThoseThatAreLate() {
    MissingReviewsCheck check = bench.get(MissingReviewsCheck.class);
    assertThat(check.check().sentence()).isEqualTo("Each emergency is reviewed.");
    Request request = started();
    assertThat(check.check().state()).isEqualTo(CheckStatus.OK);
    assertThat(check.check().sentence()).contains(request.id().toString(), "until " + DUE);
    bench.clock.advance(Duration.ofHours(10));
    assertThat(check.check().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(check.check().sentence())
        .isEqualTo("Nobody has reviewed %s (due %s).".formatted(request.id(), DUE));
  }

  @Test
  void theDoctorTellsOfTenAtMost() {
    MissingReviewsCheck check = bench.get(MissingReviewsCheck.class);
    assertThat(check.name()).isEqualTo("Emergencies");
    assertThat(check.needs()).containsExactly(DoctorCheck.MIGRATIONS);
    for (int i = 0; i < 10; i++) {
      owe(70 + i);
    }
    assertThat(check.check().sentence()).endsWith("R-79 (due %s).".formatted(NOW));
    owe(80);
    assertThat(check.check().sentence()).endsWith("R-79 (due %s), and others.".formatted(NOW));
  }

  private void owe(long request) {
    bench
        .get(JdbcClient.class)
        .sql("insert into missing_reviews (request_id, due_at, remind_at) values (:id, :at, :at)")
        .param("id", request)
        .param("at", NOW.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Optional<Instant> remind(Request request) {
    return bench.get(ReviewReminders.class).remind(request.id());
  }

  private MissingReviews missing() {
    return bench.get(MissingReviews.class);
  }

  private Request started() {
    return start(submit());
  }

  private Request start(Request request) {
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    return bench.change(request, r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
  }

  private Request submit() {
    RequestId id = bench.requests().nextId();
    return bench.add(
        Request.submit(
            id,
            MovedRequests.asEmergency(
                Samples.details(restore(), 0, "draft-" + id),
                new Emergency(List.of(ADELE.id()), Duration.ofHours(10), List.of(30, 80)))));
  }
}
