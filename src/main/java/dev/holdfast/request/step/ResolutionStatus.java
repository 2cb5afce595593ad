package dev.holdfast.request.step;

/** What came of a settlement. */
public enum ResolutionStatus {
  /** Holdfast still looks it up. */
  OPEN,
  DONE,
  REFUSED
}
