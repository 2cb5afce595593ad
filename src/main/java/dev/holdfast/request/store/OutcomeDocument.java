package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.request.step.Outcome;
import java.time.Instant;
import java.util.Optional;

/** An outcome as it is stored. */
record OutcomeDocument(
    Instant at,
    @JsonProperty("words") String message,
    @JsonProperty("serviceWords") Optional<String> serviceMessage,
    Optional<String> correlationId,
    @JsonProperty("started") boolean serviceStarted) {

  static OutcomeDocument of(Outcome outcome) {
    return new OutcomeDocument(
        outcome.at(),
        outcome.message(),
        outcome.serviceMessage(),
        outcome.correlationId(),
        outcome.serviceStarted());
  }

  Outcome toOutcome() {
    return new Outcome(at, message, serviceMessage, correlationId, serviceStarted);
  }
}
