package dev.holdfast.teams;

import java.time.Duration;

/** Waits on the calling thread. A port, so that tests never do. */
interface Pause {

  void last(Duration time) throws InterruptedException;
}
