package dev.holdfast.request;

/** How far a stage is. */
public enum StageStatus {
  WAITING,
  RUNNING,
  DONE,
  FAILED
}
