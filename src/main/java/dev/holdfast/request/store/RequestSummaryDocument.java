package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.support.WireRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link RequestSummary} as it is stored beside its request. Fields may be added, never renamed.
 */
@WireRecord
record RequestSummaryDocument(
    String kind,
    List<EnvironmentUse> environments,
    Person requester,
    Instant createdAt,
    Optional<String> waitsFor,
    Optional<RequestSummary.OpenQuestion> question,
    Optional<TargetAdminMode.Phase> adminMode,
    Optional<RequestSummary.EmergencyStanding> emergency,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Boolean> finOpsLate,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<RequestSummary.Took> took,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Boolean> rehearsal,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<PlannedStart> start) {

  private static final JsonMapper JSON = RequestJsonFactory.mapper();

  static String write(Request request) {
    RequestSummary summary = RequestSummary.of(request);
    return JSON.writeValueAsString(
        new RequestSummaryDocument(
            summary.kind(),
            summary.environments(),
            summary.requester(),
            summary.submittedAt(),
            summary.standing().waitsFor().map(RequestId::toString),
            summary.standing().question(),
            summary.standing().adminMode(),
            summary.standing().emergency(),
            Optional.of(true).filter(late -> summary.standing().finOpsLate()),
            summary.took(),
            Optional.of(true).filter(only -> summary.standing().rehearsal()),
            summary.standing().start()));
  }

  /**
   * @throws tools.jackson.core.JacksonException when it has words of a newer version in it
   */
  static RequestSummary read(RequestId id, RequestState state, String document) {
    RequestSummaryDocument read = JSON.readValue(document, RequestSummaryDocument.class);
    return new RequestSummary(
        id,
        state,
        read.kind,
        read.environments,
        read.requester,
        read.createdAt,
        new RequestSummary.Standing(
            read.waitsFor.flatMap(RequestId::parse),
            read.question,
            read.adminMode,
            read.emergency,
            read.finOpsLate.orElse(false),
            read.rehearsal.orElse(false),
            read.start),
        read.took);
  }
}
