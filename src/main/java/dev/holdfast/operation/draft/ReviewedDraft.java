package dev.holdfast.operation.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.FormZone;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What was asked for in a form, as it was reviewed.
 *
 * @param ownerId Entra object id of the person who may submit it
 * @param input the form that it came from, to go back to; only the type of the operation knows its
 *     fields, but for {@code zone}, {@code reason}, {@code ticket}, and the start
 * @param checks what the preflight found
 * @param refusal why it may not be submitted, from the policy; empty when it may
 * @param reviewedAt when the environments had been read
 * @param rehearsal whether its review said that nothing would be started
 */
public record ReviewedDraft(
    String id,
    String ownerId,
    JsonNode input,
    OperationSpec work,
    List<Finding> checks,
    String refusal,
    Instant reviewedAt,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean rehearsal) {

  /** Where the input has the planned start as it was understood. */
  static final String PLANNED = "plannedStart";

  /** The zone in which the form was filled in, and in which the review shows times. */
  ZoneId zone(ChatUser who) {
    return FormZone.of(input.path("zone").asString(""), who).zone();
  }

  String reason() {
    return input.path("reason").asString("");
  }

  /** When it's to start, as it was reviewed; empty for as soon as possible. */
  Optional<PlannedStart> start() {
    JsonNode planned = input.path(PLANNED);
    return planned.isMissingNode()
        ? Optional.empty()
        : Optional.of(DraftInputs.read(planned, PlannedStart.class));
  }

  Optional<String> ticket() {
    return Optional.of(input.path(TicketForm.ID).asString("")).filter(text -> !text.isEmpty());
  }

  /** Whether the service hasn't ended its own check. */
  boolean stillChecking() {
    return checks.stream().anyMatch(ServiceValidation::isStillChecking);
  }

  /** The same with what was found later. */
  ReviewedDraft found(List<Finding> later, Instant at) {
    return new ReviewedDraft(id, ownerId, input, work, later, refusal, at, rehearsal);
  }

  boolean submittable() {
    return refusal.isEmpty() && Finding.worst(checks) != Severity.RED;
  }
}
