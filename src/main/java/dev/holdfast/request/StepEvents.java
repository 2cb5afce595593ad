package dev.holdfast.request;

import dev.holdfast.request.step.StepEvent;
import dev.holdfast.request.step.StepRole;
import java.util.Map;

/** What is told of the events of a step; the names are stored. */
final class StepEvents {

  private static final Map<StepEvent, RequestEventType> BEFORE =
      Map.of(
          StepEvent.START_COMMITTED, RequestEventType.SAFETY_STARTING,
          StepEvent.START_REPEATED, RequestEventType.SAFETY_STARTING,
          StepEvent.ACCEPTED, RequestEventType.SAFETY_STARTED,
          StepEvent.PROGRESSED, RequestEventType.SAFETY_PROGRESSED,
          StepEvent.OPERATION_SUCCEEDED, RequestEventType.SAFETY_VERIFYING,
          StepEvent.VERIFIED, RequestEventType.SAFETY_TAKEN);

  private StepEvents() {}

  static RequestEventType type(StepRole role, StepEvent event) {
    return role == StepRole.BEFORE && BEFORE.containsKey(event) ? BEFORE.get(event) : type(event);
  }

  private static RequestEventType type(StepEvent event) {
    return switch (event) {
      case START_COMMITTED, START_REPEATED -> RequestEventType.STARTING;
      case ACCEPTED, RESOLVED_AS_RUNNING -> RequestEventType.STARTED;
      case NOT_STARTED -> RequestEventType.WAITING;
      case PROGRESSED -> RequestEventType.PROGRESSED;
      case OPERATION_SUCCEEDED -> RequestEventType.VERIFYING;
      case VERIFIED -> RequestEventType.SUCCEEDED;
      case FAILED -> RequestEventType.FAILED;
      case OUTCOME_UNKNOWN, WAITING_STOPPED -> RequestEventType.UNKNOWN;
      case RESOLVED_POLL_AGAIN,
          RESOLVED_VERIFY_AGAIN,
          RESOLVED_AS_SUCCEEDED,
          RESOLVED_NOT_STARTED ->
          RequestEventType.SETTLED;
    };
  }
}
