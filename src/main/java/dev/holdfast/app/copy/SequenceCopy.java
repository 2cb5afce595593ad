package dev.holdfast.app.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Has numbers go on where they were, and not behind the highest row: one that was given to a row
 * that has been deleted is never given again.
 */
final class SequenceCopy {

  private static final String SEQUENCES =
      "select sequence_name, base_value from information_schema.sequences"
          + " where sequence_schema = current_schema";

  private static final String IDENTITIES =
      "select table_name, column_name, identity_base from information_schema.columns"
          + " where table_schema = current_schema and is_identity = 'YES'";

  private SequenceCopy() {}

  static void run(Connection source, Connection target) throws SQLException {
    Map<String, Long> next = new LinkedHashMap<>();
    try (ResultSet found = source.createStatement().executeQuery(SEQUENCES)) {
      while (found.next()) {
        next.put(found.getString(1), found.getLong(2));
      }
    }
    for (Map.Entry<String, Long> one : next.entrySet()) {
      set(target, "select setval(?::regclass, ?, false)", one.getValue(), one.getKey());
    }
    try (ResultSet found = source.createStatement().executeQuery(IDENTITIES)) {
      while (found.next()) {
        set(
            target,
            "select setval(pg_get_serial_sequence(?, ?)::regclass, ?, false)",
            found.getLong(3),
            found.getString(1),
            found.getString(2));
      }
    }
  }

  private static void set(Connection target, String sql, long next, String... names)
      throws SQLException {
    try (PreparedStatement statement = target.prepareStatement(sql)) {
      for (int i = 0; i < names.length; i++) {
        statement.setString(i + 1, names[i]);
      }
      statement.setLong(names.length + 1, next);
      statement.execute();
    }
  }
}
