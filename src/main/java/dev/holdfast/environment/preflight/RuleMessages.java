package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;

/** Messages of rules that compare a source and a target. */
public final class RuleMessages {

  private RuleMessages() {}

  /** A message that names both. */
  public static Message pair(String code, EnvironmentProfile source, EnvironmentProfile target) {
    return Message.of(code, "source", source.name(), "target", target.name());
  }
}
