package dev.holdfast.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A request as it is stored. Fields may be added, never renamed: older replicas read it too. */
record RequestBody(
    Terms terms,
    State state,
    long version,
    List<Decision> decisions,
    Optional<Instant> intendedAt,
    Optional<String> waitsFor,
    Optional<Progress> progress,
    Optional<Ending> ending,
    Optional<AdministrationMode> administrationMode,
    Optional<Line> line,
    Optional<Doubt> doubt,
    List<Settlement> settlements,
    Optional<Tries> tries,
    Optional<Instant> verifyingSince,
    Optional<TargetSeen> targetSeen,
    Optional<SafetyBackup> safetyBackup,
    Optional<Silence> silence) {

  /** What was stored before there were settlements has none. */
  RequestBody {
    settlements = Objects.requireNonNullElse(settlements, List.of());
  }
}
