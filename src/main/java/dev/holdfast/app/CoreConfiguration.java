package dev.holdfast.app;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.holdfast.app.database.ReservedConnectionsConfiguration;
import dev.holdfast.app.database.SchedulerDataSource;
import dev.holdfast.app.settings.SettingsCheck;
import dev.holdfast.support.BuildVersion;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** What every package shares: the clock, and how durable tasks are stored. */
@Configuration(proxyBeanMethods = false)
class CoreConfiguration {

  @Bean
  static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
    return new SettingsCheck(environment);
  }

  @Bean
  BuildVersion buildVersion() {
    return BuildVersion.read();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * What only one of the two databases understands, triggers for instance, stands in a folder of
   * its own. Told by the address: {@code {vendor}} would ask the database before the doctor knows
   * that there is one.
   */
  @Bean
  FlywayConfigurationCustomizer migrationsOfTheVendor(JdbcConnectionDetails database) {
    String vendor = DatabaseDriver.fromJdbcUrl(database.getJdbcUrl()).getId();
    return flyway ->
        flyway.locations(
            Stream.concat(
                    Stream.of(flyway.getLocations()).map(Location::getDescriptor),
                    Stream.of("classpath:db/vendor/" + vendor))
                .toArray(String[]::new));
  }

  /** Task data as JSON: readable in the database, and by a replica of another version. */
  @Bean
  DbSchedulerCustomizer durableTasks(
      DataSource pool, @Qualifier(ReservedConnectionsConfiguration.NAME) DataSource reserved) {
    SchedulerDataSource connections = new SchedulerDataSource(pool, reserved);
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<DataSource> dataSource() {
        return Optional.of(connections);
      }

      @Override
      public Optional<ScheduledExecutorService> housekeeperExecutor() {
        return Optional.of(connections.housekeeperExecutor());
      }

      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new Jackson3Serializer());
      }
    };
  }
}
