package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import java.time.Duration;

/**
 * What a rule grants for one role.
 *
 * @param requesters who may request it
 * @param approvers who may decide
 * @param approvals how many must agree; the requester never counts
 * @param expiresAfter how long there is to decide
 * @param safetyBackup whether what is overwritten is backed up before; means nothing elsewhere
 */
public record RoleRule(
    People requesters,
    People approvers,
    int approvals,
    Duration expiresAfter,
    SafetyBackup safetyBackup) {}
