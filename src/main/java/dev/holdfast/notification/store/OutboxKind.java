package dev.holdfast.notification.store;

/** What a row of the outbox asks for. */
public enum OutboxKind {
  /** Bring a card up to date, or post it where it is not yet. */
  CARD,
  /** Post a new message that says what happened. */
  NOTICE,
  /** Say on a card that a newer one follows the request. */
  LEFT,
  /** Tell the requester that too few approvers can be reached. */
  NO_APPROVER,
  /** Remind that somebody has to review an emergency. */
  REVIEW_DUE,
  /** Tell that nothing starts for a time. */
  FROZEN,
  /** Tell that this is over. */
  UNFROZEN,
  /** Remind somebody that a request waits for their decision. */
  REMINDER,
  /** Warn the requester that time is running out. */
  EXPIRY_WARNING,
  /** Tell an approver what their delegate decided. */
  DECIDED_FOR_YOU,
  /** Tell that somebody decides for another. */
  DELEGATED,
  /** Tell that this is over. */
  DELEGATION_ENDED,
  /** Tell the owner of a series that Holdfast paused it. */
  SERIES_PAUSED,
  /** Tell the owner of a series that it had its last run. */
  SERIES_ENDED,
  /** Bring a guardian's card of a policy up to date, or post it where it is not yet. */
  POLICY
}
