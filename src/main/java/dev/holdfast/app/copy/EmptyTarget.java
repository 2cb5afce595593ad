package dev.holdfast.app.copy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** Whether nothing is in the target but what the migrations put there. */
final class EmptyTarget {

  private final Flyway source;

  /**
   * @param source with the migrations of the source's kind
   */
  EmptyTarget(Flyway source) {
    this.source = source;
  }

  void check(Connection target, List<Table> tables) throws SQLException {
    String url =
        "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID());
    try (Connection fresh = DriverManager.getConnection(url)) {
      Flyway.configure()
          .configuration(source.getConfiguration())
          .dataSource(url, "", "")
          .load()
          .migrate();
      for (Table table : tables) {
        if (!TableDigest.of(table, target).equals(TableDigest.of(table, fresh))) {
          throw new CopyException(
              "The target isn't empty: somebody has written to its table %s. Make an empty database for the copy."
                  .formatted(table.name()));
        }
      }
    }
  }

  /** A table or column of one side alone would be lost, or left empty. */
  static void checkSame(Map<String, Set<String>> source, Map<String, Set<String>> target) {
    if (!source.equals(target)) {
      String table =
          source.keySet().stream()
              .filter(name -> !source.get(name).equals(target.get(name)))
              .findFirst()
              .orElseGet(
                  () ->
                      target.keySet().stream()
                          .filter(name -> !source.containsKey(name))
                          .findFirst()
                          .orElseThrow());
      throw new CopyException(
          "The table %s isn't the same in both databases. Nothing is copied.".formatted(table));
    }
  }
}
