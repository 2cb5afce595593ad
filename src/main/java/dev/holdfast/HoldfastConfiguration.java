package dev.holdfast;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every package shares: the clock, and how durable tasks are stored. */
@Configuration(proxyBeanMethods = false)
class HoldfastConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Task data as JSON: readable in the database, and by a replica of another version. */
  @Bean
  DbSchedulerCustomizer durableTasks() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new Jackson3Serializer());
      }
    };
  }
}
