package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.FormZone;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
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
public record ReviewedDraft(
    String id,
    String ownerId,
    RestoreFormInput input,
    RestoreSpec work,
    List<Finding> checks,
    String refusal,
    Instant reviewedAt) {

  /** The zone in which the form was filled in, and in which the review shows times. */
  ZoneId zone(ChatUser who) {
    return FormZone.of(input.zone(), who).zone();
  }

  boolean submittable() {
    return refusal.isEmpty() && Finding.worst(checks) != Severity.RED;
  }
}
