package dev.holdfast.request;

import java.time.Instant;
import java.util.Optional;

/**
 * How it ended.
 *
 * @param words a sentence for people
 * @param serviceWords the service's own code and message
 * @param correlationId the service's id for support
 * @param started whether the service had begun, so that the environment may be changed
 */
public record Outcome(
    Instant at,
    String words,
    Optional<String> serviceWords,
    Optional<String> correlationId,
    boolean started) {

  /** One before the service had begun. */
  static Outcome plain(Instant now, String words) {
    return new Outcome(now, words, Optional.empty(), Optional.empty(), false);
  }
}
