package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.EmergencyRule;
import dev.holdfast.approval.policy.People;
import dev.holdfast.message.Message;
import java.time.Duration;
import java.util.Optional;

/** What a rule allows in an emergency otherwise than another one did. */
final class EmergencyComparison {

  private final Findings findings;
  private final Place place;

  EmergencyComparison(Findings findings, Place place) {
    this.findings = findings;
    this.place = place;
  }

  void compare(Optional<EmergencyRule> before, Optional<EmergencyRule> next) {
    if (next.isEmpty()) {
      findings.stricter(about("policy.change.emergency.taken"));
    } else if (before.isEmpty()) {
      granted(next.get());
    } else {
      RecordDifference.between(before.get(), next.get()).forEach(this::compare);
    }
  }

  private void compare(RecordDifference difference) {
    Object before = difference.before();
    Object next = difference.next();
    switch (difference.component()) {
      case "requesters" ->
          findings.people(
              about("policy.change.emergency.requesters"),
              about("policy.change.emergency.requesters.less"),
              (People) before,
              (People) next);
      case "reviewers" ->
          findings.people(
              about("policy.change.emergency.reviewers"),
              about("policy.change.emergency.reviewers.less"),
              (People) before,
              (People) next);
      case "approvals" ->
          findings.value(
              (Integer) next < (Integer) before,
              values(about("policy.change.emergency.approvals"), before, next));
      case "reviewWithin" ->
          findings.value(
              ((Duration) next).compareTo((Duration) before) > 0,
              values(about("policy.change.emergency.window"), before, next));
      default -> findings.unknown(place, difference);
    }
  }

  private static Message values(Message about, Object before, Object next) {
    return about.with("before", before).with("next", next);
  }

  /** Emergencies that weren't possible. */
  void granted(EmergencyRule next) {
    findings.possible(
        about("policy.change.emergency.granted")
            .with("requesters", findings.words().of(next.requesters()))
            .with("approvals", next.approvals())
            .with("duration", next.reviewWithin())
            .with("reviewers", findings.words().of(next.reviewers())));
  }

  private Message about(String code) {
    return Message.of(code, "place", place.message());
  }
}
