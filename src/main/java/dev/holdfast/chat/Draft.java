package dev.holdfast.chat;

import dev.holdfast.environment.Check;
import dev.holdfast.environment.Severity;
import dev.holdfast.request.Work;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A restore as it was reviewed.
 *
 * @param ownerId Entra object id of the person who may submit it
 * @param input the form that it came from, to go back to
 * @param checks what the preflight found
 * @param refusal why it may not be submitted, from the policy; empty when it may
 * @param reviewedAt when the environments had been read
 */
record Draft(
    String id,
    String ownerId,
    RestoreInput input,
    Work.Restore work,
    List<Check> checks,
    String refusal,
    Instant reviewedAt) {

  /** The zone in which the form was filled in, and in which the review shows times. */
  ZoneId zone(Speaker who) {
    return FormZone.of(input.zone(), who).zone();
  }

  boolean submittable() {
    return refusal.isEmpty() && Check.worst(checks) != Severity.RED;
  }
}
