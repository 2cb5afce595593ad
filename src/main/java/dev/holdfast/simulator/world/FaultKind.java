package dev.holdfast.simulator.world;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be ordered to go wrong on an environment. */
public enum FaultKind {
  /** A restore or copy onto it fails while it runs, with a code and words. */
  @JsonProperty("restore-fails")
  RESTORE_FAILS,
  /** The same without an error object, as the service has done. */
  @JsonProperty("restore-fails-without-words")
  RESTORE_FAILS_WITHOUT_WORDS,
  /**
   * A restore or copy onto it is said to succeed and does nothing: the environment never enters
   * administration mode, and nothing of it changes.
   */
  @JsonProperty("no-effect")
  NO_EFFECT,
  /** An operation ends in a state that isn't documented, with nothing done. */
  @JsonProperty("odd-ending")
  ODD_ENDING,
  /** Looks at its operations are answered with 500. */
  @JsonProperty("poll-500")
  POLL_500,
  /** Looks at its operations are answered with 429 and {@code Retry-After}. */
  @JsonProperty("poll-429")
  POLL_429,
  /** Looks at its operations are answered with an empty body. */
  @JsonProperty("poll-empty")
  POLL_EMPTY,
  /** Looks at its operations are answered with something that is not JSON. */
  @JsonProperty("poll-garbled")
  POLL_GARBLED,
  /** Its operations are not found at first. */
  @JsonProperty("poll-404")
  POLL_404,
  /** Its operations are for a while in a state that nobody has heard of. */
  @JsonProperty("unknown-state")
  UNKNOWN_STATE,
  /** It is ready only some time after its operation succeeded. */
  @JsonProperty("late-ready")
  LATE_READY,
  /** Its operations are missing from the list until a quarter of their time has passed. */
  @JsonProperty("listed-late")
  LISTED_LATE,
  /** After a restore or copy onto it finance and operations is in the state Failed. */
  @JsonProperty("finops-fails")
  FINOPS_FAILS,
  /** Finance and operations is being serviced for an hour after a restore or copy. */
  @JsonProperty("finops-late")
  FINOPS_LATE,
  /** After a restore or copy the errors of operations have a new one, with a code and words. */
  @JsonProperty("finops-error")
  FINOPS_ERROR,
  /** A restore or copy leaves the version of finance and operations as it was. */
  @JsonProperty("finops-keeps-version")
  FINOPS_KEEPS_VERSION,
  /** A restore or copy that is only to be checked is answered with 202, and passes later. */
  @JsonProperty("validation-later")
  VALIDATION_LATER,
  /** The same, and fails later. */
  @JsonProperty("validation-fails-later")
  VALIDATION_FAILS_LATER,
  /** A restore or copy that is only to be checked is carried out. */
  @JsonProperty("validation-runs")
  VALIDATION_RUNS,
  /** An order is taken, and the connection breaks before the answer. */
  @JsonProperty("dropped-answer")
  DROPPED_ANSWER,
  /** An order is answered with 500 and not taken. */
  @JsonProperty("order-500")
  ORDER_500,
  /** An order is refused with 400, a code, and words. */
  @JsonProperty("order-400")
  ORDER_400,
  /** An order is answered with 429 and not taken. */
  @JsonProperty("order-429")
  ORDER_429
}
