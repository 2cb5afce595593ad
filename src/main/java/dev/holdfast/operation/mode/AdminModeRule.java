package dev.holdfast.operation.mode;

import dev.holdfast.environment.preflight.RuleReference;
import dev.holdfast.message.Message;

/** The rules that only a change of administration mode goes by. */
enum AdminModeRule implements RuleReference {
  /** What the mode stops, and that background operations can be off only in it. */
  R42("R42", "rule.source.adminMode"),
  /** Leaving it can fail or hang. */
  R43("R43", "rule.source.deployAdminMode"),
  /** Background operations can stay off. */
  R44("R44", "rule.source.backgroundOperations"),
  /** Which state the environment is in. */
  STATE("state", "rule.source.states"),
  /** What the admin API can do. */
  SERVICE("service", "rule.source.service");

  private final String id;
  private final Message source;

  AdminModeRule(String id, String source) {
    this.id = id;
    this.source = Message.of(source);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Message source() {
    return source;
  }
}
