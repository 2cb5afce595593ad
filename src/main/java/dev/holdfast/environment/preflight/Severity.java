package dev.holdfast.environment.preflight;

/** What a check found. The order is from harmless to forbidding, so the worst is the greatest. */
public enum Severity {
  /** Known to be all right. */
  GREEN,
  /** Possible, but a person should know this first; also everything that cannot be seen. */
  AMBER,
  /** Not possible, or not allowed. */
  RED
}
