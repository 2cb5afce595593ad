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
  /**
   * Say that the late finance and operations apps aren't to be waited for any longer. It makes the
   * outcome unknown, so it takes who may resolve it then.
   */
  STOP_WAITING,
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
  /** Tick what is done after a restore or copy, and take that back. */
  TICK_ITEM,
  /** Review an emergency afterwards. */
  REVIEW,
  RUN_DOCTOR,
  /** Keep everything from starting for a time, or end that. */
  FREEZE
}
