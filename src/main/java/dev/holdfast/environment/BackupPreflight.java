package dev.holdfast.environment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say of one manual backup.
 *
 * @param readAt when the environment had been read
 */
public record BackupPreflight(
    Subject source, List<Check> checks, Optional<Obstacle> obstacle, Instant readAt)
    implements Findings {

  public BackupPreflight {
    checks = List.copyOf(checks);
  }

  @Override
  public Subject affected() {
    return source;
  }
}
