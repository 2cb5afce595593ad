package dev.holdfast.execution.queue;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.end;
import static dev.holdfast.testing.MovedRequests.succeeded;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.freeze.FreezeGate;
import dev.holdfast.message.Message;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.ChecklistTransitions.Checklist;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestSnapshot;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Leave;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.followup.StartCalendar;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.followup.TargetUse;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.request.verification.FinOpsProgress;
import dev.holdfast.support.RehearsalProperties;
import dev.holdfast.testing.MovedRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Who goes first, by what is stored of the others. */
class EnvironmentQueueTest {

  private final RequestRepository requests = mock(RequestRepository.class);
  private final TargetUse use = mock(TargetUse.class);
  private final StartCalendar calendar = mock(StartCalendar.class);
  private final EnvironmentQueue queue =
      new EnvironmentQueue(
          requests,
          use,
          mock(FreezeGate.class),
          mock(TransactionTemplate.class),
          new RehearsalProperties(false),
          calendar,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void earlierOnesGoFirstAndLaterOnesAndItselfDoNot() {
    Request request = submitted(5, restore());
    open(request, submitted(4, restore()), submitted(6, restore()));
    assertThat(first(request)).contains(new RequestId(4));
    open(request, submitted(6, restore()));
    assertThat(first(request)).isEmpty();
  }

  /** It may be the next night until it does. */
  @Test
  void whatWaitsForItsWindowGoesFirstOnlyFromThenOn() {
    Request request = submitted(5, restore());
    Request waiting = submitted(4, restore());
    open(request, waiting);
    when(calendar.obstacle(waiting))
        .thenReturn(Optional.of(new StartObstacle(Message.plain("later"), Optional.empty())));
    assertThat(first(request)).isEmpty();
    when(calendar.obstacle(waiting)).thenReturn(Optional.empty());
    assertThat(first(request)).contains(new RequestId(4));
  }

  @Test
  void whatIsPlannedForLaterGoesFirstOnlyFromThenOn() {
    Request request = submitted(5, restore());
    open(request, planned(4, NOW.plusSeconds(1)));
    assertThat(first(request)).isEmpty();
    open(request, planned(4, NOW));
    assertThat(first(request)).contains(new RequestId(4));
    open(request, planned(4, NOW.minus(Duration.ofHours(2))));
    assertThat(first(request)).as("its grace period is over").isEmpty();
  }

  private static Request planned(long number, Instant start) {
    return Request.submit(
        new RequestId(number),
        MovedRequests.startingAt(
            new PlannedStart(start, Duration.ofHours(1)), details(restore(), 0)));
  }

  /** Of two that only read the same environment nobody waits. */
  @Test
  void theyMeetUnlessBothOnlyRead() {
    Request request = submitted(5, restore());
    open(submitted(4, new BackupSpec(UAT, "x", "")));
    assertThat(first(request)).contains(new RequestId(4));
    open(submitted(4, restore()));
    assertThat(first(submitted(5, backup()))).contains(new RequestId(4));
  }

  @Test
  void whatIsAtWorkIsNeverInItsOwnWay() {
    Request request = submitted(5, restoreWithSafetyBackup());
    request.safetyBackupStep().commitStart(NOW);
    open(request);
    assertThat(first(request)).isEmpty();
    Request other = submitted(6, restore());
    other.mainStep().commitStart(NOW);
    open(request, other);
    assertThat(first(request)).contains(new RequestId(6));
  }

  @Test
  void anUnknownOutcomeIsWaitedForUntilItIsSettledOrOvertaken() {
    Request request = submitted(5, restore());
    Request unknown = submitted(4, restore());
    unknown.mainStep().commitStart(NOW);
    unknown.mainStep().outcomeUnknown(end(true));
    open(unknown);
    when(use.restoredSince(unknown)).thenReturn(Optional.empty());
    assertThat(first(request)).contains(new RequestId(4));
    when(use.restoredSince(unknown)).thenReturn(Optional.of(new RequestId(3)));
    assertThat(first(request)).isEmpty();
    when(use.restoredSince(unknown)).thenReturn(Optional.empty());
    unknown.resolution().giveUp(MEGAN, "nobody knows", LATER);
    assertThat(first(request)).isEmpty();
  }

  /** It has the place of its parent, and among several of one parent the first goes first. */
  @Test
  void aFollowUpHasThePlaceOfWhatItFollows() {
    Request followUp = submitted(9, new LeaveAdminModeSpec(DEV, "R-2"));
    open(submitted(4, restore()));
    assertThat(first(followUp)).isEmpty();
    Request second = submitted(10, new LeaveAdminModeSpec(DEV, "R-2"));
    open(followUp, second);
    assertThat(first(followUp)).isEmpty();
    assertThat(first(second)).contains(new RequestId(9));
  }

  @Test
  void aFollowUpDoesNotWaitForTheOutcomeOfWhatItFollows() {
    Request parent = submitted(4, restore());
    parent.mainStep().commitStart(NOW);
    parent.mainStep().outcomeUnknown(end(true));
    when(use.restoredSince(parent)).thenReturn(Optional.empty());
    open(parent);
    assertThat(first(submitted(9, new LeaveAdminModeSpec(DEV, "R-4")))).isEmpty();
    assertThat(first(submitted(9, new LeaveAdminModeSpec(DEV, "R-3")))).contains(new RequestId(4));
  }

  /** A replica of a version before may be at work on it. */
  @Test
  void aCallFromBeforeForTheModeOfATargetIsWaitedFor() {
    Request leaving = leavingAsBefore();
    when(requests.recentOn(eq(DEV.id()), anyInt())).thenReturn(List.of(leaving));
    assertThat(first(submitted(5, restore()))).contains(leaving.id());
    assertThat(first(leaving)).isEmpty();
    when(requests.recentOn(eq(UAT.id()), anyInt())).thenReturn(List.of(leaving));
    assertThat(first(submitted(5, backup()))).isEmpty();
  }

  private Optional<RequestId> first(Request request) {
    return queue.blockerOf(request).flatMap(QueueBlocker::first);
  }

  private void open(Request... open) {
    when(requests.findOpenOn(any())).thenReturn(List.of(open));
  }

  private static Request submitted(long id, OperationSpec spec) {
    return Request.submit(new RequestId(id), details(spec, 0));
  }

  private static Request leavingAsBefore() {
    Request request = succeeded(restore());
    RequestSnapshot plain = request.snapshot();
    Leave wish =
        new Leave(
            MEGAN,
            NOW,
            Optional.empty(),
            Optional.of(NOW),
            Optional.empty(),
            Optional.of(progress("Running")),
            Optional.empty());
    TargetAdminMode mode =
        new TargetAdminMode(Phase.RUNNING, NOW, true, Optional.of(wish), Optional.empty());
    return Request.from(
        request.id(),
        new RequestSnapshot(
            plain.details(),
            plain.state(),
            plain.version(),
            plain.approval(),
            plain.steps(),
            plain.waiting(),
            plain.end(),
            new RequestSnapshot.Target(
                Optional.of(mode), Optional.empty(), FinOpsProgress.NONE, Checklist.NONE)),
        "{}");
  }
}
