package dev.holdfast.request.event;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;

/** Tells the listeners what happened, inside the transaction that runs. */
public interface RequestEventPublisher {

  void publish(Request request, RequestEvent event);

  void publish(AuditEvent event);
}
