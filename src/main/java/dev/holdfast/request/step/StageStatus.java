package dev.holdfast.request.step;

/** How far a stage is. */
public enum StageStatus {
  WAITING,
  RUNNING,
  DONE,
  FAILED
}
