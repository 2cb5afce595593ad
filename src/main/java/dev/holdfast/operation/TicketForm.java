package dev.holdfast.operation;

import dev.holdfast.approval.SubmissionRules;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.ticket.ChangeTickets;
import dev.holdfast.ticket.TicketAnswer;
import dev.holdfast.ticket.TicketQuestion;
import dev.holdfast.ticket.TicketWindow;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The change ticket that a form asks for, and what is checked of it before a review. */
@Component
public class TicketForm {

  /** The input, and the rule of what is found. */
  public static final String ID = "ticket";

  private final ChangeTickets tickets;
  private final SubmissionRules rules;

  TicketForm(ChangeTickets tickets, SubmissionRules rules) {
    this.tickets = tickets;
    this.rules = rules;
  }

  /** What the input holds; empty where there is none, because no ticket system is configured. */
  public Optional<String> shown(String typed) {
    return tickets.isConfigured() ? Optional.of(typed) : Optional.empty();
  }

  /** The same of a form or an order, by its inputs. */
  public Optional<String> meant(Map<String, String> inputs) {
    return meant(inputs.getOrDefault(ID, ""));
  }

  /** The ticket that is meant; what can't be one stays as it was typed. */
  public Optional<String> meant(String typed) {
    return Optional.of(typed.strip())
        .filter(text -> !text.isEmpty())
        .map(text -> tickets.recognize(text).orElse(text));
  }

  /** Asks the ticket system; empty where no ticket is named and none has to be. */
  public Optional<Finding> check(Optional<String> ticket, OperationSpec work, Person by) {
    return ticket
        .map(named -> finding(named, tickets.check(TicketQuestion.atReview(named, work, by))))
        .or(
            () ->
                rules
                    .missingTicket(work, ticket)
                    .map(why -> finding(Severity.RED, why.then(whatToDo()))));
  }

  /** What forbids it; empty when nothing does. */
  public Optional<Message> objection(Optional<String> ticket, OperationSpec work, Person by) {
    return check(ticket, work, by)
        .filter(found -> found.severity() == Severity.RED)
        .map(Finding::message);
  }

  private Message whatToDo() {
    return Message.of(tickets.isConfigured() ? "ticket.enter" : "ticket.noSystem");
  }

  public static boolean isAboutTicket(Finding finding) {
    return finding.rule().equals(ID);
  }

  private static Finding finding(String ticket, TicketAnswer answer) {
    return ChangeTickets.objection(ticket, answer)
        .map(why -> finding(Severity.RED, why))
        .orElseGet(() -> finding(Severity.GREEN, allowed(ticket, answer)));
  }

  private static Finding finding(Severity severity, Message sentence) {
    return Finding.of(ID, severity, Message.of("ticket.source"), sentence);
  }

  private static Message allowed(String ticket, TicketAnswer answer) {
    TicketWindow window =
        answer instanceof TicketAnswer.Allowed allowed ? allowed.window() : TicketWindow.ALWAYS;
    Message sentence = Message.of("ticket.allowed", "ticket", ticket);
    Message begun =
        window
            .from()
            .map(from -> sentence.then(Message.of("ticket.allowed.from", "time", from)))
            .orElse(sentence);
    return window
        .until()
        .map(end -> begun.then(Message.of("ticket.allowed.until", "time", end)))
        .orElse(begun);
  }
}
