package dev.holdfast.adminapi;

import java.time.Duration;
import java.util.Optional;

/**
 * The service took an order.
 *
 * @param operation where to follow it; empty when the service named none, as it does for a backup
 *     that is already made
 * @param backup the backup, when the answer carries it
 * @param retryAfter how long the service asks to wait before the first look
 * @param correlationId the service's id for support
 */
public record OperationAccepted(
    Optional<OperationLocator> operation,
    Optional<Backup> backup,
    Optional<Duration> retryAfter,
    Optional<String> correlationId) {}
