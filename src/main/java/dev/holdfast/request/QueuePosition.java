package dev.holdfast.request;

import java.time.Instant;
import java.util.Optional;

/**
 * How an approved request waited for others that work on the same environments.
 *
 * @param since when it was first found in line
 * @param turnAt when its turn came; empty while it waits
 * @param waitsFor which request is next to end before it; empty when its turn has come, and in what
 *     was stored before this was kept
 */
public record QueuePosition(
    Instant since, Optional<Instant> turnAt, Optional<RequestId> waitsFor) {}
