package dev.holdfast.environment.preflight.rule;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightRule;
import dev.holdfast.message.Message;
import java.util.Optional;

/** Something that must be alike on both sides. An environment is always like itself. */
abstract class LikenessRule implements PreflightRule {

  static final Message BACKUP_AND_RESTORE = Message.of("rule.source.backup");

  private final String id;
  private final Message source;

  LikenessRule(String id, Message source) {
    this.id = id;
    this.source = source;
  }

  abstract Finding compare(EnvironmentProfile source, EnvironmentProfile target, Message noun);

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Message source() {
    return source;
  }

  @Override
  public final Optional<Finding> pair(
      EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    return source.id().equals(target.id())
        ? Optional.empty()
        : Optional.of(compare(source, target, noun));
  }
}
