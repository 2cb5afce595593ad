package dev.holdfast.notification.card.ticket;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.ExternalLink;
import dev.holdfast.request.Request;
import dev.holdfast.ticket.ChangeTickets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where people see the change ticket of a request. */
@Component
public class TicketPages {

  private final ChangeTickets tickets;

  TicketPages(ChangeTickets tickets) {
    this.tickets = tickets;
  }

  /** Empty unless it's a ticket of the system that is configured now, and its page is known. */
  public Optional<ExternalLink> of(Request request, CardTexts texts) {
    return request
        .details()
        .submission()
        .ticket()
        .flatMap(
            ticket ->
                tickets
                    .page(ticket)
                    .flatMap(
                        page ->
                            ExternalLink.to(
                                texts.of("requestCard.ticket.open", "ticket", ticket), page)));
  }
}
