package dev.holdfast.request.followup;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.ResolutionKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Decides what can be done about a request that has ended. Its card and the click on it ask here,
 * so that no card offers what a click would refuse. Who may do it, the policy says.
 */
@Component
public class FollowUps {

  private final TargetUse use;
  private final ApprovalRevalidator stillApproved;

  public FollowUps(TargetUse use, ApprovalRevalidator stillApproved) {
    this.use = use;
    this.stillApproved = stillApproved;
  }

  /** Why something can't be done. */
  public enum Reason {
    /** Administration mode wasn't seen, is being turned off, or is off. */
    NOTHING_TO_LEAVE,
    /** The admin API in use can't turn it off. */
    NOT_LEAVABLE,
    /** Another request is running on the target. */
    TARGET_IN_USE,
    /** The target was overwritten again since, or that was started. */
    RESTORED_SINCE,
    /** Whether finance and operations runs isn't known, and nobody has settled it. */
    FINOPS_NOT_VERIFIED
  }

  /**
   * What is in the way.
   *
   * @param other the request that is; empty unless the reason names another
   */
  public record Obstacle(Reason reason, Optional<RequestId> other) {

    private Obstacle(Reason reason) {
      this(reason, Optional.empty());
    }
  }

  /** The request that takes the target out of administration mode now; empty when none does. */
  public Optional<Request> leavingRequest(Request request) {
    return request.leaving().isUnderWay()
        ? request.leaving().wish().request().flatMap(use::find)
        : Optional.empty();
  }

  /** What is in the way of turning off administration mode; empty when nothing is. */
  public Optional<Obstacle> leaving(Request request) {
    Optional<TargetAdminMode> mode = request.administrationMode();
    if (mode.filter(known -> known.phase() == Phase.ON).isEmpty()) {
      return Optional.of(new Obstacle(Reason.NOTHING_TO_LEAVE));
    }
    if (!mode.get().leavable()) {
      return Optional.of(new Obstacle(Reason.NOT_LEAVABLE));
    }
    if (isFinOpsOpen(request)) {
      return Optional.of(new Obstacle(Reason.FINOPS_NOT_VERIFIED));
    }
    return use.runningOn(request)
        .map(other -> new Obstacle(Reason.TARGET_IN_USE, Optional.of(other)))
        .or(
            () ->
                use.restoredSince(request)
                    .map(other -> new Obstacle(Reason.RESTORED_SINCE, Optional.of(other))));
  }

  /** Outside of the mode everybody would work on what may be half restored. */
  private static boolean isFinOpsOpen(Request request) {
    return request.resolution().isNeeded() && request.completed().isFinOpsAwaited();
  }

  /** Whether it runs, and some of its parts can still be canceled. */
  public boolean canCancelParts(Request request) {
    return request.state().isExecuting()
        && request.details().spec().hasParts()
        && use.hasWaitingPart(request);
  }

  /** The ways in which an unknown outcome can be settled now. */
  public Set<ResolutionKind> resolutionOptions(Request request) {
    Set<ResolutionKind> ways = request.resolution().options();
    boolean callsAgain = ways.contains(ResolutionKind.CALL_AGAIN) && isStillApproved(request);
    if (ways.isEmpty() || callsAgain) {
      return ways;
    }
    Set<ResolutionKind> left = EnumSet.copyOf(ways);
    left.remove(ResolutionKind.CALL_AGAIN);
    return left;
  }

  private boolean isStillApproved(Request request) {
    return request.approval().hasRequiredApprovals() && stillApproved.revalidate(request).holds();
  }
}
