package dev.holdfast.environment;

import dev.holdfast.platform.RestoreOrder;
import java.time.Instant;
import java.util.List;

/**
 * What the rules say of one restore, from environments that were read afresh.
 *
 * @param order what would be ordered, with the name that the target has afterwards
 * @param readAt when both environments had been read
 */
public record RestorePreflight(
    Subject source, Subject target, RestoreOrder order, List<Check> checks, Instant readAt) {

  public RestorePreflight {
    checks = List.copyOf(checks);
  }

  public Severity worst() {
    return Check.worst(checks);
  }
}
