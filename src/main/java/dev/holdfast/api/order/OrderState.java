package dev.holdfast.api.order;

/** Where an order stands until it has become a request; stored by name. */
public enum OrderState {
  CHECKING,
  /** A check or the policy was against it. */
  REFUSED,
  /** It was to be checked alone. */
  CHECKED,
  /** Taken back before it became a request. */
  CANCELED,
  SUBMITTED
}
