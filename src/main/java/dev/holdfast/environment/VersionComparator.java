package dev.holdfast.environment;

import java.math.BigInteger;

/** Compares versions such as {@code 10.0.2263.28} by their numbers. */
public final class VersionComparator {

  private VersionComparator() {}

  /** Negative when the first is older. Missing numbers count as zero, words as zero as well. */
  public static int compare(String one, String other) {
    String[] left = one.strip().split("\\.");
    String[] right = other.strip().split("\\.");
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = number(left, i).compareTo(number(right, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger number(String[] parts, int index) {
    boolean digits = index < parts.length && parts[index].matches("[0-9]+");
    return digits ? new BigInteger(parts[index]) : BigInteger.ZERO;
  }
}
