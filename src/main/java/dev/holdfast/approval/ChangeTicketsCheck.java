package dev.holdfast.approval;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.ticket.ChangeTickets;
import dev.holdfast.ticket.TicketSystemException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the change tickets that the policy requires can be checked. */
@Component
class ChangeTicketsCheck implements DoctorCheck {

  private final ChangeTickets tickets;
  private final PolicyInForce policy;

  ChangeTicketsCheck(ChangeTickets tickets, PolicyInForce policy) {
    this.tickets = tickets;
    this.policy = policy;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Change tickets";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    boolean required = policy.get().roles().anyMatch(RoleRule::ticketRequired);
    if (!tickets.isConfigured()) {
      return required
          ? CheckResult.broken(
              "The policy requires change tickets, and no ticket system is set up.",
              Remedy.of(
                  "Set holdfast.tickets.kind and holdfast.tickets.url. Until then, nothing that"
                      + " needs a ticket can be requested."))
          : CheckResult.ok("No ticket system is set up, and the policy requires no tickets.");
    }
    try {
      tickets.ping();
      return CheckResult.ok("The ticket system answers.");
    } catch (TicketSystemException e) {
      return CheckResult.broken(
          "Change tickets can't be checked: %s.".formatted(e.getMessage()),
          Remedy.of(
              "Look at the ticket system, and at holdfast.tickets. Requests with a ticket wait"
                  + " until it answers."));
    }
  }
}
