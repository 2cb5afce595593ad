package dev.holdfast.adminapi;

/** What a copy carries over. */
public enum CopyType {
  /** Everything: data, code, apps, flows. */
  FULL,
  /** Code and configuration, without the data. */
  MINIMAL,
  /**
   * Everything but the transactions of finance and operations: their tables are emptied in the
   * target before it is handed over (rule R31).
   */
  WITHOUT_TRANSACTIONS
}
