package dev.holdfast.operation.deletion;

import dev.holdfast.environment.preflight.RuleReference;
import dev.holdfast.message.Message;
import java.util.Locale;

/** The rules that a deletion goes by. */
enum DeletionRule implements RuleReference {
  /** Backups that expire by themselves. */
  R2("rule.source.backup"),
  /** Manual backups can be deleted. */
  R6("rule.source.backup"),
  /** What can no longer be restored; cards show it apart from the other findings. */
  RECOVERY("rule.source.recovery"),
  /** What still needs a backup. */
  NEEDED("rule.source.needed");

  private final String source;

  DeletionRule(String source) {
    this.source = source;
  }

  @Override
  public String id() {
    return switch (this) {
      case R2, R6 -> name();
      case RECOVERY, NEEDED -> name().toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public Message source() {
    return Message.of(source);
  }
}
