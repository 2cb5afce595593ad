package dev.holdfast.request;

import dev.holdfast.request.step.StepRun;
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
  APPROVALS_HOLD(
      "with the approvals for exactly what is requested",
      (request, attempt) -> request.approval().hasRequiredApprovals()),
  STEPS_BEFORE_DONE(
      "the steps before it have succeeded, and can be used",
      (request, attempt) ->
          request.stepsBefore(attempt.step().orElseThrow()).stream()
              .allMatch(step -> step.isDoneAt(attempt.now()))),
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
  TARGET_TO_BE_SEEN(
      "the target was overwritten and not read since",
      (request, attempt) -> request.completed().targetIsToBeSeen()),
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
}
