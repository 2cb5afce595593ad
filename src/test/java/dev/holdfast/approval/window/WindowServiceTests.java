package dev.holdfast.approval.window;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.SubmitRequest;
import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.PeopleGroup;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.approval.policy.people.GroupMember;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.approval.policy.people.GroupReadException;
import dev.holdfast.approval.policy.people.GroupReader;
import dev.holdfast.approval.review.ReviewReminder;
import dev.holdfast.approval.window.WindowPoint.Kind;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.window.ApprovalWindow;
import dev.holdfast.request.window.BusinessHours;
import dev.holdfast.request.window.EscalationPoint;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
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

/** What is due while a request awaits approval happens once, whatever happens meanwhile. */
@EachDatabase
class WindowServiceTests {

  private static final ApprovalWindow TEN_HOURS =
      new ApprovalWindow(
          Duration.ofHours(10),
          List.of(30, 50),
          Optional.of(EscalationPoint.share(75)),
          Optional.empty());

  private static final PeopleGroup RESERVE =
      new PeopleGroup(
          "reserve",
          List.of(),
          List.of(new GroupSource(GroupSource.Kind.ENTRA_GROUP, "a1")),
          false);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Databases database;
  private Workbench bench;
  private boolean fails;
  private boolean isThrottled;

  WindowServiceTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench =
        new Workbench(database.fresh())
            .with(PolicyProperties.class, new PolicyProperties(null))
            .with(WindowListener.class, new Recorder())
            .with(ReviewReminder.class, request -> {})
            .with(GroupReader.class, new Reserve())
            .open("request", "approval", "audit");
    policy(List.of(ADELE.id()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** Who is in the second group, where that is kept elsewhere. */
  private final class Reserve implements GroupReader {

    @Override
    public GroupSource.Kind kind() {
      return GroupSource.Kind.ENTRA_GROUP;
    }

    @Override
    public List<GroupMember> read(GroupSource source) {
      if (isThrottled) {
        throw new GroupReadException(GroupProblem.THROTTLED, "too much");
      }
      return List.of(new GroupMember(ADELE.id(), GroupMember.Standing.REGULAR));
    }
  }

  private final class Recorder implements WindowListener {

    @Override
    public void reminderDue(Request request) {
      tell("reminder");
    }

    @Override
    public void expiryNear(Request request) {
      tell("warning");
    }

    private void tell(String what) {
      if (fails) {
        throw new IllegalStateException("the process ends here");
      }
      told.add(what);
    }
  }

  @Test
  void eachHasATaskOfItsOwn() {
    Request request = submit();
    for (Duration after :
        List.of(
            Duration.ofHours(3),
            Duration.ofHours(5),
            Duration.ofMinutes(450),
            Duration.ofHours(8))) {
      verify(bench.scheduler, atLeastOnce())
          .schedule(
              argThat(
                  task ->
                      task.getTaskName().equals("approval-window")
                          && task.getId().startsWith(request.id() + "/")
                          && task.getNextExecutionTime(NOW).equals(NOW.plus(after))));
    }
  }

  @Test
  void eachIsDoneOnceHoweverOftenItsTaskRuns() {
    Request request = submit();
    bench.clock.advance(Duration.ofHours(3));
    due(request, Kind.REMINDER, 0);
    due(request, Kind.REMINDER, 0);
    due(request, Kind.REMINDER, 1); // not yet
    assertThat(told).containsExactly("reminder");
    bench.clock.advance(Duration.ofHours(2));
    due(request, Kind.REMINDER, 1);
    assertThat(told).containsExactly("reminder", "reminder");
    bench.clock.advance(Duration.ofHours(3));
    due(request, Kind.EXPIRY_WARNING, 0);
    due(request, Kind.EXPIRY_WARNING, 0);
    assertThat(told).containsExactly("reminder", "reminder", "warning");
  }

  @Test
  void afterAnEndInBetweenItIsDoneOnce() {
    Request request = submit();
    bench.clock.advance(Duration.ofHours(3));
    fails = true;
    assertThatThrownBy(() -> due(request, Kind.REMINDER, 0))
        .isInstanceOf(IllegalStateException.class);
    fails = false;
    due(request, Kind.REMINDER, 0);
    due(request, Kind.REMINDER, 0);
    assertThat(told).containsExactly("reminder");
  }

  @Test
  void ofManyReplicasOneDoesIt() throws Exception {
    Request request = submit();
    bench.clock.advance(Duration.ofHours(3));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(threads.submit(() -> due(request, Kind.REMINDER, 0)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(told).containsExactly("reminder");
  }

  @Test
  void afterATimeWithoutHoldfastOneReminderIsEnough() {
    Request request = submit();
    bench.clock.advance(Duration.ofHours(6));
    due(request, Kind.REMINDER, 0);
    due(request, Kind.REMINDER, 1);
    assertThat(told).containsExactly("reminder");
  }

  @Test
  void nothingIsToldOfWhatIsDecidedOrExpired() {
    Request approved = submit();
    assertThat(approve(approved, MEGAN)).isInstanceOf(DecisionResult.Done.class);
    Request expired = submit();
    bench.clock.advance(Duration.ofHours(11));
    for (Request request : List.of(approved, expired)) {
      for (WindowPoint point : WindowPoint.of(request)) {
        bench.get(WindowService.class).due(request.id(), point);
      }
    }
    assertThat(told).isEmpty();
    assertThat(now(expired).terms().approvers()).doesNotContain(ADELE.id());
  }

  @Test
  void onceEscalatedASecondGroupApproves() {
    Request request = submit();
    assertThat(approve(request, ADELE)).isInstanceOf(DecisionResult.Refused.class);
    escalate(request);
    long version = now(request).version();
    due(request, Kind.ESCALATION, 0);
    assertThat(WindowPoint.of(now(request)))
        .extracting(WindowPoint::kind)
        .doesNotContain(Kind.ESCALATION);
    assertThat(now(request).version()).isEqualTo(version);
    assertThat(now(request).terms().approvers()).containsExactly(MEGAN.id(), ADELE.id());
    assertThat(now(request).details().digest()).isEqualTo(request.details().digest());
    assertThat(approve(request, ADELE)).isInstanceOf(DecisionResult.Done.class);
    assertThat(now(request).state()).isEqualTo(RequestState.APPROVED);
    assertThat(bench.get(ApprovalRevalidator.class).revalidate(now(request)).reason()).isEmpty();
    policy(List.of());
    assertThat(bench.get(ApprovalRevalidator.class).revalidate(now(request)).reason()).isPresent();
  }

  @Test
  void whileItIsNotKnownWhoIsInTheSecondGroupItIsTriedAgain() {
    bench.get(PolicyInForce.class).replace(Policies.of(List.of(MEGAN.id()), 1, TEN_HOURS, RESERVE));
    isThrottled = true;
    Request request = submit();
    bench.clock.advance(Duration.ofMinutes(460));
    bench.get(WindowService.class).prepare(request.id());
    assertThatThrownBy(() -> due(request, Kind.ESCALATION, 0))
        .hasMessageContaining("too much is being read just now");
    assertThat(now(request).terms().approvers()).containsExactly(MEGAN.id());
    isThrottled = false;
    bench.get(WindowService.class).prepare(request.id());
    due(request, Kind.ESCALATION, 0);
    assertThat(now(request).terms().approvers()).containsExactly(MEGAN.id(), ADELE.id());
    assertThat(approve(request, ADELE)).isInstanceOf(DecisionResult.Done.class);
  }

  @Test
  void whomThePolicyNoLongerNamesItDoesNotEscalateTo() {
    Request request = submit();
    policy(List.of());
    escalate(request);
    assertThat(now(request).version()).isEqualTo(1);
  }

  @Test
  void whomThePolicyStopsNamingAfterwardsDoesNotApprove() {
    Request request = submit();
    escalate(request);
    policy(List.of());
    assertThat(approve(request, ADELE)).isInstanceOf(DecisionResult.Refused.class);
    assertThat(approve(request, MEGAN)).isInstanceOf(DecisionResult.Done.class);
  }

  /** A milder policy changes nothing about a request that waits. */
  @Test
  void aRequestKeepsItsTime() {
    bench
        .get(PolicyInForce.class)
        .replace(
            Policies.of(
                List.of(MEGAN.id()),
                1,
                ApprovalWindow.of(Duration.ofHours(10)),
                List.of(),
                List.of(ADELE.id())));
    Request request = submit();
    assertThat(WindowPoint.of(request)).isEmpty();
    policy(List.of(ADELE.id()));
    assertThat(WindowPoint.of(now(request))).isEmpty();
    assertThat(approve(request, ADELE)).isInstanceOf(DecisionResult.Refused.class);
  }

  @Test
  void businessHoursAreKeptWithTheRequest() {
    BusinessHours hours =
        new BusinessHours(
            List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
            LocalTime.of(8, 0),
            LocalTime.of(18, 30),
            BERLIN);
    ApprovalWindow window =
        new ApprovalWindow(
            Duration.ofHours(8),
            List.of(50),
            Optional.of(EscalationPoint.time(Duration.ofHours(6))),
            Optional.of(hours));
    bench
        .get(PolicyInForce.class)
        .replace(Policies.of(List.of(MEGAN.id()), 1, window, List.of(), List.of(ADELE.id())));
    Request request = submit();
    assertThat(request.terms().expiresAt()).isEqualTo(hours.plus(NOW, Duration.ofHours(8)));
    assertThat(now(request).terms()).isEqualTo(request.terms());
    assertThat(WindowPoint.of(now(request)))
        .isEqualTo(WindowPoint.of(request))
        .contains(
            new WindowPoint(Kind.REMINDER, hours.plus(NOW, Duration.ofHours(4))),
            new WindowPoint(Kind.ESCALATION, hours.plus(NOW, Duration.ofHours(6))),
            new WindowPoint(Kind.EXPIRY_WARNING, hours.plus(NOW, Duration.ofMinutes(384))));
  }

  @Test
  void theTimeThatBeginsAgainHasItsOwnReminders() {
    Request request = submit();
    approve(request, MEGAN);
    bench.clock.advance(Duration.ofHours(12));
    bench.get(ApprovalService.class).withdraw(request.id(), 2, MEGAN, "");
    Request again = now(request);
    assertThat(again.terms().expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(22)));
    bench.clock.advance(Duration.ofHours(3));
    due(request, Kind.REMINDER, 0); // of the time before
    assertThat(told).isEmpty();
    due(again, Kind.REMINDER, 0);
    assertThat(told).containsExactly("reminder");
  }

  @Test
  void theNameOfATaskSaysWhatIsDue() {
    WindowPoint point = new WindowPoint(Kind.ESCALATION, NOW);
    assertThat(WindowPoint.parse(point.toString())).contains(point);
    for (String text : List.of("", "ESCALATION", "NOTHING/" + NOW, "REMINDER/soon")) {
      assertThat(WindowPoint.parse(text)).isEmpty();
    }
  }

  @Test
  void aTaskDoesWhatItsNameSays() {
    Request request = submit();
    bench.clock.advance(Duration.ofHours(3));
    Task<?> task = task();
    for (String other : List.of("", "no request", "R-9999/REMINDER", request.id() + "/soon")) {
      run(task, other);
    }
    assertThat(told).isEmpty();
    run(task, request.id() + "/" + new WindowPoint(Kind.REMINDER, NOW.plus(Duration.ofHours(3))));
    assertThat(told).containsExactly("reminder");
  }

  @Test
  void aTaskHasReadAgainWhoIsAsked() {
    bench.get(PolicyInForce.class).replace(Policies.of(List.of(MEGAN.id()), 1, TEN_HOURS, RESERVE));
    Request request = submit();
    bench.clock.advance(Duration.ofMinutes(450));
    run(task(), request.id() + "/" + new WindowPoint(Kind.ESCALATION, bench.clock.instant()));
    assertThat(now(request).terms().approvers()).containsExactly(MEGAN.id(), ADELE.id());
  }

  private Task<?> task() {
    return bench.all(Task.class).stream()
        .filter(each -> each.getName().equals("approval-window"))
        .findFirst()
        .orElseThrow();
  }

  private static <T> void run(Task<T> task, String id) {
    task.execute(new TaskInstance<>(task.getName(), id), null);
  }

  /** What was due before an event was done with an earlier one. */
  @Test
  void anEventSchedulesWhatIsDueAfterIt() {
    Request request = submit();
    clearInvocations(bench.scheduler);
    bench.clock.advance(Duration.ofHours(5));
    bench.get(ApprovalWindowTask.class).on(request, event(request, RequestState.AWAITING_APPROVAL));
    verify(bench.scheduler, times(2)).schedule(any(SchedulableInstance.class));
    clearInvocations(bench.scheduler);
    bench.get(ApprovalWindowTask.class).on(request, event(request, RequestState.APPROVED));
    verify(bench.scheduler, never()).schedule(any(SchedulableInstance.class));
  }

  private RequestEvent event(Request request, RequestState state) {
    return new RequestEvent(
        request.id(), 2, RequestEventType.REOPENED, state, MEGAN, bench.clock.instant(), "");
  }

  @Test
  void whatWasDoneIsForgottenLongAfter() {
    Request request = submit();
    bench.clock.advance(Duration.ofHours(3));
    due(request, Kind.REMINDER, 0);
    ExpiredWindowEvents expired = bench.get(ExpiredWindowEvents.class);
    assertThat(expired.name()).isEqualTo("reminders");
    assertThat(expired.delete(10)).isZero();
    bench.clock.advance(Duration.ofDays(400));
    assertThat(expired.delete(10)).isEqualTo(1);
    assertThat(expired.delete(10)).isZero();
  }

  @Test
  void theAuditLogSaysToWhomItEscalates() {
    Request request = submit();
    escalate(request);
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql("select words from audit where what = 'ESCALATED'")
                .query(String.class)
                .list())
        .containsExactly("to " + ADELE.id());
  }

  @Test
  void aWarningIsNoReminder() {
    Request request = submit();
    bench.clock.advance(Duration.ofHours(8));
    due(request, Kind.REMINDER, 1);
    assertThat(told).containsExactly("reminder");
  }

  /** Each side has a time of its own. */
  @Test
  void onlyTheSideWhoseTimeHasComeEscalates() {
    bench
        .get(PolicyInForce.class)
        .replace(
            PolicyFileParser.parse(
                    """
                    version: 1
                    groups:
                      owners: {people: 00000000-0000-0000-0000-000000000021}
                      first: {people: 00000000-0000-0000-0000-000000000031}
                      second: {people: 00000000-0000-0000-0000-000000000032}
                    rules:
                      - name: Everything
                        environments: all
                        data-leaves: {request: "*", approve: owners, escalate: {after: 2h, to: first}}
                        overwritten: {request: "*", approve: owners, escalate: {after: 6h, to: second}, safety-backup: none}
                    """)
                .policy()
                .orElseThrow());
    Request request = submit();
    bench.clock.advance(Duration.ofHours(2));
    due(request, Kind.ESCALATION, 0);
    assertThat(now(request).terms().consents())
        .extracting(consent -> consent.key() + " " + consent.isEscalated())
        .containsExactlyInAnyOrder("DATA_LEAVES:env-uat true", "OVERWRITTEN:env-dev false");
    bench.clock.advance(Duration.ofHours(4));
    due(request, Kind.ESCALATION, 1);
    assertThat(now(request).terms().consents()).allMatch(RequiredConsent::isEscalated);
  }

  /** Nobody is asked there. */
  @Test
  void aSideThatNeedsNoApprovalDoesNotEscalate() {
    bench
        .get(PolicyInForce.class)
        .replace(
            PolicyFileParser.parse(
                    """
                    version: 1
                    groups:
                      owners: {people: 00000000-0000-0000-0000-000000000021}
                      first: {people: 00000000-0000-0000-0000-000000000031}
                    rules:
                      - name: Everything
                        environments: all
                        data-leaves: {request: "*", approve: owners, approvals: 0, escalate: {after: 2h, to: first}}
                        overwritten: {request: "*", approve: owners, safety-backup: none}
                    """)
                .policy()
                .orElseThrow());
    assertThat(WindowPoint.of(submit()))
        .extracting(WindowPoint::kind)
        .containsExactly(Kind.REMINDER, Kind.EXPIRY_WARNING);
  }

  private void escalate(Request request) {
    bench.clock.advance(Duration.ofMinutes(460));
    due(request, Kind.ESCALATION, 0);
  }

  private void due(Request request, Kind kind, int index) {
    WindowPoint point =
        WindowPoint.of(request).stream().filter(one -> one.kind() == kind).toList().get(index);
    bench.get(WindowService.class).due(request.id(), point);
  }

  private void policy(List<String> reserve) {
    bench
        .get(PolicyInForce.class)
        .replace(Policies.of(List.of(MEGAN.id()), 1, TEN_HOURS, List.of(), reserve));
  }

  private Request submit() {
    return bench
        .get(ApprovalService.class)
        .submit(
            new SubmitRequest(
                "draft-" + bench.requests().nextId(),
                ALEX,
                BERLIN,
                restore(),
                "",
                new RequestOrigin("chat-alex", "m-1", true),
                List.of()));
  }

  private DecisionResult approve(Request request, Person by) {
    return bench
        .get(ApprovalService.class)
        .approve(request.id(), now(request).version(), by, "", request.details().digest());
  }

  private Request now(Request request) {
    return bench.requests().find(request.id()).orElseThrow();
  }
}
