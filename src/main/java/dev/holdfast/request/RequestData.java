package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.request.ChecklistTransitions.Checklist;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.step.UnknownOutcome;
import dev.holdfast.request.step.UnresponsivePeriod;
import dev.holdfast.request.verification.FinOpsProgress;
import dev.holdfast.request.verification.ServiceErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the transitions of a request change besides its state, its version and its steps. */
final class RequestData {

  ApprovalTerms terms;
  Optional<Message> reopened;
  Optional<EmergencyTransitions.Review> review;
  final List<Decision> decisions = new ArrayList<>();
  final List<Resolution> resolutions = new ArrayList<>();
  Optional<Message> waitReason = Optional.empty();
  Optional<QueuePosition> queuePosition = Optional.empty();
  Optional<UnresponsivePeriod> silence = Optional.empty();
  Optional<Outcome> outcome = Optional.empty();
  Optional<UnknownOutcome> unknownOutcome = Optional.empty();
  Optional<ServiceErrors> serviceErrors = Optional.empty();
  Optional<TargetAdminMode> administrationMode = Optional.empty();
  Optional<TargetObservation> targetObservation = Optional.empty();
  FinOpsProgress finOps = FinOpsProgress.NONE;
  Checklist checklist = Checklist.NONE;

  private RequestData(RequestSnapshot.Approval approval) {
    terms = approval.terms();
    reopened = approval.reopened();
    review = approval.review();
    decisions.addAll(approval.decisions());
  }

  /** Only until the request is read again: what is kept of it stands in the audit log. */
  Optional<String> correlationId = Optional.empty();

  static RequestData of(RequestSnapshot snapshot) {
    RequestData data = new RequestData(snapshot.approval());
    data.waitReason = snapshot.waiting().reason();
    data.queuePosition = snapshot.waiting().position();
    data.silence = snapshot.waiting().silence();
    data.outcome = snapshot.end().outcome();
    data.unknownOutcome = snapshot.end().unknown();
    data.serviceErrors = snapshot.end().errors();
    data.resolutions.addAll(snapshot.end().resolutions());
    data.administrationMode = snapshot.target().adminMode();
    data.targetObservation = snapshot.target().observation();
    data.finOps = snapshot.target().finOps();
    data.checklist = snapshot.target().checklist();
    return data;
  }

  RequestSnapshot.Approval approval() {
    return new RequestSnapshot.Approval(terms, List.copyOf(decisions), reopened, review);
  }

  RequestSnapshot.Waiting waiting() {
    return new RequestSnapshot.Waiting(waitReason, queuePosition, silence);
  }

  RequestSnapshot.End end() {
    return new RequestSnapshot.End(
        outcome, unknownOutcome, List.copyOf(resolutions), serviceErrors);
  }

  RequestSnapshot.Target target() {
    return new RequestSnapshot.Target(administrationMode, targetObservation, finOps, checklist);
  }

  /** Whatever kept it waiting is over. */
  void goesOn() {
    waitReason = Optional.empty();
    silence = Optional.empty();
  }

  /** What came of the last resolution. */
  void updateResolution(Resolution last) {
    resolutions.set(resolutions.size() - 1, last);
  }

  /** The end was none. */
  void reopen() {
    outcome = Optional.empty();
    administrationMode = Optional.empty();
    targetObservation = Optional.empty();
    serviceErrors = Optional.empty();
    finOps = finOps.anew();
  }
}
