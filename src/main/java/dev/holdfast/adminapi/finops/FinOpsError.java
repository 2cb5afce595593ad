package dev.holdfast.adminapi.finops;

import java.time.Instant;
import java.util.Optional;

/**
 * What went wrong in an operation of the finance and operations apps, in the service's own words
 * (facts 6.2). What the service didn't say is an empty text.
 *
 * @param failedAt empty if the service gave no time that can be read
 */
public record FinOpsError(
    String operationType,
    String failedActionName,
    String code,
    String message,
    Optional<Instant> failedAt,
    String correlationId) {}
