package dev.holdfast.adminapi;

import java.util.Optional;

/**
 * The order to overwrite {@code targetId} with a copy of {@code sourceId} as it is then.
 *
 * @param targetName the display name that the target has after the copy; empty keeps the one that
 *     it has when the order is given
 * @param securityGroupId the Entra security group whose members may enter the target afterwards;
 *     empty leaves that to the service
 */
public record CopyOrder(
    String sourceId,
    String targetId,
    String targetName,
    CopyType type,
    boolean skipAuditData,
    Optional<String> securityGroupId) {}
