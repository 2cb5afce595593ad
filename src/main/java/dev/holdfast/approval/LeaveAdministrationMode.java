package dev.holdfast.approval;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.OperationSpecs;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Where a person has the target of a request leave administration mode: that is a request of its
 * own, submitted in the transaction that tells the other one of it.
 */
@Service
public class LeaveAdministrationMode {

  private final DecisionTransaction deciding;
  private final ApprovalService approvals;
  private final PermissionEvaluator permissions;
  private final OperationSpecs specs;

  LeaveAdministrationMode(
      DecisionTransaction deciding,
      ApprovalService approvals,
      PermissionEvaluator permissions,
      OperationSpecs specs) {
    this.deciding = deciding;
    this.approvals = approvals;
    this.permissions = permissions;
    this.specs = specs;
  }

  /** Asks for it, in the name of the requester or of an approver as the policy has them now. */
  public DecisionResult ask(RequestId id, LeaveAdminModeInput input) {
    return deciding.decideLocked(
        id,
        new DecisionAttempt(input.by(), "leave administration mode"),
        request -> objection(request, input),
        (request, now) -> {
          Request other = approvals.submit(submission(request, input));
          return request.leaving().ask(input.by(), input.looked(), other.id(), now);
        });
  }

  /** The version makes it one for all clicks on the same offer. */
  private SubmitRequest submission(Request request, LeaveAdminModeInput input) {
    return new SubmitRequest(
        "leave-" + request.id() + "@" + request.version(),
        input.by(),
        input.zone(),
        specs.leaveAdminMode(request.details().spec().affected(), request.id().toString()),
        "",
        input.origin(),
        List.of());
  }

  private Optional<DenialReason> objection(Request request, LeaveAdminModeInput input) {
    Optional<DenialReason> denial =
        permissions.whyNot(input.by(), Permission.LEAVE_ADMIN_MODE, request);
    if (denial.isPresent()) {
      return denial;
    }
    if (request.version() != input.version()) {
      return Optional.of(DenialReason.STALE);
    }
    return request.state() == RequestState.SUCCEEDED || input.looked()
        ? Optional.empty()
        : Optional.of(DenialReason.NOT_LOOKED);
  }
}
