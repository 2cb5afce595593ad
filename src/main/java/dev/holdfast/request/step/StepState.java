package dev.holdfast.request.step;

/** How far one call of the admin API is. */
public enum StepState {
  /** It isn't called, or certainly didn't begin and is called again after all checks. */
  PENDING,
  /** The intent to call is committed; whether the service began is open. */
  STARTING,
  /** The service has an operation for it. */
  RUNNING,
  /** The operation says that it succeeded; the environment itself must show it. */
  VERIFYING,
  SUCCEEDED,
  FAILED,
  /** How it ended can't be told; a person must look. */
  UNKNOWN
}
