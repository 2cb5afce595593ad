package dev.holdfast.approval.policy.people;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;

/** Why the members of a group aren't known. */
public enum GroupProblem {
  NOT_READ("group.problem.notRead", false),
  OFF("group.problem.off", true),
  NOT_FOUND("group.problem.notFound", true),
  FORBIDDEN("group.problem.forbidden", true),
  /** Holdfast isn't in the team. */
  NOT_THERE("group.problem.notThere", true),
  THROTTLED("group.problem.throttled", false),
  UNREACHABLE("group.problem.unreachable", false),
  TIMEOUT("group.problem.timeout", false),
  TOO_LARGE("group.problem.tooLarge", true),
  STALE("group.problem.stale", false);

  private final Message message;
  private final boolean lasting;

  GroupProblem(String code, boolean lasting) {
    this.message = Message.of(code);
    this.lasting = lasting;
  }

  public Message message() {
    return message;
  }

  /** The same for operators. */
  String words() {
    return StoredMessage.english(message);
  }

  /** Whether it stays until somebody changes something, so that what was read before is wrong. */
  boolean isLasting() {
    return lasting;
  }
}
