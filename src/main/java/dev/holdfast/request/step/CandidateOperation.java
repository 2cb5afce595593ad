package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Optional;

/**
 * An operation as the service listed it.
 *
 * @param serviceStatus the service's own word for its state
 * @param requestedBy as the service names who asked for it; may be empty
 * @param progress what would be followed
 */
public record CandidateOperation(
    String id,
    String type,
    String serviceStatus,
    Optional<Instant> createdAt,
    String requestedBy,
    OperationProgress progress) {}
