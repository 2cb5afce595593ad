package dev.holdfast.operation.retention;

import dev.holdfast.environment.preflight.RuleReference;
import dev.holdfast.message.Message;
import java.util.Locale;

/** The rules that a change of the backup retention goes by. */
enum RetentionRule implements RuleReference {
  /** Where it can be changed, and to what. */
  R1("rule.source.backup"),
  /** How long backups are kept now. */
  STATE("rule.source.states"),
  /** What the admin API can do. */
  SERVICE("rule.source.service"),
  /** What can no longer be restored; cards show it apart from the other findings. */
  RECOVERY("rule.source.recovery"),
  /** What still needs an older restore point. */
  NEEDED("rule.source.needed");

  private final String source;

  RetentionRule(String source) {
    this.source = source;
  }

  @Override
  public String id() {
    return switch (this) {
      case R1 -> name();
      case STATE, SERVICE, RECOVERY, NEEDED -> name().toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public Message source() {
    return Message.of(source);
  }
}
