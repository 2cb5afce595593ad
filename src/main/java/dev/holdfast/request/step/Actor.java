package dev.holdfast.request.step;

/** Who moves a request. */
public enum Actor {
  REQUESTER,
  APPROVER,
  /** Holdfast itself, under the locks of the environments where something begins. */
  WORKER,
  CLOCK
}
