package dev.holdfast.api.order;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfOrders implements Exercise {

  private static final Person BY =
      Person.application("00000000-0000-0000-0000-000000000031", "Release pipeline");

  @Override
  public List<Class<?>> beans() {
    return List.of(OrderRepository.class, ExpiredOrders.class);
  }

  @Override
  public void run(ApplicationContext context) {
    OrderRepository orders = context.getBean(OrderRepository.class);
    Order order =
        new Order(
            "order-of-a-query",
            BY,
            new Order.Content("backup", Map.of(), false),
            OrderState.CHECKING,
            Optional.empty(),
            OrderResult.NONE,
            Samples.NOW);
    orders.add(order, "key", "hash");
    orders.find(BY, "key");
    orders.find(order.id());
    orders.findOf(BY, order.id());
    orders.lock(order.id());
    orders.checking(BY);
    orders.states(List.of(order.id()));
    orders.requestStates(List.of(new RequestId(1)));
    orders.end(order.id(), OrderState.SUBMITTED, Optional.of(new RequestId(1)), OrderResult.NONE);
    context.getBean(ExpiredOrders.class).delete(10);
  }
}
