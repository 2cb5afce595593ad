package dev.holdfast.app.database;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Lets the connection pool log once Holdfast is up. Until then it is off, because it logs a stack
 * trace of what the failed start says in three lines.
 */
@Component
class PoolLog implements ApplicationListener<ApplicationReadyEvent> {

  private static final String POOL = "com.zaxxer.hikari.pool.HikariPool";

  private final LoggingSystem logging;

  PoolLog(LoggingSystem logging) {
    this.logging = logging;
  }

  /** Unless somebody set another level. */
  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    if (logging.getLoggerConfiguration(POOL).getConfiguredLevel() == LogLevel.OFF) {
      logging.setLogLevel(POOL, null);
    }
  }
}
