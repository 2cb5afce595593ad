package dev.holdfast.flow;

import java.util.Arrays;
import java.util.Collection;

/** Times in milliseconds, sorted. */
record Times(double[] sorted) {

  static Times of(Collection<Double> times) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Times(sorted);
  }

  double at(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }
}
