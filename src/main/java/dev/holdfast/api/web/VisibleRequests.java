package dev.holdfast.api.web;

import dev.holdfast.api.Caller;
import dev.holdfast.api.OnlyWithApi;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.api.order.Order;
import dev.holdfast.api.order.OrderRepository;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.request.Request;
import dev.holdfast.request.store.RequestRepository;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds what an application may see: its own orders by their IDs, and requests by their numbers.
 * Whatever else there is isn't there.
 */
@Component
@OnlyWithApi
class VisibleRequests {

  private static final Pattern ORDER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final OrderRepository orders;
  private final RequestRepository requests;
  private final ReadingRights rights;

  VisibleRequests(OrderRepository orders, RequestRepository requests, ReadingRights rights) {
    this.orders = orders;
    this.requests = requests;
    this.rights = rights;
  }

  /** What was found: an order, a request, or an order that has become one. */
  record Found(Optional<Order> order, Optional<Request> request) {

    String state() {
      return StateName.of(
          request
              .map(one -> one.state().name())
              .orElseGet(() -> order.orElseThrow().state().name()));
    }

    Map<String, Object> resource() {
      return request
          .map(
              one ->
                  order.map(asked -> Resources.of(asked, one)).orElseGet(() -> Resources.of(one)))
          .orElseGet(() -> Resources.of(order.orElseThrow()));
    }

    boolean isClosed() {
      return Boolean.TRUE.equals(resource().get("closed"));
    }

    boolean isOrder() {
      return order.isPresent();
    }

    /** Its one ID, however the caller wrote it. */
    String key() {
      return order.map(Order::id).orElseGet(() -> request.orElseThrow().id().toString());
    }
  }

  /**
   * @throws ProblemException when there is nothing for this caller
   */
  Found find(String id, Caller caller) {
    return (ORDER.matcher(id).matches() ? order(id, caller) : request(id, caller))
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** Who has asked for it sees what becomes of it, also where it has joined another request. */
  private Optional<Found> order(String id, Caller caller) {
    return orders
        .findOf(caller.person(), id)
        .map(order -> new Found(Optional.of(order), order.request().flatMap(requests::find)));
  }

  private Optional<Found> request(String id, Caller caller) {
    return rights
        .find(id, caller.person())
        .map(request -> new Found(Optional.empty(), Optional.of(request)));
  }
}
