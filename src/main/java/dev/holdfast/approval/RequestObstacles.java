package dev.holdfast.approval;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.FollowUps;
import java.time.Clock;
import java.util.Optional;

/** Why nobody can do something with a request as it is now. */
final class RequestObstacles {

  private final FollowUps followUps;
  private final Clock clock;

  RequestObstacles(FollowUps followUps, Clock clock) {
    this.followUps = followUps;
    this.clock = clock;
  }

  /** Empty when somebody can. */
  Optional<DenialReason> of(Permission what, Request request) {
    return switch (what) {
      case APPROVE, REJECT -> DenialReason.CLOSED.unless(isAwaitingApproval(request));
      case WITHDRAW ->
          DenialReason.TOO_LATE_TO_WITHDRAW.unless(request.approval().isWithdrawable());
      case CANCEL ->
          request.state().isClosed()
              ? Optional.of(DenialReason.NOTHING_TO_CANCEL)
              : DenialReason.TOO_LATE.unless(
                  request.approval().isCancellable() || followUps.canCancelParts(request));
      case RESOLVE, CALL_AGAIN ->
          request.resolution().options().isEmpty()
              ? Optional.of(DenialReason.NOTHING_TO_SETTLE)
              : DenialReason.BEING_LEFT.unless(!request.leaving().isUnderWay());
      case STOP_WAITING -> DenialReason.NOT_WAITING.unless(request.completed().isFinOpsLate());
      case REQUEST_AGAIN ->
          DenialReason.NOT_REPEATABLE.unless(
              request.completed().canBeRequestedAgain(clock.instant()));
      case UNDO ->
          DenialReason.NOTHING_TO_UNDO.unless(request.completed().canBeUndone(clock.instant()));
      case LEAVE_ADMIN_MODE ->
          followUps
              .leaving(request)
              .map(inTheWay -> DenialReason.valueOf(inTheWay.reason().name()));
      case TICK_ITEM -> DenialReason.NO_SUCH_ITEM.unless(request.completed().checklist().exists());
      case REVIEW -> DenialReason.NO_REVIEW_MISSING.unless(request.emergency().isReviewMissing());
      case RUN_DOCTOR, FREEZE -> Optional.empty();
    };
  }

  private boolean isAwaitingApproval(Request request) {
    return request.state() == RequestState.AWAITING_APPROVAL
        && clock.instant().isBefore(request.terms().expiresAt());
  }
}
