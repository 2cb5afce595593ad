package dev.holdfast.request.step;

/** What moves a step. */
public enum StepEvent {
  START_COMMITTED("start"),
  START_REPEATED("start again"),
  ACCEPTED("be accepted"),
  NOT_STARTED("be put back"),
  PROGRESSED("progress"),
  OPERATION_SUCCEEDED("be verified"),
  VERIFIED("succeed"),
  /** The service refused the call, or its operation failed. */
  FAILED("fail"),
  OUTCOME_UNKNOWN("become unknown"),
  /** A person doesn't want its finance and operations apps to be waited for any longer. */
  WAITING_STOPPED("stop being waited for"),
  RESOLVED_AS_RUNNING("be followed as an operation that a person named"),
  RESOLVED_POLL_AGAIN("be polled again"),
  RESOLVED_VERIFY_AGAIN("be verified again"),
  RESOLVED_AS_SUCCEEDED("be confirmed"),
  RESOLVED_NOT_STARTED("be called again");

  private final String words;

  StepEvent(String words) {
    this.words = words;
  }

  /** What a step can't do where this event doesn't fit. */
  public String words() {
    return words;
  }
}
