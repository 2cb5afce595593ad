package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.ChecklistTransitions;
import dev.holdfast.request.Decision;
import dev.holdfast.request.EmergencyTransitions;
import dev.holdfast.request.Plan;
import dev.holdfast.request.QueuePosition;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestSnapshot;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.StartAttempts;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.step.UnresponsivePeriod;
import dev.holdfast.request.verification.FinOpsProgress;
import dev.holdfast.request.verification.ServiceErrors;
import dev.holdfast.support.WireRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as it is stored. Fields may be added, never renamed: other versions of Holdfast read
 * them too, so the names of the JSON are older than those of the code.
 */
@WireRecord
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
    Optional<UnresponsivePeriod> silence,
    @JsonProperty("waitsForMessage") Optional<StoredMessage> waitMessage,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<ApprovalTerms> termsInForce,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<ReopenedDocument> reopened,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<EmergencyTransitions.Review> review,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<FinOpsProgress> financeAndOperations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<ServiceErrors> serviceErrors,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Optional<ChecklistTransitions.Checklist> checklist) {

  /** What was stored before there were resolutions has none. */
  RequestDocument {
    resolutions = Objects.requireNonNullElse(resolutions, List.of());
  }

  static RequestDocument of(RequestSnapshot request) {
    RequestSnapshot.Waiting waiting = request.waiting();
    StepFields steps = StepFields.of(request.steps());
    RequestSnapshot.End end = request.end();
    return new RequestDocument(
        DetailsDocument.of(request.details()),
        request.state(),
        request.version(),
        request.approval().decisions(),
        steps.startCommittedAt(),
        waiting.reason().map(StoredMessage::english),
        steps.progress(),
        end.outcome().map(OutcomeDocument::of),
        request.target().adminMode().map(AdminModeDocument::of),
        waiting.position(),
        end.unknown().map(UnknownOutcomeDocument::of),
        end.resolutions().stream().map(ResolutionDocument::of).toList(),
        steps.attempts(),
        steps.verificationStartedAt(),
        request.target().observation(),
        steps.safetyBackup(),
        waiting.silence(),
        waiting.reason().flatMap(StoredMessage::of),
        Optional.of(request.approval().terms())
            .filter(terms -> !terms.equals(request.details().approvalTerms())),
        request.approval().reopened().map(ReopenedDocument::of),
        request.approval().review(),
        Optional.of(request.target().finOps()).filter(it -> !it.equals(FinOpsProgress.NONE)),
        end.errors(),
        Optional.of(request.target().checklist()).filter(it -> !it.isEmpty()));
  }

  RequestSnapshot toSnapshot(RequestId id) {
    RequestDetails asked = details.toDetails();
    StepFields steps =
        new StepFields(
            startCommittedAt, progress, startAttempts, verificationStartedAt, safetyBackup);
    return new RequestSnapshot(
        asked,
        state,
        version,
        new RequestSnapshot.Approval(
            termsInForce.orElse(asked.approvalTerms()),
            decisions,
            reopened.map(ReopenedDocument::toReason),
            review),
        steps.toSteps(Plan.of(id, asked.spec()), state),
        new RequestSnapshot.Waiting(
            waitReason.map(text -> StoredMessage.read(text, waitMessage)), queuePosition, silence),
        new RequestSnapshot.End(
            outcome.map(OutcomeDocument::toOutcome),
            unknownOutcome.map(UnknownOutcomeDocument::toUnknownOutcome),
            resolutions.stream().map(ResolutionDocument::toResolution).toList(),
            serviceErrors),
        new RequestSnapshot.Target(
            adminMode.map(AdminModeDocument::toAdminMode),
            targetObservation,
            financeAndOperations.orElse(FinOpsProgress.NONE),
            checklist.orElse(ChecklistTransitions.Checklist.NONE)));
  }
}
