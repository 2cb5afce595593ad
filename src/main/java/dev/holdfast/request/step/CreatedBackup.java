package dev.holdfast.request.step;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

  /** Whether this is the same point in time, where an admin API may cut fractions of a second. */
  public boolean isOf(Instant other) {
    return point.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
  }
}
