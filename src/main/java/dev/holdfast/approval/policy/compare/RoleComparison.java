package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.EmergencyRule;
import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.approval.policy.RoleRule.Substitutes;
import dev.holdfast.message.Message;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.util.Optional;

/** What a rule grants for one role otherwise than another one did. */
final class RoleComparison {

  private static final String PLACE = "place";

  private final Findings findings;
  private final Place place;
  private final EmergencyComparison emergencies;

  RoleComparison(Findings findings, Place place) {
    this.findings = findings;
    this.place = place;
    this.emergencies = new EmergencyComparison(findings, place);
  }

  void compare(RoleRule before, RoleRule next) {
    RecordDifference.between(before, next).forEach(this::compare);
  }

  private void compare(RecordDifference difference) {
    Object before = difference.before();
    Object next = difference.next();
    switch (difference.component()) {
      case "requesters" ->
          findings.people(
              about("policy.change.requesters"),
              about("policy.change.requesters.less"),
              (People) before,
              (People) next);
      case "approvers" ->
          findings.people(
              about("policy.change.approvers"),
              about("policy.change.approvers.less"),
              (People) before,
              (People) next);
      case "approvals" -> approvals((Integer) before, (Integer) next);
      case "window" ->
          RecordDifference.between((ApprovalWindow) before, (ApprovalWindow) next)
              .forEach(this::compare);
      case "length" -> length((Duration) before, (Duration) next);
      case "substitutes" ->
          RecordDifference.between((Substitutes) before, (Substitutes) next).forEach(this::compare);
      case "delegates" ->
          findings.people(
              about("policy.change.delegates"),
              about("policy.change.delegates.less"),
              (People) before,
              (People) next);
      case "reserve" ->
          findings.people(
              about("policy.change.reserve"),
              about("policy.change.reserve.less"),
              (People) before,
              (People) next);
      case "safetyBackup" -> safetyBackup((SafetyBackup) before, (SafetyBackup) next);
      case "emergency" -> emergencies.compare(emergency(before), emergency(next));
      case "ticketRequired" ->
          findings.value(
              (Boolean) before,
              about((Boolean) before ? "policy.change.ticket.less" : "policy.change.ticket"));
      default -> findings.unknown(place, difference);
    }
  }

  private static Optional<EmergencyRule> emergency(Object value) {
    return ((Optional<?>) value).map(EmergencyRule.class::cast);
  }

  private void approvals(int before, int next) {
    findings.value(
        next < before, about("policy.change.approvals").with("next", next).with("before", before));
  }

  private void length(Duration before, Duration next) {
    findings.value(
        next.compareTo(before) > 0,
        about("policy.change.window").with("next", next).with("before", before));
  }

  /** The constants are in the order from strict to mild. */
  private void safetyBackup(SafetyBackup before, SafetyBackup next) {
    findings.value(
        next.compareTo(before) > 0,
        about("policy.change.safetyBackup")
            .with("next", next.name())
            .with("before", before.name()));
  }

  /** A right that wasn't there. */
  void granted(RoleRule next) {
    findings.possible(
        about("policy.change.granted")
            .with("requesters", findings.words().of(next.requesters()))
            .with("approvals", next.approvals())
            .with("approvers", findings.words().of(next.approvers()))
            .with("safetyBackup", next.safetyBackup().name()));
    next.emergency().ifPresent(emergencies::granted);
  }

  /** A right that is gone. */
  void taken() {
    findings.stricter(about("policy.change.taken"));
  }

  private Message about(String code) {
    return Message.of(code, PLACE, place.message());
  }
}
