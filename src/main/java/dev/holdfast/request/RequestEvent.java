package dev.holdfast.request;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;

import java.time.Instant;

/**
 * One thing that happened to a request. Stored and published in the transaction that saves the
 * request, so whoever listens is told exactly when it is true.
 *
 * @param version the request's version after it
 * @param state the request's state after it
 * @param words what is worth keeping: a comment, a reason, the service's words; may be empty
 */
public record RequestEvent(
    RequestId request,
    long version,
    What what,
    RequestState state,
    Person who,
    Instant at,
    String words) {

  /** What happened. */
  public enum What {
    SUBMITTED,
    APPROVED,
    REJECTED,
    CANCELLED,
    EXPIRED,
    VOIDED,
    WAITING,
    SAFETY_STARTING,
    SAFETY_STARTED,
    SAFETY_PROGRESSED,
    SAFETY_VERIFYING,
    SAFETY_TAKEN,
    STARTING,
    STARTED,
    PROGRESSED,
    VERIFYING,
    SUCCEEDED,
    FAILED,
    UNKNOWN,
    /** A person said what became of an outcome that was not known. */
    SETTLED,
    /** What a person said could not be, as far as the service shows. */
    SETTLING_FAILED,
    /** After an end without success the state of the target was read. */
    TARGET_SEEN,
    /** After an end without success the target was seen in administration mode. */
    IN_ADMIN_MODE,
    LEAVING_ASKED,
    LEAVING_WAITS,
    LEAVING_STARTING,
    LEAVING_STARTED,
    LEAVING_PROGRESSED,
    LEAVING_VERIFYING,
    LEAVING_FAILED,
    LEFT_ADMIN_MODE
  }
}
