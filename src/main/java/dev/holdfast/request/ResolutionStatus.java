package dev.holdfast.request;

/** What came of a settlement. */
public enum ResolutionStatus {
  /** Holdfast still looks it up. */
  OPEN,
  DONE,
  REFUSED
}
