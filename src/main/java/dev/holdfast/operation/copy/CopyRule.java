package dev.holdfast.operation.copy;

import dev.holdfast.environment.preflight.RuleReference;
import dev.holdfast.message.Message;

/** The rules that only a copy goes by. */
enum CopyRule implements RuleReference {
  /** What is lost; cards show it apart from the other findings. */
  R13,
  /** Transactions that are left out. */
  R31,
  R32;

  @Override
  public String id() {
    return name();
  }

  @Override
  public Message source() {
    return Message.of("rule.source.copy");
  }
}
