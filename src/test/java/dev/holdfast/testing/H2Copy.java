package dev.holdfast.testing;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the migrations leave behind in H2, taken from one database and written into others. */
final class H2Copy {

  static final H2Copy INSTANCE = new H2Copy();

  private final String statements;

  private H2Copy() {
    JdbcTemplate migrated = new JdbcTemplate(Databases.H2.empty().migrated().dataSource());
    List<String> script = migrated.queryForList("script nopasswords nosettings", String.class);
    statements = String.join("\n", script);
  }

  TestDatabase into(TestDatabase empty) {
    new JdbcTemplate(empty.dataSource()).execute(statements);
    return empty;
  }
}
