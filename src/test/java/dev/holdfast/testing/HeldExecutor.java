package dev.holdfast.testing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps work until the test runs it. */
public final class HeldExecutor extends AbstractExecutorService {

  private final Queue<Runnable> held = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    held.add(task);
  }

  /** Runs what was handed in first. */
  public void runNext() {
    held.remove().run();
  }

  public int size() {
    return held.size();
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.copyOf(held);
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
