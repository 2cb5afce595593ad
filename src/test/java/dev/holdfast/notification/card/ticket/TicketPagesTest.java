package dev.holdfast.notification.card.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.ExternalLink;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.testing.Samples;
import dev.holdfast.ticket.ChangeTickets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketPagesTest {

  private static final String PAGE = "https://example.org/browse/OPS-12";

  private final ChangeTickets tickets = mock(ChangeTickets.class);
  private final TicketPages pages = new TicketPages(tickets);

  @Test
  void theCardLeadsToThePageThatTheTicketSystemHas() {
    when(tickets.page("OPS-12")).thenReturn(Optional.of(PAGE));
    assertThat(pages.of(Samples.withTicket("OPS-12"), CardTexts.SHARED))
        .contains(new ExternalLink("Open change ticket OPS-12", PAGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/browse/OPS-12",
        "javascript:alert(1)",
        "https://example.org/a)b",
        "https://user@example.org/browse/OPS-12"
      })
  void nothingLeadsAnywhereButToAPageOverHttps(String page) {
    when(tickets.page("OPS-12")).thenReturn(Optional.of(page));
    assertThat(pages.of(Samples.withTicket("OPS-12"), CardTexts.SHARED)).isEmpty();
  }

  @Test
  void withoutATicketThereIsNoPage() {
    Request plain = Request.submit(new RequestId(7), Samples.details(Samples.restore(), 1));
    assertThat(pages.of(plain, CardTexts.SHARED)).isEmpty();
  }
}
