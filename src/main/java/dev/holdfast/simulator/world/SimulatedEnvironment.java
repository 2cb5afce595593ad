package dev.holdfast.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An environment with what has happened to it.
 *
 * @param made what it was when the world began
 * @param runtimeState {@code Enabled} or {@code AdminMode}
 * @param background whether background operations are {@code Enabled}, as they are when missing, or
 *     {@code Disabled}
 * @param securityGroup whose members may enter; all when missing
 */
public record SimulatedEnvironment(
    EnvironmentSeed made,
    String displayName,
    String runtimeState,
    @Nullable String background,
    @Nullable String securityGroup,
    Instant createdAt,
    Instant modifiedAt,
    List<InjectedFault> faults) {

  public String id() {
    return made.id();
  }

  public String backgroundOperations() {
    return Objects.requireNonNullElse(background, "Enabled");
  }

  public boolean inAdministrationMode() {
    return runtimeState.equals("AdminMode");
  }

  /** The earliest instant that can still be restored. */
  public Instant availableFrom(Instant now) {
    Instant window = now.minus(retention());
    return window.isAfter(createdAt) ? window : createdAt;
  }

  public Duration retention() {
    return Duration.ofDays(made.retentionDays());
  }

  SimulatedEnvironment after(OperationEffect effect, Instant at) {
    return new SimulatedEnvironment(
        made,
        Objects.requireNonNullElse(effect.displayName(), displayName),
        Objects.requireNonNullElse(effect.runtimeState(), runtimeState),
        Objects.requireNonNullElse(effect.backgroundOperations(), backgroundOperations()),
        effect.securityGroup() == null ? securityGroup : effect.securityGroup(),
        createdAt,
        at,
        faults);
  }

  SimulatedEnvironment with(List<InjectedFault> ordered) {
    return new SimulatedEnvironment(
        made,
        displayName,
        runtimeState,
        background,
        securityGroup,
        createdAt,
        modifiedAt,
        List.copyOf(ordered));
  }
}
