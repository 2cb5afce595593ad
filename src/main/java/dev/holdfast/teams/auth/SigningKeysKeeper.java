package dev.holdfast.teams.auth;

import com.nimbusds.jose.KeySourceException;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the signing keys in the background from the start on, so that readiness doesn't depend on
 * somebody sending a message, and renews them when nobody does. Each look costs nothing while the
 * keys are fresh; Nimbus limits how often it becomes a reading.
 */
final class SigningKeysKeeper implements AutoCloseable {

  private static final int SECONDS = 1;

  private static final Logger log = LoggerFactory.getLogger(SigningKeysKeeper.class);

  private final SigningKeyCache keys;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(SigningKeysKeeper::thread);

  SigningKeysKeeper(SigningKeyCache keys) {
    this.keys = keys;
  }

  void start() {
    timer.scheduleWithFixedDelay(this::keep, 0, SECONDS, TimeUnit.SECONDS);
  }

  private void keep() {
    try {
      keys.keep();
    } catch (KeySourceException | RuntimeException e) {
      log.debug("No signing keys yet; trying again", e); // the reading itself logged why
    }
  }

  static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "signing-keys");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    keys.close();
  }
}
