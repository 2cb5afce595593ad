package dev.holdfast.app.copy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's triggers that add at the commit what a replica of an older version leaves out. A
 * copy has it already, and would be no copy if they added to it.
 */
final class DeferredTriggers {

  private static final String ALL =
      "select tgrelid::regclass::text, quote_ident(tgname) from pg_trigger"
          + " join pg_class on pg_class.oid = tgrelid"
          + " where not tgisinternal and tgdeferrable and tgenabled = 'O'"
          + " and relnamespace = current_schema()::regnamespace";

  private final List<String> found = new ArrayList<>();

  DeferredTriggers(Connection target) throws SQLException {
    try (Statement statement = target.createStatement();
        ResultSet row = statement.executeQuery(ALL)) {
      while (row.next()) {
        found.add("alter table %s %%s trigger %s".formatted(row.getString(1), row.getString(2)));
      }
    }
  }

  /** Until the end of the transaction at most, if it's rolled back. */
  void disable(Connection target) throws SQLException {
    alter(target, "disable");
  }

  void enable(Connection target) throws SQLException {
    alter(target, "enable");
  }

  private void alter(Connection target, String what) throws SQLException {
    try (Statement statement = target.createStatement()) {
      for (String one : found) {
        statement.execute(one.formatted(what));
      }
    }
  }
}
