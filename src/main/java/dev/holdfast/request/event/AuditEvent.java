package dev.holdfast.request.event;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is worth keeping in the record and did not change a request.
 *
 * @param request {@link RequestId#NONE} when it's about no request
 * @param state the request's state at that time
 * @param words what an auditor would ask
 */
public record AuditEvent(
    RequestId request,
    AuditEventType type,
    Optional<RequestState> state,
    Person who,
    Instant at,
    String words) {

  public AuditEvent(
      RequestId request,
      AuditEventType type,
      RequestState state,
      Person who,
      Instant at,
      String words) {
    this(request, type, Optional.of(state), who, at, words);
  }
}
