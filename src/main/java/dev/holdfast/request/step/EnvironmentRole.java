package dev.holdfast.request.step;

/** What a request does with an environment. The names are stored. */
public enum EnvironmentRole {
  /** It is read; its data ends up elsewhere. */
  DATA_LEAVES,
  OVERWRITTEN,
  /** It is kept busy, and not changed. */
  HELD,
  /** It leaves administration mode. */
  OPENED
}
