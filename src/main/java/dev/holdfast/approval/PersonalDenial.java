package dev.holdfast.approval;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentRole;
import java.time.Clock;
import java.util.Optional;

/** Why one person may not do something with a request, leaving aside whether anybody can. */
final class PersonalDenial {

  private final Approvers approvers;
  private final DecisionRights rights;
  private final Clock clock;

  PersonalDenial(Approvers approvers, DecisionRights rights, Clock clock) {
    this.approvers = approvers;
    this.rights = rights;
    this.clock = clock;
  }

  /** Empty when they may. */
  Optional<DenialReason> of(Person person, Permission what, Request request) {
    return switch (what) {
      case APPROVE, REJECT -> denialOfDecision(person, request);
      case WITHDRAW ->
          DenialReason.NOT_APPROVED_BY_YOU.unless(request.approval().isApprovedBy(person));
      case CANCEL -> DenialReason.NOT_THE_REQUESTER.unless(isRequester(person, request));
      case RESOLVE, STOP_WAITING -> denialOfResolution(person, request);
      case CALL_AGAIN ->
          denialOfResolution(person, request)
              .or(() -> DenialReason.OWN_PROPOSAL.unless(!hasProposedCall(person, request)));
      case REQUEST_AGAIN, UNDO ->
          DenialReason.NOT_INVOLVED.unless(
              isRequester(person, request) || isApprover(person, request));
      case LEAVE_ADMIN_MODE -> DenialReason.NOT_INVOLVED.unless(isInvolved(person, request));
      case TICK_ITEM -> DenialReason.MAY_NOT_TICK.unless(isInvolved(person, request));
      case REVIEW -> rights.denialOfReview(person, request);
      case RUN_DOCTOR, FREEZE -> throw new IllegalArgumentException(what + " is of no request");
    };
  }

  /** Four eyes; each approver decides once. */
  private Optional<DenialReason> denialOfDecision(Person person, Request request) {
    if (isRequester(person, request)) {
      return Optional.of(DenialReason.OWN_REQUEST);
    }
    DecisionRights.Right right = rights.of(person, request);
    if (!right.exists()) {
      return Optional.of(
          right.used() ? DenialReason.DECIDED_BEFORE : notAnApprover(person, request));
    }
    return DenialReason.DECIDED_BEFORE.unless(!request.approval().isDecidedBy(person));
  }

  private DenialReason notAnApprover(Person person, Request request) {
    return rights.doubt(person, request).isPresent()
        ? DenialReason.GROUP_UNREADABLE
        : DenialReason.NOT_AN_APPROVER;
  }

  /** Four eyes; where nobody's approval was needed, the requester's are enough. */
  private Optional<DenialReason> denialOfResolution(Person person, Request request) {
    if (!isRequester(person, request)) {
      return notAnApprover(person, request).unless(isApprover(person, request));
    }
    return isApprovedByOthers(request) || request.emergency().isDeclared()
        ? Optional.of(DenialReason.OWN_REQUEST)
        : DenialReason.NOT_AN_APPROVER.unless(rights.mayStillRequest(person, request));
  }

  /**
   * A part needs no approval of its own: those who could have approved all of it may resolve it.
   */
  private static boolean isApprovedByOthers(Request request) {
    return request.terms().approvals() > 0
        || request.details().isPart() && !request.terms().approvers().isEmpty();
  }

  private boolean hasProposedCall(Person person, Request request) {
    return request
        .resolution()
        .proposal(clock.instant())
        .filter(said -> said.by().isSameAs(person))
        .isPresent();
  }

  /** Of what is changed or held: who only lets data leave decides about nothing afterwards. */
  private boolean isApprover(Person person, Request request) {
    return request.details().spec().environments().stream()
        .filter(use -> use.role() != EnvironmentRole.DATA_LEAVES)
        .anyMatch(use -> approvers.mayDecide(person, request, use));
  }

  private static boolean isRequester(Person person, Request request) {
    return request.details().isRequestedBy(person);
  }

  /** Whether a person still has something to say about the environment. */
  private boolean isInvolved(Person person, Request request) {
    return isApprover(person, request)
        || isRequester(person, request) && rights.mayStillRequest(person, request);
  }
}
