package dev.holdfast.environment;

import dev.holdfast.platform.RestoreOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules and the service say of one restore.
 *
 * @param order what would be ordered, with the name that the target has afterwards
 * @param readAt when both environments had been read
 */
public record RestorePreflight(
    Subject source,
    Subject target,
    RestoreOrder order,
    List<Check> checks,
    Optional<Obstacle> obstacle,
    Instant readAt)
    implements Findings {

  public RestorePreflight {
    checks = List.copyOf(checks);
  }

  @Override
  public Subject affected() {
    return target;
  }

  RestorePreflight with(List<Check> more) {
    return new RestorePreflight(source, target, order, more, obstacle, readAt);
  }
}
