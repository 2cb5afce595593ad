package dev.holdfast.approval.policy;

import java.time.Duration;
import java.util.List;

/**
 * What a rule grants in an emergency.
 *
 * @param requesters who may declare one, of those who may request it anyway
 * @param approvals how many must agree then, fewer than otherwise
 * @param reviewWithin how long there is to review it afterwards
 * @param remindAt when that is reminded of, in percent of that time
 * @param reviewers who may
 */
public record EmergencyRule(
    People requesters,
    int approvals,
    Duration reviewWithin,
    List<Integer> remindAt,
    People reviewers) {

  public EmergencyRule {
    remindAt = List.copyOf(remindAt);
  }
}
