package dev.holdfast.app.copy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What tables there are, as the database says. */
final class Schema {

  private final Connection connection;
  private final DatabaseMetaData about;
  private final String migrations;

  /**
   * @param migrations the table in which the migrations are, which each database has for itself
   */
  Schema(Connection connection, String migrations) throws SQLException {
    this.connection = connection;
    this.about = connection.getMetaData();
    this.migrations = migrations;
  }

  /** The columns of each table, in lower case. */
  Map<String, Set<String>> columns() throws SQLException {
    Map<String, Set<String>> columns = new TreeMap<>();
    for (String table : names()) {
      columns.put(table.toLowerCase(Locale.ROOT), new TreeSet<>());
      try (ResultSet found =
          about.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
        while (found.next()) {
          columns
              .get(table.toLowerCase(Locale.ROOT))
              .add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
    }
    return columns;
  }

  /** The tables of PostgreSQL, each behind those that it refers to. */
  List<Table> inOrder() throws SQLException {
    Map<String, Table> waiting = new LinkedHashMap<>();
    for (String name : names()) {
      waiting.put(name, table(name));
    }
    List<Table> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<Table> free =
          waiting.values().stream()
              .filter(table -> table.needs().stream().noneMatch(waiting::containsKey))
              .toList();
      if (free.isEmpty()) {
        throw new CopyException(
            "The tables %s refer to each other in a circle.".formatted(waiting.keySet()));
      }
      free.forEach(table -> waiting.remove(table.name()));
      ordered.addAll(free);
    }
    return ordered;
  }

  private Set<String> names() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet found =
        about.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            "%",
            new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    names.removeIf(migrations::equalsIgnoreCase);
    return names;
  }

  private Table table(String name) throws SQLException {
    List<Table.Column> columns = new ArrayList<>();
    try (ResultSet found =
        about.getColumns(connection.getCatalog(), connection.getSchema(), name, "%")) {
      while (found.next()) {
        columns.add(
            new Table.Column(
                found.getString("COLUMN_NAME"), ColumnType.of(found.getString("TYPE_NAME"))));
      }
    }
    List<String> key = new ArrayList<>();
    try (ResultSet found =
        about.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name)) {
      while (found.next()) {
        key.add(found.getString("COLUMN_NAME"));
      }
    }
    return new Table(name, columns, key, needs(name));
  }

  private Set<String> needs(String name) throws SQLException {
    Set<String> needs = new LinkedHashSet<>();
    try (ResultSet found =
        about.getImportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
      while (found.next()) {
        needs.add(found.getString("PKTABLE_NAME"));
      }
    }
    needs.remove(name);
    return needs;
  }
}
