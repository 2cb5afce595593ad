package dev.holdfast.request.step;

/** What came of a settlement. */
public enum ResolutionStatus {
  /** Holdfast still looks it up. */
  OPEN,
  DONE,
  /** A second person has to confirm it. Whatever anybody says next takes its place. */
  PROPOSED,
  REFUSED
}
