package dev.holdfast.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * When a ticket allows its operation.
 *
 * @param from empty for at once
 * @param until empty for no end
 */
public record TicketWindow(Optional<Instant> from, Optional<Instant> until) {

  public static final TicketWindow ALWAYS = new TicketWindow(Optional.empty(), Optional.empty());

  /** Whether it hasn't begun. */
  public boolean isBefore(Instant now) {
    return from.filter(now::isBefore).isPresent();
  }

  boolean isOver(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }
}
