package dev.holdfast.approval;

import java.util.Optional;

/** Why a decision did not count. */
public enum DenialReason {
  /** The card that was clicked is older than the request. */
  STALE,
  /** There is nothing left to decide. */
  CLOSED,
  /** Four eyes: the requester never decides. */
  OWN_REQUEST,
  /** An application asks, and never decides, whatever the policy says. */
  APPLICATION,
  /** The policy does not name this person. */
  NOT_AN_APPROVER,
  /** A group of approvers or reviewers can't be read, and this person may be in it. */
  GROUP_UNREADABLE,
  /** Its change ticket doesn't allow it, or couldn't be checked. */
  TICKET,
  /** This person has decided before. */
  DECIDED_BEFORE,
  /** The admin API has been called, so its approvals have done what they were for. */
  TOO_LATE_TO_WITHDRAW,
  /** There is no approval of this person that could be withdrawn. */
  NOT_APPROVED_BY_YOU,
  /** A rejection needs a comment. */
  COMMENT_MISSING,
  /** Only the requester cancels. */
  NOT_THE_REQUESTER,
  /** The admin API has been called; there is no way to take it back. */
  TOO_LATE,
  /** Only the requester and the approvers have administration mode left. */
  NOT_INVOLVED,
  /** Only the requester and the approvers tick what is done afterwards. */
  MAY_NOT_TICK,
  /** The request has no checklist, or no such item in it. */
  NO_SUCH_ITEM,
  /** Somebody else has ticked it, or Holdfast has read it. */
  TICKED_BEFORE,
  /** It isn't ticked, not by a person, or has been ticked anew since. */
  NO_SUCH_TICK,
  /** Administration mode was not seen, is being left, or is left. */
  NOTHING_TO_LEAVE,
  /** The admin API in use cannot leave administration mode. */
  NOT_LEAVABLE,
  /** Another request is running on the target. */
  TARGET_IN_USE,
  /** The target was overwritten again since, or that was started. */
  RESTORED_SINCE,
  /** Whether finance and operations runs isn't known, and nobody has settled it. */
  FINOPS_NOT_VERIFIED,
  /** It has ended, so there is nothing to cancel. */
  NOTHING_TO_CANCEL,
  /** After an end that was no success somebody has to look at the target first. */
  NOT_LOOKED,
  /** Its finance and operations apps aren't late, or aren't waited for any more. */
  NOT_WAITING,
  /** The outcome is known, or settled, or somebody's word on it is looked up. */
  NOTHING_TO_SETTLE,
  /** Nothing was chosen, or what is not offered. */
  WAY_MISSING,
  /** It is not said as which operation it ran. */
  OPERATION_MISSING,
  /** To call again or to give up needs a comment. */
  REASON_MISSING,
  /** Before it is called again somebody has to look at the operations. */
  OPERATIONS_NOT_LOOKED_AT,
  /** A second person confirms that it's called again, not the one who proposed it. */
  OWN_PROPOSAL,
  /** What would be called again is not approved any more. */
  NO_LONGER_APPROVED,
  /** The target is just leaving administration mode. */
  BEING_LEFT,
  /** It didn't fail, or it failed too short a time ago. */
  NOT_REPEATABLE,
  /** It overwrote nothing, or there is no safety backup that can be restored now. */
  NOTHING_TO_UNDO,
  /** The requester can't review their own emergency. */
  OWN_EMERGENCY,
  /** The policy doesn't name this person to review emergencies. */
  NOT_A_REVIEWER,
  /** It's no emergency, has not started, or was reviewed before. */
  NO_REVIEW_MISSING,
  /** A review needs a comment. */
  REVIEW_EMPTY,
  /** No rule of the policy names this person. */
  NOT_NAMED;

  /** This reason where something doesn't hold. */
  Optional<DenialReason> unless(boolean holds) {
    return holds ? Optional.empty() : Optional.of(this);
  }
}
