package dev.holdfast.ticket;

import dev.holdfast.message.Message;
import dev.holdfast.ticket.TicketAnswer.Allowed;
import dev.holdfast.ticket.TicketAnswer.Unavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the ticket system that is configured. What it doesn't say allows nothing. */
@Component
public class ChangeTickets {

  private static final Logger log = LoggerFactory.getLogger(ChangeTickets.class);

  private final ObjectProvider<TicketSystem> systems;
  private final Optional<TicketKind> kind;
  private final Optional<URI> address;
  private final Optional<Pattern> names;
  private final Clock clock;

  ChangeTickets(TicketProperties properties, ObjectProvider<TicketSystem> systems, Clock clock) {
    this.systems = systems;
    this.kind = properties.kind();
    this.address = properties.url();
    this.names =
        properties.kind().map(kind -> Pattern.compile(properties.pattern().orElse(kind.pattern())));
    this.clock = clock;
  }

  public boolean isConfigured() {
    return names.isPresent();
  }

  /** The ticket that somebody means; empty for what can be none. */
  public Optional<String> recognize(String typed) {
    String text = typed.strip().toUpperCase(Locale.ROOT);
    return names.filter(known -> known.matcher(text).matches()).map(known -> text);
  }

  /**
   * The address of the page that shows a ticket to people; empty for what can be no ticket of the
   * system that is configured, and where such a page isn't known.
   */
  public Optional<String> page(String ticket) {
    return recognize(ticket)
        .flatMap(known -> kind.flatMap(system -> address.flatMap(url -> system.page(url, known))));
  }

  /** Whether a ticket allows an operation now or later. */
  public TicketAnswer check(TicketQuestion question) {
    if (recognize(question.ticket()).isEmpty()) {
      return isConfigured()
          ? TicketAnswer.denied("ticket.reason.malformed")
          : new Unavailable(Message.of("ticket.reason.notConfigured"));
    }
    try {
      return inTime(system().check(question));
    } catch (TicketSystemException e) {
      return new Unavailable(e.reason());
    } catch (RuntimeException e) {
      log.error("Ticket {} couldn't be checked", question.ticket(), e);
      return new Unavailable(Message.of("ticket.reason.failed"));
    }
  }

  /** They are looked up when one is asked, since they sign in. */
  private TicketSystem system() {
    return systems.stream()
        .filter(one -> kind.equals(Optional.of(one.kind())))
        .findFirst()
        .orElseThrow(() -> TicketSystemException.of("ticket.reason.notConfigured"));
  }

  private TicketAnswer inTime(TicketAnswer answer) {
    Instant now = clock.instant();
    return answer instanceof Allowed allowed && allowed.window().isOver(now)
        ? TicketAnswer.denied("ticket.reason.over", "time", allowed.window().until().orElse(now))
        : answer;
  }

  /** What an answer forbids, in a sentence; empty for what it allows, now or later. */
  public static Optional<Message> objection(String ticket, TicketAnswer answer) {
    if (answer instanceof TicketAnswer.Denied denied) {
      return Optional.of(Message.of("ticket.denied", "ticket", ticket, "reason", denied.reason()));
    }
    return answer instanceof Unavailable unknown
        ? Optional.of(unchecked(ticket, unknown.reason()))
        : Optional.empty();
  }

  /** That it isn't known what a ticket says. */
  public static Message unchecked(String ticket, Message reason) {
    return Message.of("ticket.unchecked", "ticket", ticket, "reason", reason);
  }

  /**
   * Writes a note, once.
   *
   * @throws TicketSystemException when it has to be tried again
   */
  public void write(TicketNote note) {
    system().write(note);
  }

  /**
   * Sees whether the system answers.
   *
   * @throws TicketSystemException when it doesn't
   */
  public void ping() {
    system().ping();
  }
}
