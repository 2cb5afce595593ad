package dev.holdfast.retention;

import java.util.function.IntUnaryOperator;

/** Repeats a bounded delete until nothing is left, or until a later run does the rest. */
public final class Batches {

  /** With 500 rows each, an hour's run deletes 50,000. */
  private static final int MOST = 100;

  private Batches() {}

  /**
   * @param delete takes the most rows to delete, and returns how many it deleted
   * @return how many were deleted in all
   */
  public static long repeat(int batch, IntUnaryOperator delete) {
    long all = 0;
    for (int round = 0; round < MOST; round++) {
      int deleted = delete.applyAsInt(batch);
      all += deleted;
      if (deleted < batch) {
        return all;
      }
    }
    return all;
  }
}
