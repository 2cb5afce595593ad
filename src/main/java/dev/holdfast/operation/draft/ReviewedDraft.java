package dev.holdfast.operation.draft;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.FormZone;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What was asked for in a form, as it was reviewed.
 *
 * @param ownerId Entra object id of the person who may submit it
 * @param input the form that it came from, to go back to; only the type of the operation knows its
 *     fields, but for {@code zone} and {@code reason}
 * @param checks what the preflight found
 * @param refusal why it may not be submitted, from the policy; empty when it may
 * @param reviewedAt when the environments had been read
 */
public record ReviewedDraft(
    String id,
    String ownerId,
    JsonNode input,
    OperationSpec work,
    List<Finding> checks,
    String refusal,
    Instant reviewedAt) {

  /** The zone in which the form was filled in, and in which the review shows times. */
  ZoneId zone(ChatUser who) {
    return FormZone.of(input.path("zone").asString(""), who).zone();
  }

  String reason() {
    return input.path("reason").asString("");
  }

  boolean submittable() {
    return refusal.isEmpty() && Finding.worst(checks) != Severity.RED;
  }
}
