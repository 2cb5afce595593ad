package dev.holdfast.app.database;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig.Type;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What keeps a PostgreSQL that hangs, or a lock that nobody gives back, from holding Holdfast for
 * longer than seconds. An operator may set each of them otherwise: in the address of the database,
 * in {@code spring.datasource.hikari.data-source-properties} or as {@code
 * spring.datasource.hikari.connection-init-sql}, which stands for all three limits of the session.
 * H2 knows none of them.
 */
@Configuration(proxyBeanMethods = false)
public class PostgresqlConfiguration {

  private static final String ADDRESS = "jdbc:postgresql:";

  /**
   * A line that is cut without a word is noticed after this many seconds; no statement is longer.
   */
  private static final String SOCKET_TIMEOUT = "40";

  private static final Map<String, String> LINE =
      Map.of(
          "connectTimeout", "5",
          "loginTimeout", "10",
          "socketTimeout", SOCKET_TIMEOUT,
          "tcpKeepAlive", "true",
          "ApplicationName", "holdfast");

  private static final String SESSION =
      limits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60));

  /**
   * A migration may take long. It may not wait long for a lock: behind it, the older replicas that
   * still run would wait too. What does not get its lock fails the start, and is tried at the next.
   */
  private static final String MIGRATION =
      limits(Duration.ofMinutes(30), Duration.ofSeconds(5), Duration.ofMinutes(5));

  @Bean
  static BeanPostProcessor limitsOnPostgresql() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isPostgresql(pool)) {
          limit(pool);
        }
        return bean;
      }
    };
  }

  /** A replica takes due work in batches that no other one looks at; H2 cannot. */
  @Bean
  static BeanPostProcessor batchesOnPostgresql(Environment settings) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DbSchedulerProperties scheduler
            && settings.getProperty("spring.datasource.url", "").startsWith(ADDRESS)
            && !settings.containsProperty("db-scheduler.polling-strategy")) {
          scheduler.setPollingStrategy(Type.LOCK_AND_FETCH);
        }
        return bean;
      }
    };
  }

  @Bean
  static FlywayConfigurationCustomizer limitsOnMigrations(DataSource dataSource) {
    return flyway -> {
      if (dataSource instanceof HikariDataSource pool && isPostgresql(pool)) {
        flyway.dataSource(unpooled(pool)).initSql(MIGRATION);
      }
    };
  }

  private static boolean isPostgresql(HikariDataSource pool) {
    return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith(ADDRESS);
  }

  private static void limit(HikariDataSource pool) {
    LINE.forEach(pool.getDataSourceProperties()::putIfAbsent);
    if (pool.getConnectionInitSql() == null) {
      pool.setConnectionInitSql(SESSION);
    }
  }

  /** The limits of a migration stay with its connection, so that is none of the pool. */
  private static DataSource unpooled(HikariDataSource pool) {
    Properties properties = new Properties();
    properties.putAll(pool.getDataSourceProperties());
    properties.setProperty("socketTimeout", "0");
    DriverManagerDataSource unpooled = new DriverManagerDataSource(pool.getJdbcUrl(), properties);
    unpooled.setUsername(pool.getUsername());
    unpooled.setPassword(pool.getPassword());
    return unpooled;
  }

  private static String limits(Duration statement, Duration lock, Duration idleInTransaction) {
    return "set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = %d"
        .formatted(statement.toMillis(), lock.toMillis(), idleInTransaction.toMillis());
  }
}
