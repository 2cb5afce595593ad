package dev.holdfast.environment;

import dev.holdfast.platform.AdminApi;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the catalogue. */
@Configuration(proxyBeanMethods = false)
class EnvironmentConfiguration {

  /**
   * The reading behind the reader's back has a thread of its own: it needs no durability, since a
   * lost refresh is made up by the next reader.
   */
  @Bean
  Catalogue catalogue(
      AdminApi api,
      Clock clock,
      @Value("${holdfast.platform.catalogue-ttl:5m}") Duration timeToLive) {
    return new Catalogue(api, clock, timeToLive, refresher());
  }

  /** Reads the catalogue once Holdfast is up, so that not even the first reader waits. */
  @Bean
  @ConditionalOnWebApplication
  ApplicationListener<ApplicationReadyEvent> catalogueWarmUp(Catalogue catalogue) {
    return ready -> catalogue.refreshSoon();
  }

  private static Executor refresher() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "catalogue");
          thread.setDaemon(true);
          return thread;
        });
  }
}
