package dev.holdfast.environment;

import dev.holdfast.platform.Environment.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The instants that an environment can be taken back to (rules R1, R4, R5). */
public final class RestoreWindow {

  /** A backup is ready 10 to 15 minutes after its instant (R5); we take the longer. */
  private static final Duration SETTLING = Duration.ofMinutes(15);

  /** How long a sandbox keeps its backups (R1). */
  static final Duration SANDBOX = Duration.ofDays(7);

  private RestoreWindow() {}

  /** The service's own lower bound, else its retention period; empty when it names neither. */
  public static Optional<Instant> earliest(Subject subject, Instant now) {
    Optional<Retention> retention = subject.environment().retention();
    return retention
        .flatMap(Retention::availableFrom)
        .or(() -> retention.flatMap(Retention::period).map(now::minus));
  }

  /** The newest instant that can be restored. */
  public static Instant latest(Instant now) {
    return now.minus(SETTLING);
  }
}
