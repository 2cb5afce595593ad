package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Person;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.ResolutionStatus;
import dev.holdfast.support.WireRecord;
import java.time.Instant;
import java.util.Optional;

/** What a person said about an unknown outcome, as it is stored. */
@WireRecord
record ResolutionDocument(
    long version,
    Person by,
    Instant at,
    @JsonProperty("way") ResolutionKind kind,
    String operation,
    String comment,
    @JsonProperty("standing") ResolutionStatus status,
    String objection,
    Optional<StoredMessage> objectionMessage) {

  static ResolutionDocument of(Resolution resolution) {
    return new ResolutionDocument(
        resolution.version(),
        resolution.by(),
        resolution.at(),
        resolution.kind(),
        resolution.operation(),
        resolution.comment(),
        resolution.status(),
        StoredMessage.english(resolution.objection()),
        StoredMessage.of(resolution.objection()));
  }

  Resolution toResolution() {
    return new Resolution(
        version,
        by,
        at,
        kind,
        operation,
        comment,
        status,
        StoredMessage.read(objection, objectionMessage));
  }
}
