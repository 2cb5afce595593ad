package dev.holdfast.request.event;

/** Is told what happened around a request without changing it, in the transaction that runs. */
public interface AuditEventListener {

  void on(AuditEvent event);
}
