package dev.holdfast.request;

import java.time.Instant;

/**
 * One thing that happened to a request. Stored and published in the transaction that saves the
 * request, so listeners are called exactly when it is true.
 *
 * @param version the request's version after it
 * @param state the request's state after it
 * @param words what is worth keeping: a comment, a reason, the service's words; may be empty
 */
public record RequestEvent(
    RequestId request,
    long version,
    RequestEventType type,
    RequestState state,
    Person who,
    Instant at,
    String words) {

  /** Whether a person made it happen, and not Holdfast. */
  public boolean isOfAPerson() {
    return !who.isSameAs(Person.HOLDFAST);
  }
}
