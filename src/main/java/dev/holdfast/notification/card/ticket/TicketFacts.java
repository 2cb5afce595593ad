package dev.holdfast.notification.card.ticket;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.request.Request;
import java.util.List;

/** The change ticket of a request. */
public final class TicketFacts {

  private TicketFacts() {}

  public static List<Fact> of(Request request, CardTexts texts) {
    return request
        .details()
        .submission()
        .ticket()
        .map(ticket -> texts.fact("requestCard.ticket", ticket))
        .stream()
        .toList();
  }
}
