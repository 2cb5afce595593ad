package dev.holdfast.approval.policy.file;

/**
 * What is wrong with a policy file.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param what a clause
 */
public record PolicyProblem(int line, int column, String what) {

  @Override
  public String toString() {
    return "line %d, column %d: %s".formatted(line, column, what);
  }
}
