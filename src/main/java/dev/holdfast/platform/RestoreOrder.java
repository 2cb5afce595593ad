package dev.holdfast.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * The order to overwrite {@code targetId} with {@code sourceId} as it was at {@code point}.
 *
 * @param targetName the display name that the target has after the restore; its present name to
 *     keep it
 */
public record RestoreOrder(
    String sourceId,
    String targetId,
    String targetName,
    Instant point,
    boolean skipAuditData,
    Optional<String> securityGroupId) {}
