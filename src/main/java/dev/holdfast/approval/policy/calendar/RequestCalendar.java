package dev.holdfast.approval.policy.calendar;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import dev.holdfast.request.followup.StartCalendar;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.step.OperationSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds requests to the calendars of the policy in force. What has begun, with its safety backup or
 * a call whose answer was lost, has to be within its windows, but not to fit in whole once more:
 * its target is backed up already, and the next window may be too late.
 */
@Component
class RequestCalendar implements StartCalendar {

  private static final Set<RequestState> NOT_BEGUN =
      EnumSet.of(RequestState.AWAITING_APPROVAL, RequestState.APPROVED);

  private final PolicyCalendar calendar;
  private final PermissionEvaluator permissions;
  private final RequestEventPublisher events;
  private final Clock clock;

  RequestCalendar(
      PolicyCalendar calendar,
      PermissionEvaluator permissions,
      RequestEventPublisher events,
      Clock clock) {
    this.calendar = calendar;
    this.permissions = permissions;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Optional<StartObstacle> obstacle(Request request) {
    return obstacle(request, isEmergency(request));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void noteStart(Request request) {
    if (isEmergency(request)) {
      obstacle(request, false)
          .ifPresent(
              passed ->
                  events.publish(
                      new AuditEvent(
                          request.id(),
                          AuditEventType.WINDOW_PASSED,
                          request.state(),
                          request.details().requester(),
                          clock.instant(),
                          StoredMessage.english(passed.reason()))));
    }
  }

  private Optional<StartObstacle> obstacle(Request request, boolean emergency) {
    OperationSpec spec = request.details().spec();
    return NOT_BEGUN.contains(request.state())
        ? calendar.obstacle(spec, emergency)
        : calendar.obstacle(StartCandidate.of(spec, Duration.ZERO, emergency));
  }

  /** As long as the policy allows it to who declared it. */
  private boolean isEmergency(Request request) {
    return request.emergency().isDeclared()
        && permissions
            .denialOfEmergency(request.details().requester(), request.details().spec())
            .isEmpty();
  }
}
