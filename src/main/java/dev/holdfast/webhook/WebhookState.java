package dev.holdfast.webhook;

/** How far an event is on its way to an endpoint. The names are stored. */
public enum WebhookState {
  WAITING,
  DELIVERED,
  /** Nobody sends it any more, until an operator releases it. */
  DEAD
}
