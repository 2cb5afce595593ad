package dev.holdfast.request.store;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a list shows of a request: nothing that people wrote at length.
 *
 * @param kind of the operation
 * @param took how long it took; empty unless it succeeded with nobody having to settle how it ended
 */
public record RequestSummary(
    RequestId id,
    RequestState state,
    String kind,
    List<EnvironmentUse> environments,
    Person requester,
    Instant submittedAt,
    Standing standing,
    Optional<Took> took) {

  /**
   * How long it took, without the safety backup.
   *
   * @param operation until the service reported success
   * @param whole until that was verified
   */
  public record Took(Duration operation, Duration whole) {

    /** When a person settled an outcome says nothing of how long the operation took. */
    static Optional<Took> of(Request request) {
      return request.state() != RequestState.SUCCEEDED || request.resolution().last().isPresent()
          ? Optional.empty()
          : request
              .progress()
              .map(OperationProgress::startedAt)
              .flatMap(start -> of(request, start));
    }

    /** A clock that was set back meanwhile tells nothing. */
    private static Optional<Took> of(Request request, Instant start) {
      return request
          .verificationStartedAt()
          .flatMap(
              verified ->
                  request
                      .outcome()
                      .map(
                          end ->
                              new Took(
                                  Duration.between(start, verified),
                                  Duration.between(start, end.at()))))
          .filter(took -> took.operation.compareTo(Duration.ZERO) > 0)
          .filter(took -> took.whole.compareTo(took.operation) >= 0);
    }
  }

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

  /** Where an emergency stands. */
  public enum EmergencyStanding {
    /** There is nothing to review yet, or not any more. */
    DECLARED,
    /** Somebody has to review it. */
    REVIEW_MISSING,
    REVIEWED
  }

  /**
   * What a list says beside the state.
   *
   * @param waitsFor the request that goes first
   * @param emergency empty unless it's one
   * @param finOpsLate whether it was told that its finance and operations apps are late, and they
   *     are followed further
   * @param rehearsal whether it never starts anything
   * @param start when it is to start; empty for as soon as possible
   */
  public record Standing(
      Optional<RequestId> waitsFor,
      Optional<OpenQuestion> question,
      Optional<TargetAdminMode.Phase> adminMode,
      Optional<EmergencyStanding> emergency,
      boolean finOpsLate,
      boolean rehearsal,
      Optional<PlannedStart> start) {

    static Standing of(Request request) {
      return new Standing(
          request.queue().waitingFor(),
          question(request),
          request.administrationMode().map(TargetAdminMode::phase),
          emergency(request),
          request.completed().isFinOpsLate(),
          request.details().isRehearsal(),
          request.details().submission().start());
    }

    private static Optional<EmergencyStanding> emergency(Request request) {
      if (!request.emergency().isDeclared()) {
        return Optional.empty();
      }
      if (request.emergency().review().isPresent()) {
        return Optional.of(EmergencyStanding.REVIEWED);
      }
      return Optional.of(
          request.emergency().isReviewMissing()
              ? EmergencyStanding.REVIEW_MISSING
              : EmergencyStanding.DECLARED);
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
        Standing.of(request),
        Took.of(request));
  }

  /** Whether it has ended, and nobody has anything to say about it. */
  public boolean isSettled() {
    return state.isClosed()
        && !isReviewMissing()
        && standing.question().filter(asked -> asked != OpenQuestion.CLOSED).isEmpty();
  }

  public boolean isReviewMissing() {
    return standing.emergency().filter(EmergencyStanding.REVIEW_MISSING::equals).isPresent();
  }

  /** The environment that is read, or else the one affected. */
  public EnvironmentRef source() {
    return environments.stream()
        .filter(use -> use.role() == EnvironmentRole.DATA_LEAVES)
        .findFirst()
        .orElse(environments.get(0))
        .environment();
  }

  /** The environment that is changed or held while the work is done. */
  public EnvironmentRef affected() {
    return environments.stream()
        .filter(use -> use.role() != EnvironmentRole.DATA_LEAVES)
        .findFirst()
        .orElse(environments.get(0))
        .environment();
  }

  /** The environment that gets what leaves another; empty where nothing leaves one. */
  public Optional<EnvironmentRef> target() {
    return environments.stream().noneMatch(use -> use.role() == EnvironmentRole.DATA_LEAVES)
        ? Optional.empty()
        : Optional.of(affected());
  }
}
