package dev.holdfast.approval;

/**
 * What a person may do, or not. Whether they may request an operation depends on what they request
 * in detail, so that is answered in words: see {@link PermissionEvaluator#denial}.
 */
public enum Permission {
  APPROVE,
  REJECT,
  /** Withdraw one's own approval. */
  WITHDRAW,
  CANCEL,
  /** Say what came of a request whose outcome is unknown. */
  RESOLVE,
  /** Say that a request never started and is to be called again, or confirm that. */
  CALL_AGAIN,
  /**
   * Be offered to request the same once more. The form itself is open to everybody; what is
   * submitted with it needs a permission of its own.
   */
  REQUEST_AGAIN,
  /** Be offered to undo it, in the same sense. */
  UNDO,
  /** Turn off administration mode on the target. */
  LEAVE_ADMIN_MODE,
  RUN_DOCTOR,
  /** Keep everything from starting for a time, or end that. */
  FREEZE
}
