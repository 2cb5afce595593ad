package dev.holdfast.request.step;

import java.time.Instant;

/**
 * A backup that the service lists.
 *
 * @param id the service's id
 * @param point the instant that a restore of it goes back to
 * @param usableAt from when on the service restores it (rule R5)
 * @param expiresAt when the service drops it
 * @param expiryStated whether the service said so; otherwise it is reckoned from rule R1
 */
public record CreatedBackup(
    String id, Instant point, Instant usableAt, Instant expiresAt, boolean expiryStated) {

  /** Whether it can be restored at an instant. */
  public boolean livesAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
