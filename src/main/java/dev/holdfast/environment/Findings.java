package dev.holdfast.environment;

import java.util.List;
import java.util.Optional;

/** What was found about a backup or a restore, from environments that were read afresh. */
public sealed interface Findings permits RestorePreflight, BackupPreflight {

  /** The environment that would be overwritten or held, as it was read. */
  Subject affected();

  List<Check> checks();

  /** Why the call would have to wait; empty when it could go out now. */
  Optional<Obstacle> obstacle();

  default Severity worst() {
    return Check.worst(checks());
  }
}
