package dev.holdfast.simulator.world;

import dev.holdfast.support.WireRecord;
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
 * @param retention how many days backups are kept; as many as at the beginning when missing
 */
@WireRecord
public record SimulatedEnvironment(
    EnvironmentSeed made,
    String displayName,
    String runtimeState,
    @Nullable String background,
    @Nullable String securityGroup,
    @Nullable Integer retention,
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
    Instant window = now.minus(backupsKept());
    return window.isAfter(createdAt) ? window : createdAt;
  }

  /** How long backups are kept. */
  public Duration backupsKept() {
    return Duration.ofDays(Objects.requireNonNullElse(retention, made.retentionDays()));
  }

  SimulatedEnvironment after(OperationEffect effect, Instant at) {
    return new SimulatedEnvironment(
        made,
        Objects.requireNonNullElse(effect.displayName(), displayName),
        Objects.requireNonNullElse(effect.runtimeState(), runtimeState),
        Objects.requireNonNullElse(effect.backgroundOperations(), backgroundOperations()),
        effect.securityGroup() == null ? securityGroup : effect.securityGroup(),
        effect.retentionDays() == null ? retention : effect.retentionDays(),
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
        retention,
        createdAt,
        modifiedAt,
        List.copyOf(ordered));
  }
}
