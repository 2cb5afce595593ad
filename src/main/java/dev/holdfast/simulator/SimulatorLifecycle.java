package dev.holdfast.simulator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Up before anything that calls it, down after. */
final class SimulatorLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SimulatorLifecycle.class);

  private final SimulatorServer server;
  private final int port;
  private volatile boolean running;

  SimulatorLifecycle(SimulatorServer server, int port) {
    this.server = server;
    this.port = port;
  }

  @Override
  public void start() {
    server.start(port);
    running = true;
    log.info("The simulated admin API listens on {}", server.baseUrl());
  }

  @Override
  public void stop() {
    running = false;
    server.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
