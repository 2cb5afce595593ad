package dev.holdfast.support;

import java.time.Duration;

/** Waits on the calling thread. A port, so that tests never do. */
public interface Sleeper {

  void last(Duration time) throws InterruptedException;
}
