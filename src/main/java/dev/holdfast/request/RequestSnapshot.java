package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.request.ChecklistTransitions.Checklist;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.step.UnknownOutcome;
import dev.holdfast.request.step.UnresponsivePeriod;
import dev.holdfast.request.verification.FinOpsProgress;
import dev.holdfast.request.verification.ServiceErrors;
import java.util.List;
import java.util.Optional;

/** All that there is to know of a request at one moment; a request is stored and read as one. */
public record RequestSnapshot(
    RequestDetails details,
    RequestState state,
    long version,
    Approval approval,
    List<StepRun> steps,
    Waiting waiting,
    End end,
    Target target) {

  /** As it is right after its submission. */
  static RequestSnapshot submitted(RequestDetails details, RequestState state, List<StepRun> plan) {
    return new RequestSnapshot(
        details,
        state,
        1,
        new Approval(details.approvalTerms(), List.of(), Optional.empty(), Optional.empty()),
        plan,
        new Waiting(Optional.empty(), Optional.empty(), Optional.empty()),
        new End(Optional.empty(), Optional.empty(), List.of(), Optional.empty()),
        new Target(Optional.empty(), Optional.empty(), FinOpsProgress.NONE, Checklist.NONE));
  }

  /**
   * What people decided.
   *
   * @param terms in force
   * @param reopened why approvals are asked for once more; empty when they aren't
   * @param review of an emergency; empty when there is none
   */
  public record Approval(
      ApprovalTerms terms,
      List<Decision> decisions,
      Optional<Message> reopened,
      Optional<EmergencyTransitions.Review> review) {}

  /** Why it doesn't go on at the moment. */
  public record Waiting(
      Optional<Message> reason,
      Optional<QueuePosition> position,
      Optional<UnresponsivePeriod> silence) {}

  /** How it ended, what people said about that, and what the service says went wrong. */
  public record End(
      Optional<Outcome> outcome,
      Optional<UnknownOutcome> unknown,
      List<Resolution> resolutions,
      Optional<ServiceErrors> errors) {}

  /** What was seen of the target afterwards, and what there is to do there. */
  public record Target(
      Optional<TargetAdminMode> adminMode,
      Optional<TargetObservation> observation,
      FinOpsProgress finOps,
      Checklist checklist) {}
}
