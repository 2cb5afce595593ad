package dev.holdfast.retention;

/** The rows of a table, or of some that belong together, that are kept for a limited time. */
public interface ExpiredRows {

  /** What they are, for the log. */
  String name();

  /**
   * Deletes rows whose time is over, in transactions of at most so many rows. It may stop before
   * all are deleted. Two replicas may do so at once.
   *
   * @return how many rows it deleted
   */
  long delete(int batch);
}
