package dev.holdfast.request;

import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.RequestState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why the outcome is not known, kept for whoever settles it.
 *
 * @param from the state in which it could not be told how it goes on
 * @param candidates operations of the environment of which one may be ours
 */
public record UnknownOutcome(RequestState from, List<Candidate> candidates) {

  /**
   * An operation as the service listed it.
   *
   * @param word the service's own word for its state
   * @param requestedBy as the service names who asked for it; may be empty
   * @param progress what would be followed
   */
  public record Candidate(
      String id,
      String type,
      String word,
      Optional<Instant> createdAt,
      String requestedBy,
      OperationProgress progress) {}
}
