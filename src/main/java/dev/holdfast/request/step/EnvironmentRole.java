package dev.holdfast.request.step;

import dev.holdfast.message.Message;

/** What a request does with an environment. The names are stored. */
public enum EnvironmentRole {
  /** It is read; its data ends up elsewhere. */
  DATA_LEAVES("environment.role.leaves"),
  OVERWRITTEN("environment.role.overwritten"),
  /** It is kept busy, and not changed. */
  HELD("environment.role.held"),
  /** It leaves administration mode. */
  OPENED("environment.role.opened"),
  /** It's put into administration mode, or its background operations change in that mode. */
  RESTRICTED("environment.role.restricted"),
  /** What it can be restored to changes, and nothing else of it. */
  RECOVERY_CHANGED("environment.role.recovery");

  private final Message message;

  EnvironmentRole(String code) {
    this.message = Message.of(code);
  }

  /** What it says to a reader, in words that follow the environment's name. */
  public Message message() {
    return message;
  }
}
