package dev.holdfast.approval;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where a person has the target of a restore leave administration mode. */
@Service
public class LeaveAdministrationMode {

  private final DecisionTransaction deciding;
  private final PermissionEvaluator permissions;

  LeaveAdministrationMode(DecisionTransaction deciding, PermissionEvaluator permissions) {
    this.deciding = deciding;
    this.permissions = permissions;
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
    Optional<DenialReason> denial = permissions.whyNot(by, Permission.LEAVE_ADMIN_MODE, request);
    if (denial.isPresent()) {
      return denial;
    }
    if (request.version() != version) {
      return Optional.of(DenialReason.STALE);
    }
    return request.state() == RequestState.SUCCEEDED || looked
        ? Optional.empty()
        : Optional.of(DenialReason.NOT_LOOKED);
  }
}
