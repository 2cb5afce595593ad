package dev.holdfast.series;

/** Why a series is paused or has ended. The names are stored. */
public enum SeriesReason {
  /** Somebody said so. */
  PERSON,
  /** So many runs in a row failed. */
  FAILURES,
  /** The policy no longer allows it to its owner. */
  DENIED,
  /** Its approval isn't stored as it was given. */
  CHANGED,
  /** It had its last run. */
  OVER
}
