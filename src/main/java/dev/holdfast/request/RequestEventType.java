package dev.holdfast.request;

/** What happened to a request. The names are stored. */
public enum RequestEventType {
  SUBMITTED,
  APPROVED,
  REJECTED,
  CANCELLED,
  EXPIRED,
  VOIDED,
  WAITING,
  SAFETY_STARTING,
  SAFETY_STARTED,
  SAFETY_PROGRESSED,
  SAFETY_VERIFYING,
  SAFETY_TAKEN,
  STARTING,
  STARTED,
  PROGRESSED,
  VERIFYING,
  SUCCEEDED,
  FAILED,
  UNKNOWN,
  /** A person said what became of an outcome that was not known. */
  SETTLED,
  /** What a person said could not be, as far as the service shows. */
  SETTLING_FAILED,
  /** After an end without success the state of the target was read. */
  TARGET_SEEN,
  /** After an end without success the target was seen in administration mode. */
  IN_ADMIN_MODE,
  LEAVING_ASKED,
  LEAVING_WAITS,
  LEAVING_STARTING,
  LEAVING_STARTED,
  LEAVING_PROGRESSED,
  LEAVING_VERIFYING,
  LEAVING_FAILED,
  LEFT_ADMIN_MODE
}
