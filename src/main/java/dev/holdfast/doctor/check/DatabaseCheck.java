package dev.holdfast.doctor.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DatabaseFault;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers. Its address is not repeated: it may carry a password, and so may
 * what a driver says about it.
 */
@Component
class DatabaseCheck implements DoctorCheck {

  private final DataSource dataSource;

  DatabaseCheck(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public CheckArea area() {
    return CheckArea.DATABASE;
  }

  @Override
  public String name() {
    return DATABASE;
  }

  @Override
  public CheckResult check() {
    long began = System.nanoTime();
    try (Connection connection = dataSource.getConnection()) {
      connection.isValid(0);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      return answers(connection, took);
    } catch (SQLException e) {
      return DatabaseFault.of(e).orElseThrow().verdict();
    } catch (RuntimeException e) { // what the pool throws at an address that no driver takes
      return CheckResult.broken(
          "No driver takes the address of the database.",
          Remedy.of(
              "Correct spring.datasource.url:",
              "SPRING_DATASOURCE_URL=jdbc:postgresql://host/holdfast"));
    }
  }

  private static CheckResult answers(Connection connection, Duration took) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    String sentence =
        "%s %s answers in %d ms."
            .formatted(
                database.getDatabaseProductName(),
                database.getDatabaseProductVersion().replaceAll(" .*", ""),
                took.toMillis());
    if (!database.getDatabaseProductName().equals("H2")) {
      return CheckResult.ok(sentence);
    }
    if (writesLate(connection)) {
      return CheckResult.warning(
          sentence + " It writes late: a crash could forget that a restore was ordered.",
          Remedy.of("Add this to spring.datasource.url:", ";WRITE_DELAY=0"));
    }
    return CheckResult.ok(sentence + " It serves one replica; for more, take PostgreSQL.");
  }

  private static boolean writesLate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet delay =
            statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name ="
                    + " 'WRITE_DELAY'")) {
      return delay.next() && delay.getInt(1) > 0;
    }
  }
}
