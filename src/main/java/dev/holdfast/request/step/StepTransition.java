package dev.holdfast.request.step;

import static dev.holdfast.request.step.StepEvent.ACCEPTED;
import static dev.holdfast.request.step.StepEvent.NOT_STARTED;
import static dev.holdfast.request.step.StepEvent.OPERATION_SUCCEEDED;
import static dev.holdfast.request.step.StepEvent.OUTCOME_UNKNOWN;
import static dev.holdfast.request.step.StepEvent.PROGRESSED;
import static dev.holdfast.request.step.StepEvent.RESOLVED_AS_RUNNING;
import static dev.holdfast.request.step.StepEvent.RESOLVED_AS_SUCCEEDED;
import static dev.holdfast.request.step.StepEvent.RESOLVED_NOT_STARTED;
import static dev.holdfast.request.step.StepEvent.RESOLVED_POLL_AGAIN;
import static dev.holdfast.request.step.StepEvent.RESOLVED_VERIFY_AGAIN;
import static dev.holdfast.request.step.StepEvent.START_COMMITTED;
import static dev.holdfast.request.step.StepEvent.START_REPEATED;
import static dev.holdfast.request.step.StepEvent.VERIFIED;
import static dev.holdfast.request.step.StepEvent.WAITING_STOPPED;
import static dev.holdfast.request.step.StepState.PENDING;
import static dev.holdfast.request.step.StepState.RUNNING;
import static dev.holdfast.request.step.StepState.STARTING;
import static dev.holdfast.request.step.StepState.SUCCEEDED;
import static dev.holdfast.request.step.StepState.UNKNOWN;
import static dev.holdfast.request.step.StepState.VERIFYING;

import java.util.List;
import java.util.Optional;

/** A row of the table of a step's transitions: what isn't in it is refused. */
public record StepTransition(
    StepState from, StepEvent event, StepState to, Actor actor, StepGuard guard) {

  /** All of them. From {@code STARTING} no way leads to a second call without a look before it. */
  public static final List<StepTransition> TABLE =
      List.of(
          byWorker(PENDING, START_COMMITTED, STARTING),
          new StepTransition(PENDING, VERIFIED, SUCCEEDED, Actor.WORKER, StepGuard.NEEDS_NO_CALL),
          new StepTransition(
              PENDING, StepEvent.FAILED, StepState.FAILED, Actor.WORKER, StepGuard.SETS_STATE),
          new StepTransition(
              STARTING, START_REPEATED, STARTING, Actor.WORKER, StepGuard.NOTHING_FOUND),
          byWorker(STARTING, ACCEPTED, RUNNING),
          byWorker(STARTING, NOT_STARTED, PENDING),
          byWorker(RUNNING, PROGRESSED, RUNNING),
          byWorker(RUNNING, OPERATION_SUCCEEDED, VERIFYING),
          byWorker(VERIFYING, VERIFIED, SUCCEEDED),
          byWorker(STARTING, StepEvent.FAILED, StepState.FAILED),
          byWorker(RUNNING, StepEvent.FAILED, StepState.FAILED),
          byWorker(VERIFYING, StepEvent.FAILED, StepState.FAILED),
          byWorker(STARTING, OUTCOME_UNKNOWN, UNKNOWN),
          byWorker(RUNNING, OUTCOME_UNKNOWN, UNKNOWN),
          byWorker(VERIFYING, OUTCOME_UNKNOWN, UNKNOWN),
          new StepTransition(VERIFYING, WAITING_STOPPED, UNKNOWN, Actor.APPROVER, StepGuard.NONE),
          byApprover(RESOLVED_AS_RUNNING, RUNNING),
          byApprover(RESOLVED_POLL_AGAIN, RUNNING),
          byApprover(RESOLVED_VERIFY_AGAIN, VERIFYING),
          byApprover(RESOLVED_AS_SUCCEEDED, SUCCEEDED),
          byApprover(RESOLVED_NOT_STARTED, PENDING),
          new StepTransition(
              SUCCEEDED, RESOLVED_NOT_STARTED, PENDING, Actor.APPROVER, StepGuard.BEFORE_ANOTHER));

  private static StepTransition byWorker(StepState from, StepEvent event, StepState to) {
    return new StepTransition(from, event, to, Actor.WORKER, StepGuard.NONE);
  }

  private static StepTransition byApprover(StepEvent event, StepState to) {
    return new StepTransition(UNKNOWN, event, to, Actor.APPROVER, StepGuard.NONE);
  }

  /** The row by which an event moves a step; empty where it's refused. */
  public static Optional<StepTransition> of(StepRun step, StepEvent event) {
    return TABLE.stream()
        .filter(row -> row.from() == step.state() && row.event() == event)
        .filter(row -> row.guard().holdsOf(step))
        .findFirst();
  }
}
