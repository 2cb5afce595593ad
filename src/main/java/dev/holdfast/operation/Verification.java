package dev.holdfast.operation;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.message.Message;
import java.util.Optional;

/** What the environment shows of an operation that is reported to have succeeded. */
public sealed interface Verification {

  /** For the card. */
  Message message();

  /**
   * It is done.
   *
   * @param inAdminMode the environment, where it was left in administration mode (rule R20)
   */
  record Done(Message message, Optional<Environment> inAdminMode) implements Verification {}

  /**
   * It is in the state that was ordered.
   *
   * @param environment as it was read
   * @param incomplete what isn't as it should be and may only be late; empty when all is
   */
  record InOrderedState(Message message, Environment environment, Optional<Message> incomplete)
      implements Verification {}

  /** It isn't ready, or doesn't show it yet. */
  record NotYet(Message message) implements Verification {}

  /**
   * It is ready, and shows nothing of it.
   *
   * @param environment as it was read
   */
  record NotShown(Message message, Environment environment) implements Verification {}
}
