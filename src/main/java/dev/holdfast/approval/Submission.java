package dev.holdfast.approval;

import dev.holdfast.request.Origin;
import dev.holdfast.request.Person;
import dev.holdfast.request.Warning;
import dev.holdfast.request.Work;
import java.time.ZoneId;
import java.util.List;

/**
 * A form that was sent.
 *
 * @param draft the form's id; sent twice it is one request
 * @param origin where it was sent
 * @param warnings the amber findings that the requester saw
 */
public record Submission(
    String draft,
    Person requester,
    ZoneId zone,
    Work work,
    String reason,
    Origin origin,
    List<Warning> warnings) {}
