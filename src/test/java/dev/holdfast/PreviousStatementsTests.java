package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.chat.QueriesOfTheChat;
import dev.holdfast.request.store.QueriesOfRequests;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Goldens;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.plans.Exercises;
import dev.holdfast.testing.plans.GrownTables;
import dev.holdfast.testing.plans.QueryPlan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * While replicas are replaced one by one, those of the previous version go on reading and writing
 * the tables that the new one has migrated. Each statement of the previous version is still one
 * that the database takes. What a version says is added to the files when it's released.
 */
@Tag("postgresql")
class PreviousStatementsTests {

  private static final GrownTables.Size SIZE = new GrownTables.Size(2_000, 1, 400);

  /** PostgreSQL can't tell the type of a parameter before it has the value. */
  private static final String UNDECIDED = "42P18";

  @ParameterizedTest
  @EnumSource
  void theDatabaseTakesWhatThePreviousVersionSays(Databases kind) throws SQLException {
    TestDatabase database = kind.fresh();
    String file = "statements/" + kind.name().toLowerCase(Locale.ROOT) + ".txt";
    if (Boolean.getBoolean("statements.release")) {
      Set<String> also = new TreeSet<>(Goldens.read(file)); // those of versions before stay
      also.addAll(recorded(kind, database));
      Goldens.assertNames(file, also);
    }
    List<String> statements = Goldens.read(file);

    assertThat(statements).hasSizeGreaterThan(100);
    assertThat(refused(database, statements)).isEmpty();
  }

  private static List<String> refused(TestDatabase database, List<String> statements)
      throws SQLException {
    List<String> refused = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      for (String sql : statements) {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
          prepared.getMetaData();
          prepared.getParameterMetaData();
        } catch (SQLException e) {
          if (!UNDECIDED.equals(e.getSQLState())) {
            refused.add(sql + ": " + e.getMessage());
          }
        }
      }
    }
    return refused;
  }

  private static List<String> recorded(Databases kind, TestDatabase database) {
    GrownTables.fill(
        new JdbcTemplate(database.dataSource()),
        kind,
        SIZE,
        QueriesOfRequests.document(),
        QueriesOfTheChat.document());
    Exercises exercises = new Exercises(kind, database);
    exercises.run(QueryPlansTests.EXERCISES);
    return exercises.plans().stream()
        .map(QueryPlan::sql)
        .map(sql -> sql.strip().replaceAll("\\s+", " "))
        .toList();
  }
}
