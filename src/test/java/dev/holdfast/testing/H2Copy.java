package dev.holdfast.testing;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is in an H2 database, such as what the migrations leave behind, written into others. */
final class H2Copy {

  static final H2Copy INSTANCE = of(Databases.H2.empty().migrated());

  private final String statements;

  private H2Copy(String statements) {
    this.statements = statements;
  }

  static H2Copy of(TestDatabase database) {
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    List<String> script = jdbc.queryForList("script nopasswords nosettings", String.class);
    return new H2Copy(String.join("\n", script));
  }

  TestDatabase into(TestDatabase empty) {
    new JdbcTemplate(empty.dataSource()).execute(statements);
    return empty;
  }
}
