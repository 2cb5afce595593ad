package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import java.util.List;
import java.util.Optional;

/** What was found about a backup or a restore, from environments that were read afresh. */
public sealed interface PreflightResult permits RestorePreflight, BackupPreflight {

  /** The environment that would be overwritten or held, as it was read. */
  EnvironmentProfile affected();

  List<Finding> checks();

  /** Why the call would have to wait; empty when it could go out now. */
  Optional<TemporaryBlocker> obstacle();

  default Severity worst() {
    return Finding.worst(checks());
  }
}
