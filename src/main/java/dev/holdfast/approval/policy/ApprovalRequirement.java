package dev.holdfast.approval.policy;

import java.time.Duration;
import java.util.List;

/**
 * What is asked of a request under the rule that fits.
 *
 * @param approvals how many must agree; 0 for none
 * @param approvers Entra object ids, without the requester's
 */
public record ApprovalRequirement(int approvals, List<String> approvers, Duration expiresAfter) {}
