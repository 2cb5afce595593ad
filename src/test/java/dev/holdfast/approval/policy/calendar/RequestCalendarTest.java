package dev.holdfast.approval.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What is asked of the calendars for a request, as far as it has come. */
class RequestCalendarTest {

  private static final OperationSpec SPEC = Samples.restoreWithSafetyBackup();
  private static final Optional<StartObstacle> OUTSIDE =
      Optional.of(new StartObstacle(Message.plain("It's outside."), Optional.empty()));

  private final PolicyCalendar policy = mock(PolicyCalendar.class);
  private final PermissionEvaluator permissions = mock(PermissionEvaluator.class);
  private final RequestEventPublisher events = mock(RequestEventPublisher.class);
  private final RequestCalendar calendar =
      new RequestCalendar(policy, permissions, events, new SettableClock(Samples.NOW));

  @Test
  void allOfItHasToFitBeforeItBegins() {
    when(policy.obstacle(SPEC, false)).thenReturn(OUTSIDE);
    assertThat(calendar.obstacle(request(Optional.empty()))).isEqualTo(OUTSIDE);
  }

  /** Its safety backup may have taken longer than usual. */
  @Test
  void afterItsSafetyBackupItOnlyHasToBeInside() {
    Request request = request(Optional.empty());
    request.safetyBackupStep().commitStart(Samples.NOW);
    assertThat(request.state()).isEqualTo(RequestState.SAFETY_BACKUP);
    when(policy.obstacle(StartCandidate.of(SPEC, Duration.ZERO, false))).thenReturn(OUTSIDE);
    assertThat(calendar.obstacle(request)).isEqualTo(OUTSIDE);
    verify(policy, never()).obstacle(any(OperationSpec.class), anyBoolean());
  }

  @Test
  void anEmergencyIsOneOnlyWhileThePolicyAllowsIt() {
    Request request =
        request(Optional.of(new Emergency(List.of("reviewer"), Duration.ofDays(1), List.of())));
    when(policy.obstacle(SPEC, false)).thenReturn(OUTSIDE);
    when(policy.obstacle(SPEC, true)).thenReturn(Optional.empty());
    when(permissions.denialOfEmergency(any(), any())).thenReturn(Optional.empty());
    assertThat(calendar.obstacle(request)).isEmpty();
    when(permissions.denialOfEmergency(any(), any())).thenReturn(Optional.of(Message.plain("no")));
    assertThat(calendar.obstacle(request)).isEqualTo(OUTSIDE);
  }

  @Test
  void whatAnEmergencyPassesIsWrittenDownAndNothingElse() {
    when(policy.obstacle(SPEC, false)).thenReturn(OUTSIDE);
    calendar.noteStart(request(Optional.empty()));
    verify(events, never()).publish(any(AuditEvent.class));
    Request emergency =
        request(Optional.of(new Emergency(List.of("reviewer"), Duration.ofDays(1), List.of())));
    when(permissions.denialOfEmergency(any(), any())).thenReturn(Optional.empty());
    calendar.noteStart(emergency);
    ArgumentCaptor<AuditEvent> written = ArgumentCaptor.forClass(AuditEvent.class);
    verify(events).publish(written.capture());
    assertThat(written.getValue())
        .isEqualTo(
            new AuditEvent(
                emergency.id(),
                AuditEventType.WINDOW_PASSED,
                emergency.state(),
                emergency.details().requester(),
                Samples.NOW,
                "It's outside."));
  }

  private static Request request(Optional<Emergency> emergency) {
    RequestDetails usual = Samples.details(SPEC, 0);
    return Request.submit(
        new RequestId(5),
        new RequestDetails(
            usual.spec(),
            usual.requester(),
            usual.reason(),
            usual.warnings(),
            usual.submission(),
            usual.approvalTerms(),
            RequestDetails.DIGEST_VERSION,
            emergency));
  }
}
