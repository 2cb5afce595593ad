package dev.holdfast.doctor;

/** How a check came out, worst first. */
public enum CheckStatus {
  /** It does not work, and something of Holdfast does not work with it. */
  BROKEN,
  /** It works, and somebody should look at it. */
  WARNING,
  /** Not looked at, because something that it needs is broken or not there now. */
  SKIPPED,
  OK
}
