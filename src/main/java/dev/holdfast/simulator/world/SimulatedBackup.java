package dev.holdfast.simulator.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A manual backup: a label on an instant. */
public record SimulatedBackup(
    String id,
    String environmentId,
    String label,
    @Nullable String notes,
    Instant point,
    Instant expires,
    String by) {

  SimulatedBackup kept(Duration period) {
    return new SimulatedBackup(id, environmentId, label, notes, point, point.plus(period), by);
  }
}
