package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.app.database.PostgresqlConfiguration;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With nothing but the address of the database set. */
@Tag("postgresql")
class PostgresqlConfigurationTest {

  private final TestDatabase postgresql = Databases.POSTGRESQL.empty();

  @Test
  void whatHangsIsLetGoOfAfterSeconds() {
    try (ConfigurableApplicationContext holdfast = start(postgresql, Map.of())) {
      assertThat(setting(holdfast, "statement_timeout")).isEqualTo("30s");
      assertThat(setting(holdfast, "lock_timeout")).isEqualTo("10s");
      assertThat(setting(holdfast, "idle_in_transaction_session_timeout")).isEqualTo("1min");
      HikariDataSource pool = holdfast.getBean(HikariDataSource.class);
      assertThat(pool.getDataSourceProperties())
          .containsEntry("socketTimeout", "40")
          .containsEntry("connectTimeout", "5")
          .containsEntry("tcpKeepAlive", "true");
      assertThat(pool.getConnectionTimeout()).isEqualTo(5000);
    }
  }

  @Test
  void theOperatorsWordCounts() {
    Map<String, String> own =
        Map.of(
            "spring.datasource.hikari.data-source-properties.socketTimeout", "7",
            "spring.datasource.hikari.connection-init-sql", "set statement_timeout = 9000");
    try (ConfigurableApplicationContext holdfast = start(postgresql, own)) {
      assertThat(setting(holdfast, "statement_timeout")).isEqualTo("9s");
      assertThat(holdfast.getBean(HikariDataSource.class).getDataSourceProperties())
          .containsEntry("socketTimeout", "7");
    }
  }

  @Test
  void h2HearsNothingOfIt() {
    try (ConfigurableApplicationContext holdfast = start(Databases.H2.empty(), Map.of())) {
      HikariDataSource pool = holdfast.getBean(HikariDataSource.class);
      assertThat(pool.getConnectionInitSql()).isNull();
      assertThat(pool.getDataSourceProperties()).isEmpty();
    }
  }

  private static String setting(ConfigurableApplicationContext holdfast, String name) {
    return holdfast.getBean(JdbcClient.class).sql("show " + name).query(String.class).single();
  }

  private static ConfigurableApplicationContext start(
      TestDatabase database, Map<String, String> own) {
    List<String> arguments =
        Stream.concat(
                database.arguments().stream(),
                own.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()))
            .toList();
    return new SpringApplicationBuilder(OnlyTheDatabase.class)
        .web(WebApplicationType.NONE)
        .run(arguments.toArray(String[]::new));
  }

  @Import(PostgresqlConfiguration.class)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration.class,
    org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration.class
  })
  static class OnlyTheDatabase {}
}
