package dev.holdfast.request;

import dev.holdfast.request.Decision;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.QueuePosition;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.SafetyBackup;
import dev.holdfast.request.StartAttempts;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetObservation;
import dev.holdfast.request.UnknownOutcome;
import dev.holdfast.request.UnresponsivePeriod;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A request as it is stored. Fields may be added, never renamed: older replicas read it too. */
record RequestDocument(
    RequestDetails terms,
    RequestState state,
    long version,
    List<Decision> decisions,
    Optional<Instant> intendedAt,
    Optional<String> waitsFor,
    Optional<OperationProgress> progress,
    Optional<Outcome> ending,
    Optional<TargetAdminMode> administrationMode,
    Optional<QueuePosition> line,
    Optional<UnknownOutcome> doubt,
    List<Resolution> settlements,
    Optional<StartAttempts> tries,
    Optional<Instant> verifyingSince,
    Optional<TargetObservation> targetSeen,
    Optional<SafetyBackup> safetyBackup,
    Optional<UnresponsivePeriod> silence) {

  /** What was stored before there were settlements has none. */
  RequestDocument {
    settlements = Objects.requireNonNullElse(settlements, List.of());
  }
}
