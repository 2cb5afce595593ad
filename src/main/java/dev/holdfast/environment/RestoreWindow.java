package dev.holdfast.environment;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The instants that an environment can be taken back to (rules R1, R4, R5).
 *
 * @param settling how long after its instant the service restores a backup (R5)
 */
public record RestoreWindow(Duration settling) {

  /** A backup is ready 10 to 15 minutes after its instant (R5); we take the longer. */
  public static final Duration USUAL_SETTLING = Duration.ofMinutes(15);

  /** No backup of any environment is kept longer (R1). */
  public static final Duration LONGEST = Duration.ofDays(28);

  /** How long a sandbox keeps its backups (R1). */
  public static final Duration SANDBOX = Duration.ofDays(7);

  /** The service's own lower bound, else its retention period; empty when it names neither. */
  public static Optional<Instant> earliest(EnvironmentProfile subject, Instant now) {
    Optional<Retention> retention = subject.environment().retention();
    return retention
        .flatMap(Retention::availableFrom)
        .or(() -> retention.flatMap(Retention::period).map(now::minus));
  }

  /** The same, with the longest retention period there is where the service names none. */
  public static Instant earliestPossible(EnvironmentProfile subject, Instant now) {
    return earliest(subject, now).orElseGet(() -> earliestPossible(now));
  }

  /** The earliest instant to which any environment can be taken back. */
  public static Instant earliestPossible(Instant now) {
    return now.minus(LONGEST);
  }

  /**
   * Whether an environment's backups of an instant are older than its retention period, or than the
   * longest one where the service names none.
   */
  public static boolean isDropped(EnvironmentProfile subject, Instant point, Instant at) {
    Duration kept = subject.environment().retention().flatMap(Retention::period).orElse(LONGEST);
    return point.isBefore(at.minus(kept));
  }

  /** Shown to the minute, a lower bound must not look earlier than it is. */
  public static Instant upToMinute(Instant instant) {
    Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
  }

  /** The newest instant that can be restored. */
  public Instant latest(Instant now) {
    return now.minus(settling);
  }

  /** Those of the backups that can be restored by now. */
  public List<Backup> restorable(List<Backup> backups, Instant now) {
    return backups.stream().filter(backup -> restorable(backup, now)).toList();
  }

  /** Whether a backup can be restored by now: it is ready, and isn't dropped yet. */
  public boolean restorable(Backup backup, Instant now) {
    return !backup.point().isAfter(latest(now)) && !backup.expired(now);
  }

  /** From when on an instant can be restored. */
  public Instant usableAt(Instant point) {
    return point.plus(settling);
  }
}
