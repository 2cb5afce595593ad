package dev.holdfast.request;

import java.time.Instant;
import java.util.Optional;

/**
 * How an approved request waited for others that work on the same environments.
 *
 * @param since when it was first found in line
 * @param turnAt when its turn came; empty while it waits
 */
public record QueuePosition(Instant since, Optional<Instant> turnAt) {}
