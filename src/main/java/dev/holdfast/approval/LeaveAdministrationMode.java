package dev.holdfast.approval;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.FollowUps;
import dev.holdfast.request.step.OperationSpec;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where a person has the target of a restore leave administration mode. */
@Service
public class LeaveAdministrationMode {

  private final DecisionTransaction deciding;
  private final PolicyEvaluator policy;
  private final FollowUps followUps;

  LeaveAdministrationMode(
      DecisionTransaction deciding, PolicyEvaluator policy, FollowUps followUps) {
    this.deciding = deciding;
    this.followUps = followUps;
    this.policy = policy;
  }

  /**
   * Asks for it, in the name of the requester or of an approver as the policy has them now.
   *
   * @param version the request's version on the card that was clicked
   * @param looked whether the person says that they have looked at the target
   */
  public DecisionResult ask(RequestId id, long version, Person by, boolean looked) {
    return deciding.decide(
        id,
        new DecisionAttempt(by, "leave administration mode"),
        request -> objection(request, version, by, looked),
        (request, now) -> request.leaving().ask(by, looked, now));
  }

  private Optional<DenialReason> objection(
      Request request, long version, Person by, boolean looked) {
    if (!mayAsk(request, by)) {
      return Optional.of(DenialReason.NOT_INVOLVED);
    }
    Optional<DenialReason> inTheWay =
        followUps.leaving(request).map(obstacle -> DenialReason.valueOf(obstacle.reason().name()));
    if (inTheWay.isPresent()) {
      return inTheWay;
    }
    if (request.version() != version) {
      return Optional.of(DenialReason.STALE);
    }
    return request.state() == RequestState.SUCCEEDED || looked
        ? Optional.empty()
        : Optional.of(DenialReason.NOT_LOOKED);
  }

  private boolean mayAsk(Request request, Person by) {
    OperationSpec work = request.details().spec();
    return policy.mayDecide(by, work)
        || (by.isSameAs(request.details().requester()) && policy.mayRequest(by, work));
  }
}
