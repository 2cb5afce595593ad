package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.TargetAdminMode;
import java.time.Instant;
import java.util.Optional;

/** Administration mode on a request's target as it is stored. */
record AdminModeDocument(
    TargetAdminMode.Phase phase,
    Instant seenAt,
    boolean leavable,
    Optional<LeaveDocument> leave,
    @JsonProperty("background") Optional<String> backgroundOperations) {

  static AdminModeDocument of(TargetAdminMode mode) {
    return new AdminModeDocument(
        mode.phase(),
        mode.seenAt(),
        mode.leavable(),
        mode.leave().map(LeaveDocument::of),
        mode.background());
  }

  TargetAdminMode toAdminMode() {
    return new TargetAdminMode(
        phase, seenAt, leavable, leave.map(LeaveDocument::toLeave), backgroundOperations);
  }

  /** A person's wish to leave it, as it is stored. */
  record LeaveDocument(
      Person by,
      Instant askedAt,
      Optional<String> request,
      @JsonProperty("intendedAt") Optional<Instant> startCommittedAt,
      @JsonProperty("waitsFor") Optional<String> waitReason,
      Optional<ProgressDocument> progress,
      @JsonProperty("ending") Optional<OutcomeDocument> outcome) {

    static LeaveDocument of(TargetAdminMode.Leave leave) {
      return new LeaveDocument(
          leave.by(),
          leave.askedAt(),
          leave.request().map(RequestId::toString),
          leave.intendedAt(),
          leave.waitsFor(),
          leave.progress().map(ProgressDocument::of),
          leave.ending().map(OutcomeDocument::of));
    }

    TargetAdminMode.Leave toLeave() {
      return new TargetAdminMode.Leave(
          by,
          askedAt,
          request.flatMap(RequestId::parse),
          startCommittedAt,
          waitReason,
          progress.map(ProgressDocument::toProgress),
          outcome.map(OutcomeDocument::toOutcome));
    }
  }
}
