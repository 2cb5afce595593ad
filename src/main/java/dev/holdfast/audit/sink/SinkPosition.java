package dev.holdfast.audit.sink;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the audit log has been forwarded.
 *
 * @param position the last place of the chain that the sink has; 0 before the first
 * @param sentAt when that was
 * @param failures how often forwarding has failed since then
 * @param retryAt not to be tried again before
 * @param failure what went wrong last; empty when nothing did since then
 */
record SinkPosition(
    long position,
    Optional<Instant> sentAt,
    int failures,
    Optional<Instant> retryAt,
    String failure) {}
