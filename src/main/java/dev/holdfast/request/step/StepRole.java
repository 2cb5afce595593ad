package dev.holdfast.request.step;

/** What a step is for in the plan of its request. */
public enum StepRole {
  /** What has to succeed before the request's own call goes out. */
  BEFORE,
  /** What the request asks for. */
  MAIN
}
