package dev.holdfast.support;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a durable task whether it is still its own. A replica that was paused, or couldn't send its
 * heartbeats, might have been taken for dead; another one then runs its tasks. Whoever is about to
 * act on the outside world checks the lease first.
 */
public final class TaskLease implements AutoCloseable {

  private static final ThreadLocal<@Nullable TaskLease> CURRENT = new ThreadLocal<>();

  private final BooleanSupplier held;

  private TaskLease(BooleanSupplier held) {
    this.held = held;
  }

  /** Holds for what runs on this thread until it's closed. */
  public static TaskLease of(BooleanSupplier held) {
    TaskLease lease = new TaskLease(held);
    CURRENT.set(lease);
    return lease;
  }

  /**
   * Returns if the task of this thread is still its own, or if the thread runs none.
   *
   * @throws LostException otherwise
   */
  public static void check() {
    TaskLease lease = CURRENT.get();
    if (lease != null && !lease.held.getAsBoolean()) {
      throw new LostException();
    }
  }

  @Override
  public void close() {
    CURRENT.remove();
  }

  /** The task might run on another replica by now, so this run of it must end without a trace. */
  public static final class LostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostException() {
      super("The task was paused for so long that another replica might run it.");
    }
  }
}
