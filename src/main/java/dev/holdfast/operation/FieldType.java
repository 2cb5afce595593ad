package dev.holdfast.operation;

/** What a field of an order holds. */
public enum FieldType {
  /** The ID of an environment. */
  ENVIRONMENT,
  TEXT,
  /** {@code true} or {@code false}. */
  FLAG
}
