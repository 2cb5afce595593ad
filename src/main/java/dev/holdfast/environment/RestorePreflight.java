package dev.holdfast.environment;

import java.time.Instant;
import java.util.List;

/**
 * What the rules say of one restore, from environments that were read afresh.
 *
 * @param point the instant to restore to
 * @param readAt when both environments had been read
 */
public record RestorePreflight(
    Subject source, Subject target, Instant point, List<Check> checks, Instant readAt) {

  public RestorePreflight {
    checks = List.copyOf(checks);
  }

  public Severity worst() {
    return Check.worst(checks);
  }
}
