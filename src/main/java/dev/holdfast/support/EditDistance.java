package dev.holdfast.support;

import java.util.Arrays;

/** How far two words are apart. */
public final class EditDistance {

  private EditDistance() {}

  /**
   * The number of letters to insert, drop, change or swap with their neighbour. Swaps count as one
   * because they are what fingers do most.
   */
  public static int between(String one, String other) {
    return costs(one, other)[one.length()][other.length()];
  }

  /** The same to whichever beginning of the other word is nearest: for a word half typed. */
  public static int toBeginning(String one, String other) {
    return Arrays.stream(costs(one, other)[one.length()]).min().orElseThrow();
  }

  private static int[][] costs(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
      }
    }
    return cost;
  }

  private static int cheapest(int[][] cost, String one, String other, int i, int j) {
    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
