package dev.holdfast.operation;

import dev.holdfast.operation.start.StartOrder;

/** What a field of an order holds. */
public enum FieldType {
  /** The ID of an environment. */
  ENVIRONMENT,
  TEXT,
  /** {@code true} or {@code false}. */
  FLAG,
  /** An object that says when to start; kept as {@link StartOrder} writes it. */
  START
}
