package dev.holdfast.adminapi.finops;

import java.util.Optional;

/** An answer of the service, or why there is none. */
public sealed interface FinOpsAnswer<T> {

  /** The service answered, and it could be read. */
  record Known<T>(T value) implements FinOpsAnswer<T> {}

  /**
   * There is no answer.
   *
   * @param reason what kind of silence it is
   * @param why for people and logs, with the service's own words where it gave some
   */
  record Unavailable<T>(Reason reason, String why) implements FinOpsAnswer<T> {}

  /** Why there is no answer. */
  enum Reason {
    /** The Power Platform API isn't used here, or the environment has no such address. */
    NOT_ASKED,
    /** The credential may not ask: 401 or 403. */
    REFUSED,
    /** The service has no such environment or no such question: 404. */
    NOT_THERE,
    /** No answer for now: no connection, throttled, or an error of the service. */
    UNREACHABLE,
    /** An answer that can't be read. */
    UNREADABLE
  }

  /** What was answered; empty if nothing was. */
  default Optional<T> known() {
    return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
  }
}
