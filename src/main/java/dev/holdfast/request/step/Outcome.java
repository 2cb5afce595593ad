package dev.holdfast.request.step;

import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * How it ended.
 *
 * @param message for people
 * @param serviceMessage the service's own code and message
 * @param correlationId the service's id for support
 * @param serviceStarted whether the service had begun, so that the environment may be changed
 */
public record Outcome(
    Instant at,
    Message message,
    Optional<String> serviceMessage,
    Optional<String> correlationId,
    boolean serviceStarted) {

  /** One before the service had begun. */
  public static Outcome beforeStart(Instant now, Message message) {
    return new Outcome(now, message, Optional.empty(), Optional.empty(), false);
  }
}
