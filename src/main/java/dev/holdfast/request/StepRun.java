package dev.holdfast.request;

import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.UnknownOutcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One call of the admin API that a request needs: what is ordered, and where its progress is kept.
 * Each method that returns an event is a transition of the request. A request's own call is {@link
 * OwnCall}; the call for the safety backup before it is {@link SafetyCall}.
 */
public interface StepRun {

  /** The request that needs it, and that is saved after each transition. */
  Request request();

  /** What is ordered. */
  OperationSpec spec();

  /** When the intent to call was made last; empty before. */
  Optional<Instant> startCommittedAt();

  /** Of the operation, once the service took the order. */
  Optional<OperationProgress> progress();

  /** The intent to call the admin API, to be committed before the call goes out. */
  RequestEvent commitStart(Instant now);

  /** The call is about to be repeated after the service certainly did not begin. */
  RequestEvent repeatStart(Instant now);

  /** The service certainly did not begin: the request waits for its next try. */
  RequestEvent notStarted(String reason, Instant now);

  /** The service took the order, or an operation of ours was found among the environment's. */
  RequestEvent accepted(OperationProgress first, String how, Instant now);

  /** The operation was seen; an event only when a reader of the card would notice. */
  Optional<RequestEvent> observe(OperationProgress seen, Instant now);

  /** The operation says that it succeeded; now the environment itself is looked at. */
  RequestEvent beginVerification(Instant now);

  /** It failed: the service refused the order, or its operation failed. */
  RequestEvent fail(Outcome how);

  /** What happened cannot be told. */
  RequestEvent outcomeUnknown(Outcome how);

  /**
   * The same, where operations were found.
   *
   * @param candidates of which one may be ours
   */
  default RequestEvent outcomeUnknown(Outcome how, List<CandidateOperation> candidates) {
    return outcomeUnknown(how);
  }
}
