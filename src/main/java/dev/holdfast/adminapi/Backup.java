package dev.holdfast.adminapi;

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
    Optional<String> createdBy) {

  /** What people call it, which is never empty. */
  public String name() {
    return label.isBlank() ? "Backup without a label" : label;
  }

  /** Whether the service has dropped it by then. */
  public boolean expired(Instant now) {
    return expires.filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Whether it can be chosen from a list: values with a comma come back as two in some clients. */
  public boolean selectable() {
    return !id.isBlank() && !id.contains(",");
  }
}
