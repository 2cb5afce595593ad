package dev.holdfast.request;

/** Tells the listeners what happened, inside the transaction that runs. */
public interface RequestEventPublisher {

  void publish(Request request, RequestEvent event);

  void publish(AuditEvent event);
}
