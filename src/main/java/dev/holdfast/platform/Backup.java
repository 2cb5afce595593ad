package dev.holdfast.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * A manual backup: a label on an instant (rule R4).
 *
 * @param point the instant that a restore of it goes back to
 * @param expires when the service drops it; empty when it does not say
 */
public record Backup(
    String id,
    String label,
    Optional<String> notes,
    Instant point,
    Optional<Instant> expires,
    Optional<String> createdBy) {}
