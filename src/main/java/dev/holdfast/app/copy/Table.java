package dev.holdfast.app.copy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as PostgreSQL has it.
 *
 * @param key the columns of its primary key
 * @param needs the tables that its foreign keys refer to
 */
record Table(String name, List<Column> columns, List<String> key, Set<String> needs) {

  /** One column. */
  record Column(String name, ColumnType type) {}

  String select() {
    return "select %s from %s".formatted(names(columns.stream().map(Column::name)), name);
  }

  String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(
            name,
            names(columns.stream().map(Column::name)),
            columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
  }

  /** For a table in which the migrations themselves have put rows. */
  String insertOrReplace() {
    List<String> others =
        columns.stream().map(Column::name).filter(column -> !key.contains(column)).toList();
    String change =
        others.isEmpty()
            ? "nothing"
            : "update set " + names(others.stream().map(one -> one + " = excluded." + one));
    return "%s on conflict (%s) do %s".formatted(insert(), names(key.stream()), change);
  }

  private static String names(Stream<String> columns) {
    return columns.collect(Collectors.joining(", "));
  }
}
