package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.UnknownOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why an outcome is not known, as it is stored. */
record UnknownOutcomeDocument(RequestState from, List<CandidateDocument> candidates) {

  static UnknownOutcomeDocument of(UnknownOutcome unknown) {
    return new UnknownOutcomeDocument(
        RequestState.valueOf(unknown.from().name()),
        unknown.candidates().stream().map(CandidateDocument::of).toList());
  }

  UnknownOutcome toUnknownOutcome() {
    return new UnknownOutcome(
        StepState.valueOf(from.name()),
        candidates.stream().map(CandidateDocument::toCandidate).toList());
  }

  /** An operation that may be ours, as it is stored. */
  record CandidateDocument(
      String id,
      String type,
      @JsonProperty("word") String serviceStatus,
      Optional<Instant> createdAt,
      String requestedBy,
      ProgressDocument progress) {

    static CandidateDocument of(CandidateOperation candidate) {
      return new CandidateDocument(
          candidate.id(),
          candidate.type(),
          candidate.serviceStatus(),
          candidate.createdAt(),
          candidate.requestedBy(),
          ProgressDocument.of(candidate.progress()));
    }

    CandidateOperation toCandidate() {
      return new CandidateOperation(
          id, type, serviceStatus, createdAt, requestedBy, progress.toProgress());
    }
  }
}
