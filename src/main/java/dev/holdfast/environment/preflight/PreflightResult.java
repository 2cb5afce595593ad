package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;

/** What was found about an operation, from environments that were read afresh. */
public interface PreflightResult {

  /** The environment that would be overwritten or held, as it was read. */
  EnvironmentProfile affected();

  /** All environments that it touches, as they were read. */
  default List<EnvironmentProfile> read() {
    return List.of(affected());
  }

  List<Finding> checks();

  /** Why the call would have to wait; empty when it could go out now. */
  Optional<TemporaryBlocker> obstacle();

  /** That it is done already, in a sentence; empty where it has to be called. */
  default Optional<Message> doneAlready() {
    return Optional.empty();
  }

  default Severity worst() {
    return Finding.worst(checks());
  }
}
