package dev.holdfast.approval;

import dev.holdfast.approval.Decided.Why;
import dev.holdfast.request.FollowUps;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where a person has the target of a restore leave administration mode. */
@Service
public class LeaveAdministrationMode {

  private final Deciding deciding;
  private final Policy policy;
  private final FollowUps followUps;

  LeaveAdministrationMode(Deciding deciding, Policy policy, FollowUps followUps) {
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
  public Decided ask(RequestId id, long version, Person by, boolean looked) {
    return deciding.decide(
        id,
        new Deciding.Wish(by, "leave administration mode"),
        request -> objection(request, version, by, looked),
        (request, now) -> request.leaving().ask(by, looked, now));
  }

  private Optional<Why> objection(Request request, long version, Person by, boolean looked) {
    if (!mayAsk(request, by)) {
      return Optional.of(Why.NOT_INVOLVED);
    }
    Optional<Why> inTheWay =
        followUps.leaving(request).map(obstacle -> Why.valueOf(obstacle.reason().name()));
    if (inTheWay.isPresent()) {
      return inTheWay;
    }
    if (request.version() != version) {
      return Optional.of(Why.STALE);
    }
    return request.state() == State.SUCCEEDED || looked
        ? Optional.empty()
        : Optional.of(Why.NOT_LOOKED);
  }

  private boolean mayAsk(Request request, Person by) {
    Work work = request.terms().work();
    return policy.mayDecide(by, work)
        || (by.isSameAs(request.terms().requester()) && policy.mayAsk(by, work));
  }
}
