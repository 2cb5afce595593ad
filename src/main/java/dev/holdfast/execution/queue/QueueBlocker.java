package dev.holdfast.execution.queue;

import dev.holdfast.message.Message;
import dev.holdfast.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a request waits in the queue.
 *
 * @param first which request is next to end before it; empty when no request is in the way
 * @param opensAt when the way is free, where that's known
 */
public record QueueBlocker(Optional<RequestId> first, Message reason, Optional<Instant> opensAt) {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  public QueueBlocker(Optional<RequestId> first, Message reason) {
    this(first, reason, Optional.empty());
  }

  /** When to ask again: at the latest when the way is free, and often enough for what changes. */
  public Duration pause(Duration usual, Instant now) {
    return opensAt
        .map(at -> Duration.between(now, at))
        .filter(left -> !left.isNegative() && !left.isZero())
        .map(left -> left.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : left)
        .orElse(usual);
  }
}
