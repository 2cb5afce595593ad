package dev.holdfast.ticket;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationSpec;
import java.util.Optional;

/**
 * What a ticket is asked for.
 *
 * @param ticket as its system calls it
 * @param request the ID of the request; empty while there is none
 */
public record TicketQuestion(
    String ticket,
    TicketPhase phase,
    OperationSpec operation,
    Person requester,
    Optional<String> request) {

  /** Of what isn't submitted yet. */
  public static TicketQuestion atReview(String ticket, OperationSpec operation, Person requester) {
    return new TicketQuestion(ticket, TicketPhase.REVIEW, operation, requester, Optional.empty());
  }

  /** Of a request; empty where it names no ticket. */
  public static Optional<TicketQuestion> of(Request request, TicketPhase phase) {
    return request
        .details()
        .submission()
        .ticket()
        .map(
            ticket ->
                new TicketQuestion(
                    ticket,
                    phase,
                    request.details().spec(),
                    request.details().requester(),
                    Optional.of(request.id().toString())));
  }
}
