package dev.holdfast.approval;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.ticket.RecentTicketChecks;
import org.springframework.stereotype.Component;

/**
 * Has read again what a decision depends on. That takes time, so no transaction may wait for it.
 */
@Component
public class DecisionPreparation {

  private final RequestRepository requests;
  private final PermissionEvaluator permissions;
  private final RecentTicketChecks tickets;

  DecisionPreparation(
      RequestRepository requests, PermissionEvaluator permissions, RecentTicketChecks tickets) {
    this.requests = requests;
    this.permissions = permissions;
    this.tickets = tickets;
  }

  /**
   * For the request of that number, for anybody who asks: whether they may see it depends on that,
   * too. It says nothing about the request.
   */
  public void prepare(String requestId) {
    RequestId.parse(requestId)
        .flatMap(requests::find)
        .map(request -> request.details().spec())
        .ifPresent(permissions.groups()::refresh);
  }

  /** The same before an approval, which the change ticket of a request may forbid. */
  public void prepareApproval(String requestId, Person by) {
    prepare(requestId);
    RequestId.parse(requestId)
        .flatMap(requests::find)
        .filter(request -> permissions.may(by, Permission.APPROVE, request))
        .ifPresent(tickets::prepare);
  }
}
