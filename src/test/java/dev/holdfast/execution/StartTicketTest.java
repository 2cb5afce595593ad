package dev.holdfast.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.execution.StartChecks.Ticket;
import dev.holdfast.execution.queue.QueueBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.ticket.TicketAnswer;
import dev.holdfast.ticket.TicketWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the answer about a ticket does to a start, and to a call that is made again. */
class StartTicketTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration USUAL = Duration.ofSeconds(30);

  @Test
  void whatIsAllowedStarts() {
    Ticket ticket = Ticket.of("C-1", new TicketAnswer.Allowed(TicketWindow.ALWAYS), NOW);
    assertThat(ticket).isEqualTo(Ticket.NONE);
    assertThat(ticket.revalidation().holds()).isTrue();
  }

  @Test
  void whatIsDeniedEnds() {
    Ticket ticket =
        Ticket.of("C-1", new TicketAnswer.Denied(Message.of("ticket.reason.onHold")), NOW);
    assertThat(ticket.denial().map(StoredMessage::english))
        .contains("Change ticket C-1 doesn't allow this: it's on hold.");
    assertThat(ticket.blocker()).isEmpty();
    assertThat(ticket.revalidation()).isInstanceOf(Revalidation.Denied.class);
  }

  @Test
  void whatIsUnknownWaits() {
    Ticket ticket =
        Ticket.of("C-1", new TicketAnswer.Unavailable(Message.of("ticket.reason.slow")), NOW);
    assertThat(ticket.denial()).isEmpty();
    assertThat(ticket.blocker()).isPresent();
    assertThat(ticket.pause(USUAL, NOW)).isEqualTo(USUAL);
    assertThat(ticket.revalidation()).isInstanceOf(Revalidation.Unknown.class);
  }

  @Test
  void whatHasNotBegunWaitsAndIsAskedInTime() {
    Instant from = NOW.plus(Duration.ofHours(1));
    Ticket ticket =
        Ticket.of(
            "C-1",
            new TicketAnswer.Allowed(new TicketWindow(Optional.of(from), Optional.empty())),
            NOW);
    assertThat(ticket.blocker().map(QueueBlocker::first)).contains(Optional.empty());
    assertThat(ticket.pause(USUAL, NOW)).isEqualTo(Duration.ofMinutes(5));
    assertThat(ticket.pause(USUAL, from.minusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    assertThat(ticket.revalidation()).isInstanceOf(Revalidation.Unknown.class);
  }
}
