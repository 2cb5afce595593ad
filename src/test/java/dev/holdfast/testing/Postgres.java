package dev.holdfast.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL for the JVM; databases are copied from one that was migrated once. */
final class Postgres {

  static final Postgres INSTANCE = new Postgres();

  private static final String TEMPLATE = "migrated";

  private final EmbeddedPostgres server;
  private final AtomicInteger number = new AtomicInteger();
  private boolean templateIsThere;

  private Postgres() {
    try {
      server = EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  TestDatabase empty() {
    return create("template1");
  }

  synchronized TestDatabase fresh() {
    if (!templateIsThere) {
      execute("create database " + TEMPLATE);
      named(TEMPLATE).migrated();
      templateIsThere = true;
    }
    return create(TEMPLATE);
  }

  private synchronized TestDatabase create(String template) {
    var name = "test_" + number.incrementAndGet();
    execute("create database " + name + " template " + template);
    return named(name);
  }

  private void execute(String sql) {
    new JdbcTemplate(server.getPostgresDatabase()).execute(sql);
  }

  private TestDatabase named(String name) {
    return new TestDatabase(server.getJdbcUrl("postgres", name), "postgres", "");
  }

  private void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
