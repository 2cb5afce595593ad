package dev.holdfast.approval;

import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.OperationSpec;
import java.time.ZoneId;
import java.util.List;

/**
 * A form that was sent.
 *
 * @param draft the form's id; sent twice it is one request
 * @param origin where it was sent
 * @param warnings the amber findings that the requester saw
 */
public record SubmitRequest(
    String draft,
    Person requester,
    ZoneId zone,
    OperationSpec spec,
    String reason,
    RequestOrigin origin,
    List<AcceptedWarning> warnings) {}
