package dev.holdfast.request.event;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import java.time.Instant;

/**
 * Something about a request that is worth keeping in the record and did not change the request.
 *
 * @param state the request's state at that time
 * @param words what an auditor would ask
 */
public record AuditEvent(
    RequestId request,
    AuditEventType type,
    RequestState state,
    Person who,
    Instant at,
    String words) {}
