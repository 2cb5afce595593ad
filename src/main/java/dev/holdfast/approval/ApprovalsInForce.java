package dev.holdfast.approval;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.PartRequests;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks the policy again about what was approved. A part is done by the approvals of the request
 * that it's a part of, and only while that is under way: nobody is asked for a part alone.
 */
@Component
class ApprovalsInForce implements ApprovalRevalidator {

  private final ApprovalRevalidation policy;
  private final PartRequests parts;

  ApprovalsInForce(PolicyEvaluator policy, PartRequests parts) {
    this.policy = new ApprovalRevalidation(policy);
    this.parts = parts;
  }

  @Override
  public Revalidation revalidate(Request request, List<EnvironmentRef> asRead) {
    return request.details().isPart()
        ? parts
            .wholeOf(request)
            .filter(ApprovalsInForce::isUnderWay)
            .map(whole -> withoutAskingAgain(policy.revalidate(request, whole, asRead)))
            .orElseGet(() -> new Revalidation.Denied(Message.of("parts.notApproved")))
        : policy.revalidate(request, asRead);
  }

  /** A rehearsal stays approved until its parts have ended. */
  private static boolean isUnderWay(Request whole) {
    RequestState state =
        whole.details().isRehearsal() ? RequestState.APPROVED : RequestState.RUNNING;
    return whole.state() == state && whole.approval().hasRequiredApprovals();
  }

  private static Revalidation withoutAskingAgain(Revalidation found) {
    return found instanceof Revalidation.Incomplete missing
        ? new Revalidation.Denied(missing.why())
        : found;
  }

  @Override
  public void prepare(Request request) {
    policy.prepare(request);
  }
}
