package dev.holdfast.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL for the JVM; databases are copied from one that was migrated once. */
final class Postgres {

  static final Postgres INSTANCE = new Postgres();

  private static final String TEMPLATE = "migrated";

  private final EmbeddedPostgres server;
  private final AtomicInteger number = new AtomicInteger();
  private final Path data;
  private boolean templateIsThere;

  private Postgres() {
    Lane.requires("postgresql");
    try {
      server = EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
    }
    data =
        Path.of(
            new JdbcTemplate(server.getPostgresDatabase())
                .queryForObject("show data_directory", String.class));
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

  TestDatabase copyOf(TestDatabase database) {
    return create(database.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1"));
  }

  /** Ends all sessions, ends the server and starts it again, with the same data and port. */
  synchronized void restart() {
    Path postgres = Path.of(running().info().command().orElseThrow());
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      // PostgreSQL refuses to run as root; the library starts it like this too.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(postgres.resolveSibling("pg_ctl").toString());
    command.addAll(List.of("restart", "-w", "-s", "-m", "fast", "-D", data.toString()));
    try {
      Process restart =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (restart.onExit().join().exitValue() != 0) {
        throw new IllegalStateException("PostgreSQL does not start again: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessHandle running() {
    try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
