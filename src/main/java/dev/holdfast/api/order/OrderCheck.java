package dev.holdfast.api.order;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.api.order.OrderReview.Reviewed;
import dev.holdfast.operation.CheckedOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks an order, and submits it if nothing is against it. Safe to run twice. */
@Component
class OrderCheck {

  /** So long Power Platform is asked again. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Logger log = LoggerFactory.getLogger(OrderCheck.class);

  private final OrderRepository orders;
  private final OrderReview reviews;
  private final OrderSubmission submission;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OrderCheck(
      OrderRepository orders,
      OrderReview reviews,
      OrderSubmission submission,
      TransactionTemplate transaction,
      Clock clock) {
    this.orders = orders;
    this.reviews = reviews;
    this.submission = submission;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @return whether there is nothing more to do
   */
  boolean check(String id) {
    Optional<Order> found = orders.find(id).filter(one -> one.state() == OrderState.CHECKING);
    if (found.isEmpty()) {
      return true;
    }
    Order order = found.get();
    boolean patient = clock.instant().isBefore(order.at().plus(PATIENCE));
    try {
      Reviewed reviewed = reviews.review(order);
      if (reviewed.isStillChecking() && patient) {
        return false;
      }
      end(order, reviewed);
      return true;
    } catch (AdminApiException e) {
      log.info("An order of an application can't be checked yet: {}", e.forLog());
      if (patient) {
        return false;
      }
      end(order, Reviewed.refused(OrderResult.refused(ProblemType.SERVICE_UNREACHABLE)));
      return true;
    }
  }

  private void end(Order order, Reviewed reviewed) {
    transaction.executeWithoutResult(
        status -> {
          if (!isStillWanted(order)) {
            return;
          }
          reviewed.checked().ifPresent(checked -> submission.record(order, checked));
          if (reviewed.refusal().isPresent()) {
            orders.end(order.id(), OrderState.REFUSED, Optional.empty(), reviewed.refusal().get());
          } else {
            accept(order, reviewed.checked().orElseThrow());
          }
        });
  }

  private void accept(Order order, CheckedOrder checked) {
    if (order.content().dryRun()) {
      orders.end(
          order.id(),
          OrderState.CHECKED,
          Optional.empty(),
          OrderResult.found(checked.checks(), false));
    } else {
      submission.submit(order, checked);
    }
  }

  /** It may have been taken back meanwhile. Its lock keeps it from becoming two requests. */
  private boolean isStillWanted(Order order) {
    return orders.lock(order.id()).filter(one -> one.state() == OrderState.CHECKING).isPresent();
  }
}
