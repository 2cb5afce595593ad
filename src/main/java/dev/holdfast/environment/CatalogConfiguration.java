package dev.holdfast.environment;

import dev.holdfast.adminapi.AdminApi;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the catalog. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

  /** Each unified environment is a server of its own; more than this many are not asked at once. */
  private static final int SERVERS = 8;

  /**
   * The reading in the background has threads of its own: it needs no durability, since a lost
   * refresh is made up by the next reader.
   */
  @Bean
  EnvironmentCatalog catalog(
      FreshReads reads,
      Clock clock,
      @Value("${holdfast.admin-api.catalog-ttl:5m}") Duration timeToLive) {
    return new EnvironmentCatalog(
        reads, clock, timeToLive, threads("catalog", 1), threads("kinds", SERVERS));
  }

  @Bean
  RestoreWindow restoreWindow(
      @Value("${holdfast.admin-api.backup-restorable-after:15m}") Duration settling) {
    return new RestoreWindow(settling);
  }

  @Bean
  BackupCache knownBackups(AdminApi api, Clock clock) {
    return new BackupCache(api, clock, threads("backups", 2));
  }

  /** Reads the catalog once Holdfast is up, so that not even the first reader waits. */
  @Bean
  @ConditionalOnWebApplication
  ApplicationListener<ApplicationReadyEvent> catalogWarmUp(EnvironmentCatalog catalog) {
    return ready -> catalog.refreshSoon();
  }

  /** Daemons that end when there is nothing to do. */
  private static Executor threads(String name, int most) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most,
            most,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
