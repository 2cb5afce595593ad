package dev.holdfast.adminapi;

/** What a copy carries over. */
public enum CopyType {
  /** Everything: data, code, apps, flows. */
  FULL,
  /** Code and configuration, without the data. */
  MINIMAL
}
