package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * A rule that holds whatever the type of operation. Every bean of this type is asked, in the order
 * of their {@code @Order}: for forms, {@code why}, the review, and the check before the call.
 *
 * <p>A form asks about thousands of targets, so a rule judges by what was read and calls nothing.
 */
public interface PreflightRule extends RuleReference {

  /** What is to say of a target, whatever the source. */
  default Optional<Finding> target(EnvironmentProfile target) {
    return Optional.empty();
  }

  /**
   * What is to say of a source and a target together.
   *
   * @param noun the operation in a sentence, behind an article: {@code restore}
   */
  default Optional<Finding> pair(
      EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    return target(target);
  }

  /**
   * What is to say of each environment that is overwritten or whose data leaves, beside {@link
   * #pair}; never red.
   */
  default Optional<Finding> used(EnvironmentProfile environment) {
    return Optional.empty();
  }

  /** What is to say of an environment that is taken back to an instant; never red. */
  default Optional<Finding> ontoItself(EnvironmentProfile target, Instant point, Instant now) {
    return Optional.empty();
  }

  /** What is to say of an environment that is to be backed up. */
  default Optional<Finding> backup(EnvironmentProfile source) {
    return Optional.empty();
  }
}
