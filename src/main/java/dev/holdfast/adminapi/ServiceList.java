package dev.holdfast.adminapi;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;

/**
 * What the service listed. It says how many rows couldn't be read, so that a list for people never
 * looks complete when it isn't.
 */
public final class ServiceList<T> extends AbstractList<T> {

  private final List<T> rows;
  private final int unreadable;

  private ServiceList(Collection<T> rows, int unreadable) {
    this.rows = List.copyOf(rows);
    this.unreadable = unreadable;
  }

  /** A list of which every row could be read. */
  public static <T> ServiceList<T> of(Collection<T> rows) {
    return new ServiceList<>(rows, 0);
  }

  /**
   * @param unreadable how many more rows the service listed
   */
  public static <T> ServiceList<T> of(Collection<T> rows, int unreadable) {
    return new ServiceList<>(rows, unreadable);
  }

  /** How many rows the service listed that couldn't be read and aren't here. */
  public int unreadable() {
    return unreadable;
  }

  @Override
  public T get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
