package dev.holdfast.api.order;

import dev.holdfast.api.ApiMetrics;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.Digest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores an order with the task that checks it, once for each idempotency key. */
@Service
public class OrderIntake {

  /** So many orders of one application are checked at once. */
  static final int MOST_CHECKING = 20;

  private static final long RETRY_AFTER_SECONDS = 10;

  private final OrderRepository orders;
  private final OrderCheckTask tasks;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ApiMetrics metrics;

  OrderIntake(
      OrderRepository orders,
      OrderCheckTask tasks,
      TransactionTemplate transaction,
      Clock clock,
      ApiMetrics metrics) {
    this.orders = orders;
    this.tasks = tasks;
    this.transaction = transaction;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * An order that is stored.
   *
   * @param repeated whether it was stored before
   */
  public record Taken(Order order, boolean repeated) {}

  /**
   * @throws ProblemException when the key was used for something else
   */
  public Taken take(Person by, String key, Order.Content content) {
    Taken taken = taken(by, key, content);
    metrics.ordered(taken.repeated());
    return taken;
  }

  private Taken taken(Person by, String key, Order.Content content) {
    String hash = hash(content);
    Optional<Taken> before = before(by, key, hash);
    if (before.isPresent()) {
      return before.get();
    }
    if (orders.checking(by) >= MOST_CHECKING) {
      throw ProblemException.retryAfter(ProblemType.TOO_MANY_CHECKS, RETRY_AFTER_SECONDS);
    }
    Order order =
        new Order(
            UUID.randomUUID().toString(),
            by,
            content,
            OrderState.CHECKING,
            Optional.empty(),
            OrderResult.NONE,
            clock.instant());
    try {
      transaction.executeWithoutResult(
          status -> {
            orders.add(order, key, hash);
            tasks.schedule(order);
          });
      return new Taken(order, false);
    } catch (DuplicateKeyException twice) {
      return before(by, key, hash).orElseThrow(() -> twice);
    }
  }

  /**
   * Takes an order back that is still being checked.
   *
   * @return whether it was
   */
  public boolean cancel(String id, Person by) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean checking =
                  orders.findOf(by, id).isPresent()
                      && orders
                          .lock(id)
                          .filter(order -> order.state() == OrderState.CHECKING)
                          .isPresent();
              if (checking) {
                orders.end(id, OrderState.CANCELED, Optional.empty(), OrderResult.NONE);
              }
              return checking;
            }));
  }

  private Optional<Taken> before(Person by, String key, String hash) {
    return orders
        .find(by, key)
        .map(
            found -> {
              if (!found.hash().equals(hash)) {
                throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
              }
              return new Taken(found.order(), true);
            });
  }

  private static String hash(Order.Content content) {
    List<String> parts = new ArrayList<>(List.of(content.kind(), String.valueOf(content.dryRun())));
    new TreeMap<>(content.fields())
        .forEach(
            (name, value) -> {
              parts.add(name);
              parts.add(value);
            });
    return Digest.of(parts).hex();
  }
}
