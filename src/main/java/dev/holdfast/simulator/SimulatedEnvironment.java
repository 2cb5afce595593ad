package dev.holdfast.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An environment with what has happened to it.
 *
 * @param made what it was when the world began
 * @param runtimeState {@code Enabled} or {@code AdminMode}
 */
record SimulatedEnvironment(
    EnvironmentSeed made,
    String displayName,
    String runtimeState,
    Instant createdAt,
    Instant modifiedAt,
    List<Fault> faults) {

  String id() {
    return made.id();
  }

  /** The earliest instant that can still be restored. */
  Instant availableFrom(Instant now) {
    Instant window = now.minus(retention());
    return window.isAfter(createdAt) ? window : createdAt;
  }

  Duration retention() {
    return Duration.ofDays(made.retentionDays());
  }

  SimulatedEnvironment after(Effect effect, Instant at) {
    return new SimulatedEnvironment(
        made,
        effect.displayName() == null ? displayName : effect.displayName(),
        effect.runtimeState() == null ? runtimeState : effect.runtimeState(),
        createdAt,
        at,
        faults);
  }

  SimulatedEnvironment with(List<Fault> ordered) {
    return new SimulatedEnvironment(
        made, displayName, runtimeState, createdAt, modifiedAt, List.copyOf(ordered));
  }
}
