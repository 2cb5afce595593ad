package dev.holdfast.request;

import dev.holdfast.request.Decision.Acting;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepRun;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What must hold of a request, and of who moves it, besides its state. */
enum RequestGuard {
  NOT_THE_REQUESTER(
      "by somebody other than the requester",
      (request, attempt) -> !attempt.isOf(request.details().requester())),
  THE_REQUESTER(
      "by the requester",
      (request, attempt) -> attempt.by().isSameAs(request.details().requester())),
  NOT_DECIDED_BEFORE(
      "by somebody who hasn't decided yet",
      (request, attempt) ->
          !request.approval().isDecidedBy(attempt.by())
              && attempt.acting().people().stream().noneMatch(request.approval()::isDecidedBy)),
  SAME_DIGEST(
      "for exactly what is requested",
      (request, attempt) -> attempt.seen().filter(request.details().digest()::equals).isPresent()),
  MORE_APPROVALS_NEEDED(
      "further approvals are needed",
      (request, attempt) -> !request.approval().isEnoughWith(attempt)),
  LAST_APPROVAL_NEEDED(
      "no further approval is needed",
      (request, attempt) -> request.approval().isEnoughWith(attempt)),
  AN_APPROVAL_IN_FORCE(
      "by somebody whose approval counts",
      (request, attempt) -> request.approval().isApprovedBy(attempt.by())),
  TIME_IS_UP(
      "when the time to decide is over",
      (request, attempt) -> !attempt.now().isBefore(request.terms().expiresAt())),
  NOTHING_BEGUN(
      "no call is open, running, or verified",
      (request, attempt) -> request.steps().stream().noneMatch(StepRun::isExecuting)),
  A_REHEARSAL("of a rehearsal", (request, attempt) -> request.details().isRehearsal()),
  NOT_A_REHEARSAL("not of a rehearsal", (request, attempt) -> !request.details().isRehearsal()),
  APPROVALS_HOLD(
      "with the approvals for exactly what is requested",
      (request, attempt) -> request.approval().hasRequiredApprovals()),
  STEPS_BEFORE_DONE(
      "the steps before it have succeeded, and can be used",
      (request, attempt) ->
          request.stepsBefore(attempt.step().orElseThrow()).stream()
              .allMatch(step -> step.isDoneAt(attempt.now()))),
  START_IS_DUE(
      "at its planned time, if there is one, or within the grace period",
      (request, attempt) ->
          !request.queue().isEarly(attempt.now()) && !request.queue().isLate(attempt.now())),
  START_IS_OVER(
      "after the grace period of its planned start",
      (request, attempt) -> request.queue().isLate(attempt.now())),
  WITH_A_REASON("with a reason", (request, attempt) -> !attempt.comment().isBlank()),
  LOOKED_UP(
      "a person has named an operation",
      (request, attempt) -> request.resolution().inProgress().isPresent()),
  NOT_LOOKED_UP(
      "no operation that a person named is looked up",
      (request, attempt) -> request.resolution().inProgress().isEmpty()),
  PROPOSED_BY_ANOTHER(
      "as somebody else proposed within the last 24 hours",
      (request, attempt) ->
          request
              .resolution()
              .proposal(attempt.now())
              .filter(said -> !said.by().isSameAs(attempt.by()))
              .isPresent()),
  NOT_GIVEN_UP("nobody gave it up", (request, attempt) -> !request.resolution().isGivenUp()),
  REVIEW_MISSING(
      "of an emergency that nobody has reviewed",
      (request, attempt) -> request.emergency().isReviewMissing()),
  TARGET_TO_BE_SEEN(
      "the target was overwritten and not read since",
      (request, attempt) -> request.completed().targetIsToBeSeen()),
  ERRORS_TO_BE_READ(
      "the service had begun, and its errors weren't read since the end",
      (request, attempt) -> request.completed().serviceErrorsAreToBeRead()),
  FINOPS_AWAITED(
      "the target was seen to be overwritten, and its finance and operations apps not to run",
      (request, attempt) -> request.completed().isFinOpsAwaited()),
  FINOPS_NOT_TOLD(
      "it wasn't told before", (request, attempt) -> !request.completed().finOps().isLate()),
  FINOPS_IS_LATE(
      "it was told that its finance and operations apps are late",
      (request, attempt) -> request.completed().isFinOpsLate()),
  MAY_BE_IN_ADMIN_MODE(
      "the target was overwritten and not seen in administration mode yet",
      (request, attempt) -> request.completed().mayBeInAdministrationMode());

  private final String words;
  private final BiPredicate<Request, Attempt> holds;

  RequestGuard(String words, BiPredicate<Request, Attempt> holds) {
    this.words = words;
    this.holds = holds;
  }

  /** As the documentation states it. */
  String words() {
    return words;
  }

  boolean holdsOf(Request request, Attempt attempt) {
    return holds.test(request, attempt);
  }

  /**
   * Who tries to move a request, and with what.
   *
   * @param comment why; may be empty
   * @param seen the digest of what was decided on; empty unless it's a decision
   * @param acting for whom a delegate decides
   * @param step which step of the plan moves it; empty where none does
   */
  record Attempt(
      Person by,
      Instant now,
      String comment,
      Optional<Digest> seen,
      Acting acting,
      Optional<StepRole> step) {

    static Attempt of(Person by, Instant now, String comment) {
      return new Attempt(by, now, comment, Optional.empty(), Acting.NOBODY, Optional.empty());
    }

    static Attempt ofWorker(Instant now) {
      return of(Person.HOLDFAST, now, "");
    }

    static Attempt decision(Person by, Acting acting, Instant now, String comment, Digest seen) {
      return new Attempt(by, now, comment, Optional.of(seen), acting, Optional.empty());
    }

    /** Whether this person tries it, or somebody for them. */
    boolean isOf(Person person) {
      return by.isSameAs(person) || acting.isFor(person);
    }

    Attempt at(StepRole moving) {
      return new Attempt(by, now, comment, seen, acting, Optional.of(moving));
    }
  }
}
