package dev.holdfast.adminapi;

import java.time.Duration;
import java.util.Optional;

/** What one look at an operation showed. */
public sealed interface PollResult {

  /** How long the service asks to wait before the next look. */
  Optional<Duration> retryAfter();

  /** The operation, in whatever state. */
  record Seen(AdminOperation operation, Optional<Duration> retryAfter) implements PollResult {}

  /**
   * An answer without an operation: an empty body, a 404 or a 409. Early in an operation's life the
   * service gives these while all is well; it is neither success nor failure (facts 1.5).
   */
  record Nothing(String why, Optional<Duration> retryAfter) implements PollResult {}
}
