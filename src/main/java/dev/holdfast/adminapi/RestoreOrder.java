package dev.holdfast.adminapi;

import java.time.Instant;
import java.util.Optional;

/**
 * The order to overwrite {@code targetId} with {@code sourceId} as it was at {@code point}.
 *
 * @param targetName the display name that the target has after the restore; empty keeps the one
 *     that it has when the order is given
 * @param securityGroupId the Entra security group whose members may enter the target afterwards;
 *     empty leaves that to the service
 */
public record RestoreOrder(
    String sourceId,
    String targetId,
    String targetName,
    Instant point,
    boolean skipAuditData,
    Optional<String> securityGroupId) {

  /** The same order with another name for the target. */
  public RestoreOrder named(String name) {
    return new RestoreOrder(sourceId, targetId, name, point, skipAuditData, securityGroupId);
  }
}
