package dev.holdfast.request.event;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import java.util.List;

/** Tells the listeners what happened, inside the transaction that runs. */
public interface RequestEventPublisher {

  void publish(Request request, RequestEvent event);

  void publish(AuditEvent event);

  /** The names of listeners that are missing. */
  default List<String> missing() {
    return List.of();
  }
}
