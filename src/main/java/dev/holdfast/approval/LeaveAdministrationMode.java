package dev.holdfast.approval;

import dev.holdfast.approval.Decided.Why;
import dev.holdfast.request.AdministrationMode;
import dev.holdfast.request.AdministrationMode.Phase;
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

  LeaveAdministrationMode(Deciding deciding, Policy policy) {
    this.deciding = deciding;
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
    Optional<AdministrationMode> mode = request.administrationMode();
    if (mode.filter(known -> known.phase() == Phase.ON).isEmpty()) {
      return Optional.of(Why.NOTHING_TO_LEAVE);
    }
    if (!mode.get().leavable()) {
      return Optional.of(Why.NOT_LEAVABLE);
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
