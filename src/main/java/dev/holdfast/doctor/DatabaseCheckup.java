package dev.holdfast.doctor;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers. Its address is not repeated: it may carry a password, and so may
 * what a driver says about it.
 */
@Component
class DatabaseCheckup implements Checkup {

  private static final int H2_FILE_IN_USE = 90020;
  private static final int H2_NO_FILE = 90146;

  private final DataSource dataSource;

  DatabaseCheckup(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Area area() {
    return Area.DATABASE;
  }

  @Override
  public String name() {
    return DATABASE;
  }

  @Override
  public Verdict check() {
    long began = System.nanoTime();
    try (Connection connection = dataSource.getConnection()) {
      connection.isValid(0);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      return answers(connection, took);
    } catch (SQLException e) {
      return broken(e);
    } catch (RuntimeException e) { // what the pool throws at an address that no driver takes
      return Verdict.broken(
          "No driver takes the address of the database.",
          Remedy.of(
              "Correct spring.datasource.url:",
              "SPRING_DATASOURCE_URL=jdbc:postgresql://host/holdfast"));
    }
  }

  private static Verdict answers(Connection connection, Duration took) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    String sentence =
        "%s %s answers in %d ms."
            .formatted(
                database.getDatabaseProductName(),
                database.getDatabaseProductVersion().replaceAll(" .*", ""),
                took.toMillis());
    if (!database.getDatabaseProductName().equals("H2")) {
      return Verdict.ok(sentence);
    }
    if (writesLate(connection)) {
      return Verdict.warning(
          sentence + " It writes late: a crash could forget that a restore was ordered.",
          Remedy.of("Add this to spring.datasource.url:", ";WRITE_DELAY=0"));
    }
    return Verdict.ok(sentence + " It serves one replica; for more, take PostgreSQL.");
  }

  private static boolean writesLate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet delay =
            statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
      return delay.next() && delay.getInt(1) > 0;
    }
  }

  private static Verdict broken(SQLException e) {
    SQLException told = innermost(e);
    if (told.getErrorCode() == H2_FILE_IN_USE) {
      return Verdict.skipped(
          "Not looked at: the database file is in use, most likely by a Holdfast that runs.",
          Remedy.of("Ask the one that runs: write to it in Teams", "doctor"));
    }
    if (told.getErrorCode() == H2_NO_FILE) {
      return Verdict.skipped(
          "Not looked at: there is no database file yet.",
          Remedy.of("Start Holdfast: its first start makes it."));
    }
    String state = Optional.ofNullable(told.getSQLState()).orElse("").toUpperCase(Locale.ROOT);
    String kind = state.length() < 2 ? "" : state.substring(0, 2);
    return switch (kind) {
      case "28" ->
          Verdict.broken(
              "The database does not let Holdfast in: wrong name or password.",
              Remedy.of("Correct spring.datasource.username and spring.datasource.password."));
      case "3D" ->
          Verdict.broken(
              "The server answers, but it has no such database.",
              Remedy.of("Make it, or correct spring.datasource.url:", "createdb holdfast"));
      case "53" ->
          Verdict.broken(
              "The database has no connection or no space left.",
              Remedy.of("Give it more, or lower spring.datasource.hikari.maximum-pool-size."));
      default ->
          Verdict.broken(
              "The database does not answer (%s)."
                  .formatted(state.isEmpty() ? "no word from it" : "SQL state " + state),
              Remedy.of("Start it, and see that spring.datasource.url leads to it."));
    };
  }

  /** The pool wraps what the driver said. */
  private static SQLException innermost(SQLException e) {
    SQLException told = e;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        told = sql;
      }
    }
    return told;
  }
}
