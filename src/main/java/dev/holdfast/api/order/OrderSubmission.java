package dev.holdfast.api.order;

import dev.holdfast.api.Caller;
import dev.holdfast.approval.SubmitRequest;
import dev.holdfast.approval.join.SubmissionResult;
import dev.holdfast.approval.join.SubmissionService;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.operation.CarriedOutChecks;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.request.RequestOrigin;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a request of an order, in the transaction that holds its lock. */
@Component
class OrderSubmission {

  private final OrderRepository orders;
  private final SubmissionService submissions;
  private final CarriedOutChecks carriedOut;
  private final TicketForm tickets;

  OrderSubmission(
      OrderRepository orders,
      SubmissionService submissions,
      CarriedOutChecks carriedOut,
      TicketForm tickets) {
    this.tickets = tickets;
    this.orders = orders;
    this.submissions = submissions;
    this.carriedOut = carriedOut;
  }

  void record(Order order, CheckedOrder checked) {
    carriedOut.record(checked.spec().orElseThrow(), checked.checks(), checked.readAt(), order.by());
  }

  void submit(Order order, CheckedOrder checked) {
    SubmissionResult result =
        submissions.submit(
            new SubmitRequest(
                order.id(),
                order.by(),
                Caller.ZONE,
                checked.spec().orElseThrow(),
                order.content().fields().getOrDefault("reason", "").strip(),
                RequestOrigin.NO_CHAT,
                EnvironmentViewMapper.warnings(checked.checks()),
                SubmitRequest.Asked.of(tickets.meant(order.content().fields()), checked.start())));
    orders.end(
        order.id(),
        OrderState.SUBMITTED,
        Optional.of(result.request().id()),
        OrderResult.found(checked.checks(), result.joined()));
  }
}
