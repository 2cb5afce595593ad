package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Optional;

/**
 * How it ended.
 *
 * @param message a sentence for people
 * @param serviceMessage the service's own code and message
 * @param correlationId the service's id for support
 * @param serviceStarted whether the service had begun, so that the environment may be changed
 */
public record Outcome(
    Instant at,
    String message,
    Optional<String> serviceMessage,
    Optional<String> correlationId,
    boolean serviceStarted) {

  /** One before the service had begun. */
  public static Outcome beforeStart(Instant now, String words) {
    return new Outcome(now, words, Optional.empty(), Optional.empty(), false);
  }
}
