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

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as it is stored. Fields may be added, never renamed: other versions of Holdfast read
 * them too, so the names of the JSON are older than those of the code.
 */
record RequestDocument(
    @JsonProperty("terms") DetailsDocument details,
    RequestState state,
    long version,
    List<Decision> decisions,
    @JsonProperty("intendedAt") Optional<Instant> startCommittedAt,
    @JsonProperty("waitsFor") Optional<String> waitReason,
    Optional<ProgressDocument> progress,
    @JsonProperty("ending") Optional<OutcomeDocument> outcome,
    @JsonProperty("administrationMode") Optional<AdminModeDocument> adminMode,
    @JsonProperty("line") Optional<QueuePosition> queuePosition,
    @JsonProperty("doubt") Optional<UnknownOutcomeDocument> unknownOutcome,
    @JsonProperty("settlements") List<ResolutionDocument> resolutions,
    @JsonProperty("tries") Optional<StartAttempts> startAttempts,
    @JsonProperty("verifyingSince") Optional<Instant> verificationStartedAt,
    @JsonProperty("targetSeen") Optional<TargetObservation> targetObservation,
    Optional<SafetyBackupDocument> safetyBackup,
    Optional<UnresponsivePeriod> silence) {

  /** What was stored before there were resolutions has none. */
  RequestDocument {
    resolutions = Objects.requireNonNullElse(resolutions, List.of());
  }

  static RequestDocument of(RequestSnapshot request) {
    RequestSnapshot.Waiting waiting = request.waiting();
    RequestSnapshot.Calls calls = request.calls();
    RequestSnapshot.End end = request.end();
    return new RequestDocument(
        DetailsDocument.of(request.details()),
        request.state(),
        request.version(),
        request.decisions(),
        calls.startCommittedAt(),
        waiting.reason(),
        calls.progress().map(ProgressDocument::of),
        end.outcome().map(OutcomeDocument::of),
        request.target().adminMode().map(AdminModeDocument::of),
        waiting.position(),
        end.unknown().map(UnknownOutcomeDocument::of),
        end.resolutions().stream().map(ResolutionDocument::of).toList(),
        calls.attempts(),
        calls.verificationStartedAt(),
        request.target().observation(),
        calls.safetyBackup().map(SafetyBackupDocument::of),
        waiting.silence());
  }

  RequestSnapshot toSnapshot() {
    return new RequestSnapshot(
        details.toDetails(),
        state,
        version,
        decisions,
        new RequestSnapshot.Waiting(waitReason, queuePosition, silence),
        new RequestSnapshot.Calls(
            startCommittedAt,
            startAttempts,
            progress.map(ProgressDocument::toProgress),
            verificationStartedAt,
            safetyBackup.map(SafetyBackupDocument::toSafetyBackup)),
        new RequestSnapshot.End(
            outcome.map(OutcomeDocument::toOutcome),
            unknownOutcome.map(UnknownOutcomeDocument::toUnknownOutcome),
            resolutions.stream().map(ResolutionDocument::toResolution).toList()),
        new RequestSnapshot.Target(
            adminMode.map(AdminModeDocument::toAdminMode), targetObservation));
  }
}
