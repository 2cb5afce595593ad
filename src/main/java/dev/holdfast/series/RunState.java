package dev.holdfast.series;

/** What became of one run of a series. The names are stored. */
public enum RunState {
  /** It's requested. */
  REQUESTED,
  SUCCEEDED,
  FAILED,
  /** Left out because somebody said so. */
  SKIPPED,
  /** Its time is over, and it hadn't begun. */
  MISSED
}
