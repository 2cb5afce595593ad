package dev.holdfast.testing.plans;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the database did for one statement.
 *
 * @param caller the method that ran it
 * @param read rows on H2; on PostgreSQL pages, and rows that were read in vain
 * @param rows how many the caller took
 * @param text the plan, for people
 */
public record QueryPlan(String caller, String sql, long read, AtomicLong rows, String text) {

  private static final long ALWAYS = 1000;
  private static final long FOR_A_ROW = 15;

  /**
   * Whether it read more than a lookup by index may, with the reading of what it found. It would be
   * the same in a table of a hundred rows.
   */
  public boolean isSlow() {
    return read > ALWAYS + FOR_A_ROW * rows.get();
  }

  @Override
  public String toString() {
    return "%s reads %d for %d row(s):%n%s%n%s%n".formatted(caller, read, rows.get(), sql, text);
  }
}
