package dev.holdfast.app.bundle;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much there is, and which version the tables have. Reads only. */
final class DatabasePart {

  private final DataSource source;
  private final JdbcClient jdbc;

  DatabasePart(DataSource source) {
    this.source = source;
    this.jdbc = JdbcClient.create(source);
  }

  List<String> version() throws SQLException {
    try (Connection connection = source.getConnection()) {
      DatabaseMetaData about = connection.getMetaData();
      return List.of(
          "database: " + about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(),
          "driver: " + about.getDriverName() + " " + about.getDriverVersion());
    }
  }

  List<String> counts() throws SQLException {
    List<String> lines = new ArrayList<>();
    lines.add("rows by table");
    for (String table : tables()) {
      lines.add("  " + table + " " + rows(table));
    }
    lines.add("");
    lines.add("requests by state");
    lines.addAll(
        jdbc.sql("select state, count(*) as n from requests group by state order by state")
            .query((row, i) -> "  " + row.getString("state") + " " + row.getLong("n"))
            .list());
    lines.add("");
    lines.add("durable tasks: all, being run, due soonest (UTC), failures in a row at most");
    lines.addAll(
        jdbc.sql(
                """
                select task_name, count(*) as n, sum(case when picked then 1 else 0 end) as picked,
                  min(execution_time) as due, max(coalesce(consecutive_failures, 0)) as failures
                from scheduled_tasks group by task_name order by task_name
                """)
            .query((row, i) -> task(row))
            .list());
    return lines;
  }

  private static String task(ResultSet row) throws SQLException {
    return "  %s %d, %d, %s, %d"
        .formatted(
            row.getString("task_name"),
            row.getLong("n"),
            row.getLong("picked"),
            row.getObject("due", OffsetDateTime.class).toInstant(),
            row.getLong("failures"));
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = source.getConnection();
        ResultSet found =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(),
                    connection.getSchema(),
                    "%",
                    new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return tables.stream().filter(name -> name.matches("[a-z0-9_]+")).sorted().toList();
  }

  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  static List<String> migrations(Flyway flyway) {
    return Stream.concat(
            Stream.of("version, state, installed (UTC), description"),
            Arrays.stream(flyway.info().all()).map(DatabasePart::migration))
        .toList();
  }

  private static String migration(MigrationInfo one) {
    return "%s, %s, %s, %s"
        .formatted(
            one.getVersion() == null ? "-" : one.getVersion(),
            one.getState().getDisplayName(),
            one.getInstalledOn() == null ? "-" : one.getInstalledOn().toInstant(),
            one.getDescription());
  }
}
