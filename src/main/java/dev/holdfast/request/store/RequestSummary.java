package dev.holdfast.request.store;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a list shows of a request: nothing that people wrote at length.
 *
 * @param kind of the operation
 */
public record RequestSummary(
    RequestId id,
    RequestState state,
    String kind,
    List<EnvironmentUse> environments,
    Person requester,
    Instant submittedAt,
    Standing standing) {

  /** What has come of an unknown outcome. */
  public enum OpenQuestion {
    /** Nobody has settled it. */
    NEEDED,
    /** What somebody said is looked up. */
    PENDING,
    /** Somebody proposes to call again. */
    PROPOSED,
    /** It stays unknown for good. */
    CLOSED
  }

  /**
   * What a list says beside the state.
   *
   * @param waitsFor the request that goes first
   */
  public record Standing(
      Optional<RequestId> waitsFor,
      Optional<OpenQuestion> question,
      Optional<TargetAdminMode.Phase> adminMode) {

    static Standing of(Request request) {
      return new Standing(
          request.queue().waitingFor(),
          question(request),
          request.administrationMode().map(TargetAdminMode::phase));
    }

    private static Optional<OpenQuestion> question(Request request) {
      if (request.resolution().isGivenUp()) {
        return Optional.of(OpenQuestion.CLOSED);
      }
      if (request.resolution().inProgress().isPresent()) {
        return Optional.of(OpenQuestion.PENDING);
      }
      if (request.resolution().proposal().isPresent()) {
        return Optional.of(OpenQuestion.PROPOSED);
      }
      return request.resolution().isNeeded() ? Optional.of(OpenQuestion.NEEDED) : Optional.empty();
    }
  }

  public static RequestSummary of(Request request) {
    return new RequestSummary(
        request.id(),
        request.state(),
        request.details().spec().kind(),
        request.details().spec().environments(),
        request.details().requester(),
        request.details().submission().at(),
        Standing.of(request));
  }

  /** Whether it has ended, and nobody has anything to say about it. */
  public boolean isSettled() {
    return state.isClosed()
        && standing.question().filter(asked -> asked != OpenQuestion.CLOSED).isEmpty();
  }

  /** The environment that is read, or else the one affected. */
  public EnvironmentRef source() {
    return environments.stream()
        .filter(use -> use.role() == EnvironmentRole.DATA_LEAVES)
        .findFirst()
        .orElse(environments.get(0))
        .environment();
  }

  /** The environment that gets what leaves another; empty where nothing leaves one. */
  public Optional<EnvironmentRef> target() {
    return environments.size() < 2
        ? Optional.empty()
        : environments.stream()
            .filter(use -> use.role() != EnvironmentRole.DATA_LEAVES)
            .findFirst()
            .map(EnvironmentUse::environment);
  }
}
