package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.step.Outcome;
import java.time.Instant;
import java.util.Optional;

/** An outcome as it is stored. */
record OutcomeDocument(
    Instant at,
    @JsonProperty("words") String text,
    @JsonProperty("serviceWords") Optional<String> serviceMessage,
    Optional<String> correlationId,
    @JsonProperty("started") boolean serviceStarted,
    Optional<StoredMessage> message) {

  static OutcomeDocument of(Outcome outcome) {
    return new OutcomeDocument(
        outcome.at(),
        StoredMessage.english(outcome.message()),
        outcome.serviceMessage(),
        outcome.correlationId(),
        outcome.serviceStarted(),
        StoredMessage.of(outcome.message()));
  }

  Outcome toOutcome() {
    return new Outcome(
        at, StoredMessage.read(text, message), serviceMessage, correlationId, serviceStarted);
  }
}
