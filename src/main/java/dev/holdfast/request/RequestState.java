package dev.holdfast.request;

import java.util.Locale;

/** The states of a request's life. */
public enum RequestState {
  AWAITING_APPROVAL("awaiting approval"),
  APPROVED("approved"),
  /** The target is backed up before it is overwritten, so that this can be undone. */
  SAFETY_BACKUP("taking a safety backup"),
  STARTING("starting"),
  RUNNING("running"),
  VERIFYING("verifying"),
  SUCCEEDED("succeeded"),
  FAILED("failed"),
  /** How it ended cannot be told; a person must look. */
  UNKNOWN("outcome unknown"),
  REJECTED("rejected"),
  CANCELLED("cancelled"),
  EXPIRED("expired"),
  /** What was approved is no longer possible as it was approved. */
  VOIDED("voided");

  private final String words;

  RequestState(String words) {
    this.words = words;
  }

  /** The state as a person reads it. */
  public String words() {
    return words;
  }

  /** The same at the head of a card. */
  public String title() {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * Whether Holdfast is done with the request; UNKNOWN is closed to Holdfast and open to people.
   */
  public boolean isClosed() {
    return ordinal() >= SUCCEEDED.ordinal();
  }

  /** Whether the admin API may be at work on it. */
  public boolean isExecuting() {
    return this == SAFETY_BACKUP || this == STARTING || this == RUNNING || this == VERIFYING;
  }
}
