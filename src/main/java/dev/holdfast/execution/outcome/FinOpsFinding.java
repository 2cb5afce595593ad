package dev.holdfast.execution.outcome;

import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;

/** What was read of the finance and operations apps says. Only {@link Ready} isn't open. */
public sealed interface FinOpsFinding {

  /**
   * They run, as far as it can be read.
   *
   * @param message for the outcome; names what couldn't be read
   * @param state the service's own word; empty when it couldn't be read
   */
  record Ready(Message message, Optional<String> state) implements FinOpsFinding {}

  /** Nothing is to be verified: there are none, or Lifecycle Services has them. */
  record NotThere() implements FinOpsFinding {}

  /** It isn't known that they run. */
  sealed interface Open extends FinOpsFinding {

    /** For the card. */
    Message message();

    /** What the service says went wrong. */
    default List<FinOpsError> errors() {
      return List.of();
    }
  }

  /** The service says that they don't run, or a word that isn't known. */
  record NotYet(Message message) implements Open {}

  /** The service says that something went wrong. */
  record Broken(Message message, List<FinOpsError> errors) implements Open {

    public Broken {
      errors = List.copyOf(errors);
    }
  }

  /** The service gives no answer for now. */
  record Silent(Message message) implements Open {}

  /** What has to be read can't be, and that won't change by itself. */
  record Unreadable(Message message) implements Open {}

  /** They run, in another version than those of the source. */
  record OtherVersion(Message message) implements Open {}
}
