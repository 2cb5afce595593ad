package dev.holdfast.metrics;

import dev.holdfast.request.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database says at one moment.
 *
 * @param open the requests that haven't ended, and those of which the outcome is still unknown
 * @param oldestPending when the oldest request that awaits approval was submitted
 * @param oldestMessage since when the oldest message waits in the outbox
 * @param sealPosted the beginning of the day for which the seal of the audit log was posted last;
 *     empty when it never was
 */
record DatabaseFigures(
    List<Open> open,
    Optional<Instant> oldestPending,
    Optional<Instant> oldestMessage,
    Optional<Instant> sealPosted,
    long parkedTasks,
    long freezes) {

  /** How many requests of a type are in a state. */
  record Open(String kind, RequestState state, long count) {}

  long count(RequestState state) {
    return open.stream().filter(each -> each.state() == state).mapToLong(Open::count).sum();
  }
}
