package dev.holdfast.request;


import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What a person said about an unknown outcome, as it is stored. */
record ResolutionDocument(
    long version,
    Person by,
    Instant at,
    @JsonProperty("way") Resolution.Way kind,
    String operation,
    String comment,
    @JsonProperty("standing") Resolution.Standing status,
    String objection) {

  static ResolutionDocument of(Resolution resolution) {
    return new ResolutionDocument(
        resolution.version(),
        resolution.by(),
        resolution.at(),
        resolution.way(),
        resolution.operation(),
        resolution.comment(),
        resolution.standing(),
        resolution.objection());
  }

  Resolution toResolution() {
    return new Resolution(version, by, at, kind, operation, comment, status, objection);
  }
}
