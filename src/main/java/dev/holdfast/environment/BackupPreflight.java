package dev.holdfast.environment;

import java.time.Instant;
import java.util.List;

/**
 * What the rules say of one manual backup, from an environment that was read afresh.
 *
 * @param readAt when the environment had been read
 */
public record BackupPreflight(Subject source, List<Check> checks, Instant readAt) {

  public BackupPreflight {
    checks = List.copyOf(checks);
  }

  public Severity worst() {
    return Check.worst(checks);
  }
}
