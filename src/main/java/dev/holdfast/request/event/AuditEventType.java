package dev.holdfast.request.event;

/** What happened around a request without changing it. The names are stored. */
public enum AuditEventType {
  /** Somebody wanted to decide who may not. */
  DECISION_REFUSED,
  /** A message will never arrive. */
  NOTICE_GIVEN_UP,
  /** Somebody froze an environment, or everything. */
  FREEZE_STARTED,
  /** A freeze ended: by a person, or by Holdfast when its time was over. */
  FREEZE_ENDED,
  /** Somebody wanted to freeze or unfreeze who may not. */
  FREEZE_REFUSED,
  /** Somebody had a task run again that was parked because it kept failing. */
  TASK_RELEASED,
  /** Another policy is in force. */
  POLICY_CHANGED,
  /** A policy that would allow something new waits for its guardians. */
  POLICY_PROPOSED,
  /** A guardian approved a policy. */
  POLICY_APPROVED,
  /** A guardian rejected a policy. */
  POLICY_REJECTED,
  /** Somebody asked for the same, so there's one request for both. */
  REQUEST_JOINED,
  /** It isn't stored as Holdfast stored it; nothing is called for it any more. */
  REQUEST_CHANGED,
  /** An approver lets somebody else decide for a time. */
  DELEGATION_STARTED,
  /** A delegation ended: by the approver, or by Holdfast when its time was over. */
  DELEGATION_ENDED,
  /** Somebody made a channel the approvers'. */
  CHANNEL_CONNECTED,
  /** Somebody took that back. */
  CHANNEL_DISCONNECTED,
  /** The service carries out what it was only asked to check. */
  CHECK_CARRIED_OUT,
  /** A series runs from now on, or with other terms. */
  SERIES_STARTED,
  /** A series was paused: by a person, or by Holdfast because of failures or the policy. */
  SERIES_PAUSED,
  /** Somebody let a series go on. */
  SERIES_RESUMED,
  /** A run of a series is left out: because somebody said so, or because it was missed. */
  SERIES_RUN_LEFT_OUT,
  /** A series ended: by a person, or by Holdfast after its last run. */
  SERIES_ENDED,
  /** Somebody wanted to pause, resume, or end a series, or skip a run, who may not. */
  SERIES_REFUSED,
  /** An emergency starts outside a window or in a freeze of the policy. */
  WINDOW_PASSED
}
