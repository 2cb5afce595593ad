package dev.holdfast.app.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Database connections that turns and durable work can't use up: for the heartbeats by which
 * replicas see that a task is alive, and for the readiness probe.
 */
@Configuration(proxyBeanMethods = false)
public class ReservedConnectionsConfiguration {

  /** Name of the bean; other modules inject it by this qualifier. */
  public static final String NAME = "reservedDataSource";

  private static final int CONNECTIONS = 4;

  /** A second pool with the settings of the first one. It connects when it's used first. */
  @Bean(name = NAME, defaultCandidate = false)
  static HikariDataSource reservedDataSource(HikariDataSource pool) {
    HikariDataSource reserved = new HikariDataSource();
    pool.copyStateTo(reserved);
    reserved.setPoolName("holdfast-reserved");
    reserved.setMaximumPoolSize(CONNECTIONS);
    reserved.setMinimumIdle(1);
    reserved.setInitializationFailTimeout(-1);
    return reserved;
  }
}
