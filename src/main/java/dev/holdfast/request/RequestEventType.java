package dev.holdfast.request;

/** What happened to a request. The names are stored. */
public enum RequestEventType {
  SUBMITTED,
  APPROVED,
  APPROVAL_WITHDRAWN,
  /** The policy asks for more approvals than there are. */
  REOPENED,
  /** Nobody decided for a while, so a second group may, too. */
  ESCALATED,
  REJECTED,
  CANCELLED,
  EXPIRED,
  VOIDED,
  /** A rehearsal came to where the admin API would have been called. */
  REHEARSED,
  /** It could not start at the planned time, nor within its grace period. */
  MISSED,
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
  /** The target is overwritten, and its finance and operations apps don't run in time. */
  FINANCE_AND_OPERATIONS_LATE,
  SUCCEEDED,
  FAILED,
  UNKNOWN,
  /** A person said what became of an outcome that was not known. */
  SETTLED,
  /** What a person said could not be, as far as the service shows. */
  SETTLING_FAILED,
  /** After an end without success the state of the target was read. */
  TARGET_SEEN,
  /** After an end without success it was read what the service says went wrong. */
  SERVICE_ERRORS_READ,
  /** After an end without success the target was seen in administration mode. */
  IN_ADMIN_MODE,
  /** Somebody asked that the target leaves administration mode; another request does that. */
  LEAVING_ASKED,
  /** Another request has taken over what was begun before there was one for it. */
  LEAVING_WAITS,
  /** Only in what was stored before another request left administration mode, as the next three. */
  LEAVING_STARTING,
  LEAVING_STARTED,
  LEAVING_PROGRESSED,
  LEAVING_VERIFYING,
  LEAVING_FAILED,
  LEFT_ADMIN_MODE,
  /** Somebody reviewed an emergency. */
  REVIEWED,
  /** A person says that something is done after a restore or copy, or Holdfast has read it. */
  CHECKLIST_TICKED,
  /** A person says that it isn't done after all. */
  CHECKLIST_UNTICKED,
  /** People were reminded of what isn't done. */
  CHECKLIST_REMINDED
}
